// A text with something else in the place of the first of its parts that is so.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace lab {

inline std::string Replaced(std::string text, std::string_view good, std::string_view bad) {
  const size_t at = text.find(good);
  EXPECT_NE(at, text.npos) << good << " in " << text;
  return at == text.npos ? text : text.replace(at, good.size(), bad);
}

}  // namespace lab
