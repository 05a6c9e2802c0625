#include "experiment/setting_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "base/url.h"
#include "experiment/model_info.h"
#include "platform/address.h"
#include "words/english/settings.h"

namespace lab {
namespace {

Error OutOfRange(const Setting& setting, std::string_view text) {
  constexpr size_t kMostShown = 80;
  return Complaint(
      setting.name,
      Phrase<words::kNotInRange>("setting"_a = setting.name, "typed"_a = text.substr(0, kMostShown),
                                 "kind"_a = setting.kind == SettingKind::kWhole ? "whole" : "any",
                                 "range"_a = RangeText(setting)),
      Phrase<words::kChooseInRange>());
}

std::vector<std::string> Split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// "1,000,000" or "1_000_000" without its separators; a text that is not grouped in threes as it is,
// so that neither "0,5" nor "0,005" passes for 5: no group of thousands begins with 0.
std::string WithoutGroups(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::vector<std::string> groups = Split(text, ",_");
  if (groups.size() > 1 && groups.front().starts_with('0')) return std::string(text);
  size_t digits = 0;
  for (const std::string& group : groups) {
    const bool first = &group == &groups.front();
    if (!std::ranges::all_of(group, is_digit) || (first ? group.size() > 3 : group.size() != 3))
      return std::string(text);
    digits += group.size();
  }
  // Split forgives separators without anything between them; a number does not.
  if (groups.empty() || text.size() != digits + groups.size() - 1) return std::string(text);
  std::string plain(text);
  std::erase_if(plain, [&](char c) { return !is_digit(c); });
  return plain;
}

// What stands around a number that was pasted.
std::string_view WithoutSpacesAround(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string KnownModels() {
  std::vector<std::string> names;
  for (const ModelInfo& model : Models()) names.emplace_back(model.name);
  return Listed(names);
}

}  // namespace

// A text that was typed can be as long as its writer likes; what is said of it cannot.
Error Complaint(std::string_view name, std::string message, std::string next) {
  constexpr size_t kMost = 400;
  if (message.size() > kMost) {
    size_t end = kMost;
    while ((static_cast<unsigned char>(message[end]) & 0xC0) == 0x80)
      --end;  // not within a character
    message.resize(end);
    message += "…";
  }
  return {.code = ErrorCode::kInvalidArgument,
          .message = std::move(message),
          .next = std::move(next),
          .field = std::string(name)};
}

std::string RangeText(const Setting& setting) {
  const auto end = [&](double number) {
    return number >= 10'000 ? Grouped(number) : NumberText(number);
  };
  return Phrase<words::kRange>("low"_a = end(setting.low), "high"_a = end(setting.high),
                               "unit"_a = Phrase(*setting.unit));
}

std::string NumberText(double number) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  const std::string shortest(text, end);
  return shortest.find('e') == std::string::npos ? shortest : Format("%.0f", number);
}

Result<double> ReadNumber(const Setting& setting, std::string_view text) {
  const std::optional<double> number = ParseNumber(WithoutGroups(WithoutSpacesAround(text)));
  const bool whole =
      setting.kind != SettingKind::kWhole || number == std::floor(number.value_or(0));
  if (!number || !whole || *number < setting.low || *number > setting.high)
    return OutOfRange(setting, text);
  return *number + 0.0;  // of −0 it makes 0
}

Result<bool> ReadFlag(const Setting& setting, std::string_view text) {
  for (const char* yes : {"true", "1", "yes", "on", ""}) {
    if (text == yes) return true;
  }
  for (const char* no : {"false", "0", "no", "off"}) {
    if (text == no) return false;
  }
  return Complaint(
      setting.name,
      Phrase<words::kNeitherTrueNorFalse>("setting"_a = setting.name, "typed"_a = text),
      Phrase<words::kGiveTrueOrFalse>());
}

Result<std::vector<std::string>> ReadModels(std::string_view text) {
  const std::vector<std::string> asked = Split(text, ", ");
  for (const std::string& name : asked) {
    if (FindModel(name) == nullptr) {
      return Complaint("models", Phrase<words::kNoSuchModel>("typed"_a = name),
                       Phrase<words::kChooseFrom>("choices"_a = KnownModels()));
    }
  }
  if (asked.empty())
    return Complaint("models", Phrase<words::kNoModelNamed>(),
                     Phrase<words::kChooseFrom>("choices"_a = KnownModels()));
  std::vector<std::string> models;
  for (const ModelInfo& model : Models()) {
    if (model.name == kSequential || std::ranges::find(asked, model.name) != asked.end())
      models.emplace_back(model.name);
  }
  return models;
}

Result<std::vector<std::string>> ReadUrls(std::string_view text) {
  constexpr size_t kMost = 1000;
  std::vector<std::string> urls = Split(text, " \t\r\n");
  if (urls.size() > kMost)
    return Complaint("urls", Phrase<words::kTooManyUrls>("count"_a = urls.size(), "most"_a = kMost),
                     Phrase<words::kFewerUrls>());
  for (const std::string& url : urls) {
    const std::optional<Url> parts = ParseUrl(url);
    const std::string shown = WithoutUser(url).substr(0, 120);
    if (!parts)
      return Complaint("urls", Phrase<words::kNoWholeUrl>("url"_a = shown),
                       Phrase<words::kGiveWholeUrls>());
    if (const std::string cause = WhyNoDownload(*parts); !cause.empty()) {
      return Complaint("urls", Phrase<words::kUrlRefused>("url"_a = shown, "cause"_a = cause),
                       Phrase<words::kGiveUrlsLike>());
    }
  }
  return urls;
}

Result<std::vector<double>> ReadNumbers(const Setting& setting, std::string_view text) {
  std::vector<double> numbers;
  for (const std::string& part : Split(text, ", ")) {
    const Result<double> number = ReadNumber(setting, part);
    if (!number) return number.error();
    numbers.push_back(number.value());
  }
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  return numbers;
}

}  // namespace lab
