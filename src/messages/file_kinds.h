// Which of our files a text is. Private to the codec.
#pragma once

#include <string>
#include <string_view>

#include "messages/json.h"

namespace lab {

inline constexpr const char* kRunSchema = "speedup-lab/result";
inline constexpr const char* kSweepSchema = "speedup-lab/sweep";

bool IsSweep(const Json& json);
// What else a file of ours may be: "a sweep", "a trace", "a validation"; empty if it is none of
// them.
std::string OtherKind(const Json& json);
// Why a file of that schema is not one of the schema that was wanted.
std::string WrongKind(std::string_view schema);

}  // namespace lab
