#include "shell/view/syntax.h"

#include <algorithm>
#include <array>
#include <span>

namespace lab::panel {
namespace {

constexpr std::array<std::string_view, 24> kPythonWords = {
    "None", "True",   "False",  "as",   "assert", "break",  "class", "def",
    "elif", "else",   "except", "for",  "from",   "global", "if",    "import",
    "in",   "lambda", "not",    "pass", "return", "try",    "while", "with"};

constexpr std::array<std::string_view, 45> kCppWords = {
    "#include", "#pragma",   "auto",     "bool",    "break",    "case",        "class",
    "const",    "constexpr", "continue", "default", "do",       "double",      "else",
    "enum",     "explicit",  "false",    "final",   "for",      "if",          "inline",
    "int",      "namespace", "new",      "nullptr", "operator", "override",    "private",
    "public",   "return",    "size_t",   "sizeof",  "static",   "static_cast", "struct",
    "switch",   "template",  "this",     "true",    "typename", "using",       "virtual",
    "void",     "volatile",  "while"};

// Strings in such quotes say what a file or a function is.
constexpr std::string_view kProse = "\"\"\"";

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

size_t LineEnd(std::string_view text, size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// Behind the string that begins at `at`: at the same quote, unless that is escaped; on the same
// line, if there are not three of them.
size_t StringEnd(std::string_view text, size_t at) {
  if (text.substr(at).starts_with(kProse))
    return std::min(text.find(kProse, at + kProse.size()), text.size() - kProse.size()) +
           kProse.size();
  const size_t line = LineEnd(text, at);
  for (size_t next = at + 1; next < line; ++next) {
    if (text[next] == '\\') ++next;
    else if (text[next] == text[at]) return next + 1;
  }
  return line;
}

size_t WordEnd(std::string_view text, size_t at) {
  const auto end = std::find_if(text.begin() + static_cast<ptrdiff_t>(at) + 1, text.end(),
                                [](char c) { return !IsLetter(c) && !IsDigit(c); });
  return static_cast<size_t>(end - text.begin());
}

// What begins at `at`, with its length; a plain part may go on behind it.
TextPart NextPart(std::string_view text, size_t at, Syntax syntax) {
  const auto part = [&](size_t end, PartKind kind) {
    return TextPart{text.substr(at, end - at), kind};
  };
  const char c = text[at];
  const bool python = syntax == Syntax::kPython;
  if (text.substr(at).starts_with(python ? "#" : "//"))
    return part(LineEnd(text, at), PartKind::kComment);
  if (text.substr(at).starts_with(kProse)) return part(StringEnd(text, at), PartKind::kComment);
  if (c == '"' || c == '\'') return part(StringEnd(text, at), PartKind::kString);
  if (IsDigit(c)) {
    // A quote among digits only groups them.
    const size_t end = std::min(text.find_first_not_of("0123456789.'", at), text.size());
    return part(end, PartKind::kPlain);
  }
  if (!IsLetter(c) && c != '#') return part(at + 1, PartKind::kPlain);
  const size_t end = WordEnd(text, at);
  const auto words = python ? std::span<const std::string_view>(kPythonWords) : kCppWords;
  const bool keyword = std::ranges::find(words, text.substr(at, end - at)) != words.end();
  return part(end, keyword ? PartKind::kKeyword : PartKind::kPlain);
}

}  // namespace

std::vector<TextPart> PartsOf(std::string_view program, Syntax syntax) {
  std::vector<TextPart> parts;
  for (size_t at = 0; at < program.size();) {
    const TextPart next = NextPart(program, at, syntax);
    at += next.text.size();
    if (!parts.empty() && parts.back().kind == next.kind) {
      parts.back().text = {parts.back().text.data(), parts.back().text.size() + next.text.size()};
    } else {
      parts.push_back(next);
    }
  }
  return parts;
}

}  // namespace lab::panel
