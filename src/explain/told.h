// What is told of figures: a code for programs and sentences for people.
#pragma once

#include <string>

#include "stats/verdict.h"
#include "stats/why.h"

namespace lab {

struct Verdict {
  VerdictCode code = VerdictCode::kClear;
  std::string text;
  bool probable = false;  // it rests on rounds that others disturbed, and holds in 9 of 10 cases
  std::string unknown_code = {};  // of a file of a newer version, which says it so
};

struct Reason {
  ReasonCode code = ReasonCode::kUnknown;
  std::string text;
  std::string unknown_code = {};  // the same
};

}  // namespace lab
