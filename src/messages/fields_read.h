// Reads what is described (fields.h) without trust: every access checks kind and range, the first
// fault is remembered and the rest is skipped. Private to the codec.
#pragma once

#include <string>
#include <utility>

#include "base/unknown_field.h"
#include "messages/fields.h"
#include "messages/json.h"
#include "words/english/messages.h"

namespace lab {

// Single values: each reads into its last but `how`, or gives the value that cannot be read; null
// if all is well.
const Json* FaultIn(const Json& json, bool& into);
const Json* FaultIn(const Json& json, double& into, const Range& range);
const Json* FaultIn(const Json& json, int& into, const Range& range);
const Json* FaultIn(const Json& json, int64_t& into, const Range& range);
const Json* FaultIn(const Json& json, uint64_t& into, Hex);
const Json* FaultIn(const Json& json, std::string& into, Longest longest = {kLongestText});
const Json* FaultIn(const Json& json, std::string& into, Utc);
template <NamedCode Code>
const Json* FaultIn(const Json& json, Code& into) {
  std::string name;
  if (FaultIn(json, name) != nullptr) return &json;
  const std::optional<Code> code = CodeNamed<Code>(name);
  if (!code) return &json;
  into = *code;
  return nullptr;
}
template <NamedCode Code>
const Json* FaultIn(const Json& json, Code& into, const Otherwise<Code>& otherwise) {
  std::string name;
  if (FaultIn(json, name) != nullptr) return &json;
  into = CodeNamed<Code>(name).value_or(otherwise.code);
  return nullptr;
}
template <NamedCode Code>
const Json* FaultIn(const Json& json, Code& into,
                    const OtherwiseNamed<Code, std::string>& otherwise) {
  std::string name;
  if (FaultIn(json, name) != nullptr) return &json;
  const std::optional<Code> code = CodeNamed<Code>(name);
  into = code.value_or(otherwise.code);
  otherwise.name = code ? "" : name;
  return nullptr;
}
template <typename T, typename... How>
const Json* FaultIn(const Json& json, std::optional<T>& into, const How&... how) {
  return FaultIn(json, into.emplace(), how...);
}
template <typename T, typename... How>
const Json* FaultIn(const Json& json, std::vector<T>& into, Most, const How&... how) {
  if (!json.is_array()) return &json;
  into.clear();
  for (const Json& element : json) {
    if (const Json* faulty = FaultIn(element, into.emplace_back(), how...)) return faulty;
  }
  return nullptr;
}

// What a value must be, for the sentence about one that is not.
std::string Expected(const bool&);
std::string Expected(const double&, const Range& range);
std::string Expected(const int64_t&, const Range& range);
inline std::string Expected(const int&, const Range& range) { return Expected(int64_t{}, range); }
std::string Expected(const uint64_t&, Hex);
std::string Expected(const std::string&, Longest longest = {kLongestText});
std::string Expected(const std::string&, Utc);
template <NamedCode Code>
std::string Expected(const Code&) {
  std::string names;
  for (const auto& named : NamesOf(Code{}))
    names += (names.empty() ? "" : ", ") + std::string(named.second);
  return Phrase<words::kExpectedName>("names"_a = names);
}
template <NamedCode Code>
std::string Expected(const Code&, const Otherwise<Code>&) {
  return Expected(std::string());
}
template <NamedCode Code>
std::string Expected(const Code&, const OtherwiseNamed<Code, std::string>&) {
  return Expected(std::string());
}
template <typename T, typename... How>
std::string Expected(const std::optional<T>&, const How&... how) {
  return Expected(T(), how...);
}
template <typename T, typename... How>
std::string Expected(const std::vector<T>&, Most, const How&... how) {
  return Phrase<words::kExpectedList>("expected"_a = Expected(T(), how...));
}

class FieldReader {
 public:
  explicit FieldReader(const Json& object);

  FieldReader& Type(const char*, const char* = nullptr) { return *this; }
  template <typename T, typename... How>
  FieldReader& Needed(const char* key, T& into, const How&... how) {
    if (const Json* found = FindNeeded(key)) Take(key, *found, into, how...);
    return *this;
  }
  // Leaves `into` as it is when the key is missing or null.
  template <typename T, typename... How>
  FieldReader& Field(const char* key, T& into, const How&... how) {
    if (const Json* found = Find(key)) Take(key, *found, into, how...);
    return *this;
  }
  template <typename T, typename... How>
  FieldReader& IfAny(const char* key, std::optional<T>& into, const How&... how) {
    if (const Json* found = Find(key)) Take(key, *found, into.emplace(), how...);
    return *this;
  }
  template <typename Describing>
  FieldReader& Group(const char* key, bool, const Describing& describing) {
    if (const Json* found = Find(key)) {
      FieldReader inner(*found);
      describing(inner);
      FailWithin(key, inner.fault());
    }
    return *this;
  }
  FieldReader& Kind(const char* schema, int& version);
  FieldReader& Rest(std::vector<UnknownField>& unknown);
  FieldReader& About(const char*) { return *this; }
  template <typename... Texts>
  FieldReader& OneOf(Texts...) {
    return *this;
  }

  // Empty if all is well.
  const std::string& fault() const { return fault_; }

 private:
  // Null if the key is missing or null, or something was wrong before; FindNeeded fails if it is
  // missing.
  const Json* Find(const char* key);
  const Json* FindNeeded(const char* key);
  void Fail(const std::string& fault);
  void FailAt(const char* key, const Json& value, const Json& faulty, const std::string& expected);
  void FailWithin(const std::string& part, const std::string& fault);

  template <typename T, typename... How>
  void Take(const char* key, const Json& json, T& into, const How&... how) {
    if constexpr (kIsList<T>) {
      if (json.is_array() && !Fits(key, json, how...)) return;
    }
    if constexpr (!kIsPart<T>) {
      const Json* faulty = FaultIn(json, into, how...);
      if (faulty != nullptr) FailAt(key, json, *faulty, Expected(into, how...));
    } else if constexpr (kIsList<T>) {
      if (!json.is_array()) return Fail(Phrase<words::kNotAList>("key"_a = key));
      for (const Json& element : json) {
        const std::string fault = ReadPart(element, into.emplace_back());
        if (!fault.empty())
          return FailWithin(key + ("[" + std::to_string(into.size() - 1) + "]"), fault);
      }
    } else {
      FailWithin(key, ReadPart(json, into));
    }
  }
  template <typename... How>
  bool Fits(const char* key, const Json& list, Most most, const How&...) {
    return FitsMost(key, list, most);
  }
  bool FitsMost(const char* key, const Json& list, Most most);

  const Json& object_;
  std::vector<std::string_view> described_;  // keys so far
  std::string fault_;
};

// What is wrong; empty if it has been read.
template <typename T>
std::string ReadPart(const Json& json, T& into) {
  FieldReader reader(json);
  Describe(reader, into);
  return reader.fault().empty() ? Settle(into) : reader.fault();
}

}  // namespace lab
