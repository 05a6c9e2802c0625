#include "report/wrap.h"

#include <algorithm>

namespace lab {

// Bytes that continue a character of UTF-8 take no column.
size_t Columns(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

std::string Left(std::string_view text, size_t width) {
  return std::string(text) + std::string(width - std::min(width, Columns(text)), ' ');
}

std::string Right(std::string_view text, size_t width) {
  return std::string(width - std::min(width, Columns(text)), ' ') + std::string(text);
}

std::string Wrapped(std::string_view text, size_t indent) {
  size_t column = std::min(text.find_first_not_of(' '), text.size());
  std::string wrapped(column, ' ');
  text.remove_prefix(column);
  for (bool first = true; !text.empty(); first = false) {
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const size_t columns = Columns(word);
    const bool breaks = !first && column + 1 + columns > kColumns;
    const std::string between = first ? "" : breaks ? "\n" + std::string(indent, ' ') : " ";
    column = (breaks ? indent : column + between.size()) + columns;
    wrapped += between;
    wrapped += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapped;
}

}  // namespace lab
