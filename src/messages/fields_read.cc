#include "messages/fields_read.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "messages/file_kinds.h"
#include "messages/result.h"

namespace lab {
namespace {

constexpr double kLargestInt = 2e9;

std::string NumberText(double number) {
  return std::fabs(number) < 1e15 && number == std::floor(number) ? Grouped(number)
                                                                  : Format("%g", number);
}

template <const Text& text>
std::string WithinRange(const Range& range) {
  return Phrase<text>("low"_a = NumberText(range.low), "high"_a = NumberText(range.high),
                      "unit"_a = Phrase(*range.unit));
}

}  // namespace

const Json* FaultIn(const Json& json, bool& into) {
  if (!json.is_boolean()) return &json;
  into = json.get<bool>();
  return nullptr;
}

const Json* FaultIn(const Json& json, double& into, const Range& range) {
  if (!json.is_number()) return &json;
  const double number = json.get<double>();
  if (!(number >= range.low && number <= range.high)) return &json;
  into = number;
  return nullptr;
}

const Json* FaultIn(const Json& json, int& into, const Range& range) {
  int64_t number = 0;
  if (FaultIn(json, number, range) != nullptr ||
      std::fabs(static_cast<double>(number)) > kLargestInt)
    return &json;
  into = static_cast<int>(number);
  return nullptr;
}

const Json* FaultIn(const Json& json, int64_t& into, const Range& range) {
  double number = 0;
  if (FaultIn(json, number, range) != nullptr || number != std::floor(number)) return &json;
  into = static_cast<int64_t>(number);
  return nullptr;
}

const Json* FaultIn(const Json& json, uint64_t& into, Hex) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr) return &json;
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, into, 16);
  return read.ec == std::errc() && read.ptr == end ? nullptr : &json;
}

const Json* FaultIn(const Json& json, std::string& into, Longest longest) {
  const auto* text = json.get_ptr<const std::string*>();
  if (text == nullptr || text->size() > longest.bytes) return &json;
  into = *text;
  return nullptr;
}

const Json* FaultIn(const Json& json, std::string& into, Utc) {
  constexpr std::string_view kPattern = "dddd-dd-ddTdd:dd:ddZ";
  const auto fits = [](char pattern, char letter) {
    return pattern == 'd' ? letter >= '0' && letter <= '9' : letter == pattern;
  };
  if (FaultIn(json, into) != nullptr) return &json;
  return into.empty() || std::ranges::equal(kPattern, into, fits) ? nullptr : &json;
}

std::string Expected(const bool&) { return Phrase<words::kExpectedFlag>(); }
std::string Expected(const double&, const Range& range) {
  return WithinRange<words::kExpectedNumber>(range);
}
std::string Expected(const int64_t&, const Range& range) {
  return WithinRange<words::kExpectedWhole>(range);
}
std::string Expected(const uint64_t&, Hex) { return Phrase<words::kExpectedHex>(); }
std::string Expected(const std::string&, Longest longest) {
  return Phrase<words::kExpectedText>("bytes"_a = longest.bytes);
}
std::string Expected(const std::string&, Utc) { return Phrase<words::kExpectedTime>(); }

FieldReader::FieldReader(const Json& object) : object_(object) {
  if (!object.is_object()) fault_ = Phrase<words::kExpectedObject>();
}

const Json* FieldReader::Find(const char* key) {
  described_.push_back(key);
  if (!fault_.empty()) return nullptr;
  const auto found = object_.find(key);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

const Json* FieldReader::FindNeeded(const char* key) {
  described_.push_back(key);
  if (!fault_.empty()) return nullptr;
  const auto found = object_.find(key);
  if (found != object_.end()) return &*found;
  Fail(Phrase<words::kMissing>("key"_a = key));
  return nullptr;
}

void FieldReader::Fail(const std::string& fault) {
  if (fault_.empty()) fault_ = fault;
}

void FieldReader::FailAt(const char* key, const Json& value, const Json& faulty,
                         const std::string& expected) {
  const std::string shown = Shown(faulty);
  Fail(&faulty == &value
           ? Phrase<words::kValueIs>("key"_a = key, "value"_a = shown, "expected"_a = expected)
           : Phrase<words::kValueHolds>("key"_a = key, "value"_a = shown, "expected"_a = expected));
}

void FieldReader::FailWithin(const std::string& part, const std::string& fault) {
  if (!fault.empty()) Fail(Phrase<words::kFaultWithin>("part"_a = part, "fault"_a = fault));
}

bool FieldReader::FitsMost(const char* key, const Json& list, Most most) {
  if (list.size() <= most) return true;
  Fail(Phrase<words::kTooManyElements>("key"_a = key, "count"_a = list.size(),
                                       "most"_a = most.count));
  return false;
}

FieldReader& FieldReader::Rest(std::vector<UnknownField>& unknown) {
  if (!fault_.empty()) return *this;
  for (const auto& [key, value] : object_.items()) {
    if (std::ranges::find(described_, key) == described_.end())
      unknown.push_back({.name = key, .json = value.dump()});
  }
  return *this;
}

FieldReader& FieldReader::Kind(const char* schema, int& version) {
  constexpr Range kVersions = {kFileVersion, 1e9};
  std::string its_schema;
  Needed("schema", its_schema);
  if (fault_.empty() && its_schema != schema) Fail(WrongKind(its_schema));
  return Needed("version", version, kVersions);
}

}  // namespace lab
