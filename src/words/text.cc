#include "words/text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "words/english/lists.h"

namespace lab {
namespace {

std::string Plain(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const double number = std::get<double>(value);
  return number == std::floor(number) ? Grouped(number) : Format("%g", number);
}

std::string Spelled(const Value& value) {
  const auto* number = std::get_if<double>(&value);
  return number == nullptr ? Plain(value) : NumberWord(static_cast<int>(*number));
}

// English has two numbers; a language with more brings its own rule.
bool Selects(std::string_view selector, pattern::Form form, const Value& value) {
  if (form == pattern::Form::kSelect) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && (text->empty() ? selector == "none" : selector == *text);
  }
  const auto* number = std::get_if<double>(&value);
  if (number == nullptr) return false;
  return selector.starts_with('=') ? selector.substr(1) == Format("%.0f", *number) : selector == "one" && *number == 1;
}

std::string_view Chosen(const pattern::Piece& piece, const Value& value) {
  std::string_view other;
  std::string_view branches = piece.branches;
  while (const std::optional<pattern::Branch> branch = pattern::NextBranch(branches)) {
    if (Selects(branch->selector, piece.form, value)) return branch->message;
    if (branch->selector == "other") other = branch->message;
  }
  return other;
}

}  // namespace

void pattern::Malformed(const char* why) {
  std::fprintf(stderr, "A text is malformed: %s.\n", why);
  std::abort();
}

std::string FillIn(std::string_view message, std::span<const NamedValue> values) {
  std::string filled;
  while (const std::optional<pattern::Piece> piece = pattern::NextPiece(message)) {
    filled += piece->letters;
    if (piece->name.empty()) continue;
    const Value& value = *std::ranges::find(values, piece->name, &NamedValue::name)->value;
    switch (piece->form) {
      case pattern::Form::kPlain: filled += Plain(value); break;
      case pattern::Form::kSpell: filled += Spelled(value); break;
      case pattern::Form::kSpellAtStart: filled += Capital(Spelled(value)); break;
      case pattern::Form::kPlural:
      case pattern::Form::kSelect: filled += FillIn(Chosen(*piece, value), values); break;
    }
  }
  return filled;
}

std::string Phrase(const PlainText& text) { return FillIn(text.english, {}); }

std::string Phrase(const CountedText& text, double count) {
  const Value value = count;
  return FillIn(text.english, std::array{NamedValue{"count", &value}});
}

std::string Listed(std::span<const std::string> items) {
  if (items.empty()) return "";
  std::string list = items.front();
  for (size_t at = 1; at < items.size(); ++at) {
    list = at + 1 < items.size() ? Phrase<words::kListGoesOn>("list"_a = list, "item"_a = items[at]) : Phrase<words::kListEnds>("list"_a = list, "item"_a = items[at]);
  }
  return list;
}

std::string Sentences(std::span<const std::string> sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (sentence.empty()) continue;
    text = text.empty() ? sentence : Phrase<words::kSentences>("first"_a = text, "second"_a = sentence);
  }
  return text;
}

}  // namespace lab
