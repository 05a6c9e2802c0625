// A sentence, or a part of the screen's writing, as a template with named values: `Phrase` fills it
// in. What a template says, which values it wants and whether its braces fit is checked while
// compiling (pattern.h has the syntax).
//
//   inline constexpr Text kTooMany{"settings.too-many", "{count, plural, one {One value} other
//   {{count} values}} …"}; Phrase<kTooMany>("count"_a = 3)
//
// Pure; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <span>
#include <string>
#include <string_view>

#include "words/pattern.h"

namespace lab {

// That of all texts, as a tag of BCP 47.
inline constexpr std::string_view kLanguage = "en";

struct Text {
  std::string_view key;  // "cli.no-such-command": by which other languages know it
  std::string_view english;

  consteval Text(std::string_view its_key, std::string_view its_english)
      : key(its_key), english(its_english) {
    Check(english);
  }

 private:
  static consteval void Check(std::string_view message) {
    while (const std::optional<pattern::Piece> piece = pattern::NextPiece(message)) {
      bool other = piece->branches.empty();
      std::string_view branches = piece->branches;
      while (const std::optional<pattern::Branch> branch = pattern::NextBranch(branches)) {
        other |= branch->selector == "other";
        Check(branch->message);
      }
      if (!other) pattern::Malformed("an argument has no branch for all others");
    }
  }
};

// A value of a template: a number, or a text that lives until the phrase is said. Made out of line:
// phrases are many.
class Value {
 public:
  explicit Value(double number);
  explicit Value(std::string_view text);
  bool is_number() const { return text_.data() == nullptr; }
  double number() const { return number_; }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;  // without an address: a number
  double number_ = 0;
};

template <size_t size>
struct ArgumentName {
  consteval ArgumentName(const char (&name)[size]) {
    std::copy_n(name, size, letters.begin());
  }  // NOLINT(google-explicit-constructor)
  constexpr std::string_view view() const { return {letters.data(), size - 1}; }
  std::array<char, size> letters{};
};

// A value by its name, as `"workers"_a = 2`.
template <ArgumentName name>
struct Argument {
  Value value;
};

template <ArgumentName name>
struct ArgumentOfName {
  template <typename Number>
    requires std::integral<Number> || std::floating_point<Number>
  Argument<name> operator=(Number number) const {
    return {Value(static_cast<double>(number))};
  }
  Argument<name> operator=(std::string_view text) const { return {Value(text)}; }
};

template <ArgumentName name>
consteval ArgumentOfName<name> operator""_a() {
  return {};
}

// A template and the names of the values that it wants.
struct Form {
  std::string_view message;
  std::span<const std::string_view> names;
};

// With the values put in: one for each name, in their order.
std::string FillIn(const Form& form, const Value* values);

template <ArgumentName... names>
inline constexpr std::array<std::string_view, sizeof...(names)> kNamesOf{names.view()...};

// Whether the message names no other values than these.
consteval bool Gives(std::string_view message, std::span<const std::string_view> names) {
  while (const std::optional<pattern::Piece> piece = pattern::NextPiece(message)) {
    if (!piece->name.empty() && std::ranges::find(names, piece->name) == names.end()) return false;
    std::string_view branches = piece->branches;
    while (const std::optional<pattern::Branch> branch = pattern::NextBranch(branches)) {
      if (!Gives(branch->message, names)) return false;
    }
  }
  return true;
}

// Whether the message names this value.
consteval bool Wants(std::string_view message, std::string_view name) {
  while (const std::optional<pattern::Piece> piece = pattern::NextPiece(message)) {
    if (piece->name == name) return true;
    std::string_view branches = piece->branches;
    while (const std::optional<pattern::Branch> branch = pattern::NextBranch(branches)) {
      if (Wants(branch->message, name)) return true;
    }
  }
  return false;
}

// By itself, so that the key does not get into the program.
template <const Text& text, ArgumentName... names>
inline constexpr Form kFormOf{text.english, kNamesOf<names...>};

template <const Text& text, ArgumentName... names>
std::string Phrase(const Argument<names>&... arguments) {
  static_assert(Gives(text.english, kNamesOf<names...>),
                "the text wants a value that is not given");
  static_assert((Wants(text.english, names.view()) && ...),
                "the text does not want a value that is given");
  const std::array<Value, sizeof...(names)> values{arguments.value...};
  return FillIn(kFormOf<text, names...>, values.data());
}

// A text that wants no values, as it stands: for what is drawn again and again.
template <const Text& text>
constexpr std::string_view TextOf() {
  static_assert(Gives(text.english, {}), "the text wants values");
  return text.english;
}

// A text without values, and one whose only value is a `count`: for tables, which refer to texts by
// their addresses.
struct PlainText : Text {
  consteval PlainText(std::string_view its_key, std::string_view its_english)
      : Text(its_key, its_english) {
    if (!Gives(english, {})) pattern::Malformed("a plain text has no values");
  }
};
struct CountedText : Text {
  consteval CountedText(std::string_view its_key, std::string_view its_english)
      : Text(its_key, its_english) {
    if (!Gives(english, std::array<std::string_view, 1>{"count"}))
      pattern::Malformed("a counted text has no value but its count");
  }
};
std::string Phrase(const PlainText& text);
std::string Phrase(const CountedText& text, double count);

// "a", "a and b", "a, b and c".
std::string Listed(std::span<const std::string> items);
// Whole sentences, one after the other; empty ones are left out.
std::string Sentences(std::span<const std::string> sentences);

}  // namespace lab
