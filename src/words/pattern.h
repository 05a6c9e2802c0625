// What a template of words/text.h consists of, readable while compiling and while running. Private
// to the room.
//
//   message  := (letters | argument)*
//   argument := "{" name "}"                              a text as it is, a whole number with its
//   digits in threes
//             | "{" name ", spell}" | "{" name ", Spell}"  a whole number in words up to twelve;
//             Spell begins a sentence | "{" name ", plural," branch+ "}"           by how many:
//             "=2", "one" (exactly 1 in English), "other" | "{" name ", select," branch+ "}" by the
//             text: itself, "none" for an empty one, "other"
//   branch   := " "* selector " {" message "}"
//
// The syntax is that of ICU's messages, which translators know, without its quoting: a text has no
// other braces.
#pragma once

#include <optional>
#include <string_view>

namespace lab::pattern {

enum class Form { kPlain, kSpell, kSpellAtStart, kPlural, kSelect };

// Letters, or an argument, which has a name.
struct Piece {
  std::string_view letters;
  std::string_view name;
  Form form = Form::kPlain;
  std::string_view branches;
};

struct Branch {
  std::string_view selector;
  std::string_view message;
};

// Not constexpr, so that a template that is wrong does not compile.
[[noreturn]] void Malformed(const char* why);

// The length of what stands in braces at the beginning of `text`, braces included.
constexpr size_t BracedLength(std::string_view text) {
  int depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}' && --depth == 0) return at + 1;
  }
  Malformed("a brace is not closed");
}

constexpr Form FormOf(std::string_view keyword) {
  if (keyword == "spell") return Form::kSpell;
  if (keyword == "Spell") return Form::kSpellAtStart;
  if (keyword == "plural") return Form::kPlural;
  if (keyword == "select") return Form::kSelect;
  Malformed("there is no such form of an argument");
}

// "workers, plural, one {…} other {…}", without the braces around it.
constexpr Piece ArgumentOf(std::string_view inside) {
  const size_t comma = inside.find(", ");
  Piece piece{.letters = {}, .name = inside.substr(0, comma), .form = Form::kPlain, .branches = {}};
  if (piece.name.empty() || piece.name.find_first_of("{} ,") != piece.name.npos)
    Malformed("an argument has no name");
  if (comma == inside.npos) return piece;
  const std::string_view rest = inside.substr(comma + 2);
  const size_t end = rest.find(',');
  piece.form = FormOf(rest.substr(0, end));
  const bool branches = piece.form == Form::kPlural || piece.form == Form::kSelect;
  if (branches != (end != rest.npos))
    Malformed("plural and select have branches, other forms have none");
  if (branches) piece.branches = rest.substr(end + 1);
  return piece;
}

// Takes the next piece off the front of `rest`; empty at its end.
constexpr std::optional<Piece> NextPiece(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const size_t length = rest.front() == '{' ? BracedLength(rest) : rest.find('{');
  const std::string_view part = rest.substr(0, length);
  rest.remove_prefix(part.size());
  if (part.front() == '{') return ArgumentOf(part.substr(1, part.size() - 2));
  if (part.find('}') != part.npos) Malformed("a brace is closed that was not opened");
  return Piece{.letters = part, .name = {}, .form = Form::kPlain, .branches = {}};
}

// The same with the branches of an argument.
constexpr std::optional<Branch> NextBranch(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.empty()) return std::nullopt;
  const size_t open = rest.find(" {");
  if (open == rest.npos) Malformed("a branch has no message");
  const std::string_view selector = rest.substr(0, open);
  rest.remove_prefix(open + 1);
  const size_t length = BracedLength(rest);
  const std::string_view message = rest.substr(1, length - 2);
  rest.remove_prefix(length);
  return Branch{.selector = selector, .message = message};
}

}  // namespace lab::pattern
