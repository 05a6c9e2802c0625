// Which parts of a program's text are comments, keywords and strings. Pure; good enough for the
// texts of report/python_code.h and cpp_code.h, no more.
#pragma once

#include <string_view>
#include <vector>

namespace lab::panel {

enum class Syntax { kPython, kCpp };

enum class PartKind { kPlain, kComment, kKeyword, kString };

struct TextPart {
  std::string_view text;  // of the program's; may have several lines
  PartKind kind = PartKind::kPlain;
};

// The whole text in parts, one after the other.
std::vector<TextPart> PartsOf(std::string_view program, Syntax syntax);

}  // namespace lab::panel
