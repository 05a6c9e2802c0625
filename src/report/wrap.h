// Text for terminals that are 80 columns wide.
#pragma once

#include <string>
#include <string_view>

namespace lab {

inline constexpr size_t kColumns = 80;

// How many columns the text takes, each of its characters one.
size_t Columns(std::string_view text);

// With spaces after it, or before it, up to that width.
std::string Left(std::string_view text, size_t width);
std::string Right(std::string_view text, size_t width);

// The text in lines of 80 columns at most, broken between words; those after the first begin with
// so many spaces, the first with those that it has. No line end at its own end. A word that is
// longer stays whole.
std::string Wrapped(std::string_view text, size_t indent = 0);

}  // namespace lab
