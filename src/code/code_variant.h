// A text that people can read, copy and run, and what it is called.
#pragma once

#include <string>

namespace lab {

struct CodeVariant {
  std::string name;   // to choose it by: "threading", "gil.cc"
  std::string about;  // one sentence: what it shows
  std::string text;   // the whole script or file
};

}  // namespace lab
