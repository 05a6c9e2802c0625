#include "base/printable.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lab {
namespace {

struct CodePoint {
  char32_t value = 0;
  size_t length = 0;  // bytes; 0 if that is no UTF-8
};

CodePoint FirstOf(std::string_view text) {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x80) return {.value = byte(0), .length = 1};
  const size_t length = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : 2;
  if (byte(0) < 0xc2 || byte(0) > 0xf4 || text.size() < length) return {};
  char32_t value = byte(0) & (0x7f >> length);
  for (size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xc0) != 0x80) return {};
    value = (value << 6) | (byte(at) & 0x3f);
  }
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  return value < kLeast[length] || value > 0x10ffff || surrogate
             ? CodePoint()
             : CodePoint{.value = value, .length = length};
}

// C0 and C1 controls, line and paragraph separators, marks of direction.
bool Commands(char32_t value) {
  if (value == '\n' || value == '\t') return false;
  return value < 0x20 || (value >= 0x7f && value < 0xa0) || value == 0x061c || value == 0x200e ||
         value == 0x200f || (value >= 0x2028 && value <= 0x202e) ||
         (value >= 0x2066 && value <= 0x2069);
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string printable;
  printable.reserve(text.size());
  while (!text.empty()) {
    const CodePoint first = FirstOf(text);
    if (first.length == 0) printable += Format("\\x%02x", static_cast<unsigned char>(text[0]));
    else if (!Commands(first.value)) printable += text.substr(0, first.length);
    else
      printable +=
          Format(first.value < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(first.value));
    text.remove_prefix(std::max<size_t>(1, first.length));
  }
  return printable;
}

}  // namespace lab
