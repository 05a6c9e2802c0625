#include "words/text.h"

#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "words/english/lists.h"

namespace lab {
namespace {

std::string Plain(const Value& value) {
  if (!value.is_number()) return std::string(value.text());
  const double number = value.number();
  return number == std::floor(number) ? Grouped(number) : Format("%g", number);
}

std::string Spelled(const Value& value) {
  return value.is_number() ? NumberWord(static_cast<int>(value.number())) : Plain(value);
}

// English has two numbers; a language with more brings its own rule.
bool Selects(std::string_view selector, pattern::Form form, const Value& value) {
  if (form == pattern::Form::kSelect)
    return !value.is_number() &&
           (value.text().empty() ? selector == "none" : selector == value.text());
  if (!value.is_number()) return false;
  return selector.starts_with('=') ? selector.substr(1) == Format("%.0f", value.number())
                                   : selector == "one" && value.number() == 1;
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

// Never while running: each text was checked while compiling, which shows why.
void pattern::Malformed(const char*) { std::abort(); }

Value::Value(double number) : number_(number) {}
Value::Value(std::string_view text) : text_(text.data() != nullptr ? text : std::string_view("")) {}

std::string FillIn(const Form& form, const Value* values) {
  std::string filled;
  std::string_view message = form.message;
  while (const std::optional<pattern::Piece> piece = pattern::NextPiece(message)) {
    filled += piece->letters;
    if (piece->name.empty()) continue;
    const Value& value = values[std::ranges::find(form.names, piece->name) - form.names.begin()];
    switch (piece->form) {
      case pattern::Form::kPlain: filled += Plain(value); break;
      case pattern::Form::kSpell: filled += Spelled(value); break;
      case pattern::Form::kSpellAtStart: filled += Capital(Spelled(value)); break;
      case pattern::Form::kPlural:
      case pattern::Form::kSelect:
        filled += FillIn({Chosen(*piece, value), form.names}, values);
        break;
    }
  }
  return filled;
}

std::string Phrase(const PlainText& text) { return std::string(text.english); }

std::string Phrase(const CountedText& text, double count) {
  const Value value(count);
  return FillIn({text.english, kNamesOf<"count">}, &value);
}

std::string Listed(std::span<const std::string> items) {
  if (items.empty()) return "";
  std::string list = items.front();
  for (size_t at = 1; at < items.size(); ++at) {
    list = at + 1 < items.size() ? Phrase<words::kListGoesOn>("list"_a = list, "item"_a = items[at])
                                 : Phrase<words::kListEnds>("list"_a = list, "item"_a = items[at]);
  }
  return list;
}

std::string Sentences(std::span<const std::string> sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (sentence.empty()) continue;
    text = text.empty() ? sentence
                        : Phrase<words::kSentences>("first"_a = text, "second"_a = sentence);
  }
  return text;
}

}  // namespace lab
