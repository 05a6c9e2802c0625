// Files of our own source, put into the program when it was built.
#pragma once

#include <span>
#include <string_view>

namespace lab {

struct SourceFile {
  std::string_view path;  // in src/
  std::string_view text;
};

std::span<const SourceFile> SourceFiles();

}  // namespace lab
