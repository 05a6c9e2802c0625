// Text from files, servers and arguments, made harmless before it reaches a terminal.
#pragma once

#include <string>
#include <string_view>

namespace lab {

// The text with everything that could command a terminal, or turn the direction of the line,
// spelled out: an escape becomes "\x1b", a right-to-left override "\u202e", a byte that is no UTF-8
// "\xff". Line ends and tabs stay.
std::string Printable(std::string_view text);

}  // namespace lab
