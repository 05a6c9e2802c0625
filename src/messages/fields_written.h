// Writes what is described (fields.h) as JSON, in the order of the description. Private to the
// codec.
#pragma once

#include <utility>

#include "base/unknown_field.h"
#include "messages/fields.h"
#include "messages/json.h"

namespace lab {

inline Json Written(bool flag) { return flag; }
inline Json Written(double number, const Range&) { return number; }
inline Json Written(int64_t number, const Range&) { return number; }
Json Written(uint64_t number, Hex);
Json Written(const std::string& text);
inline Json Written(const std::string& text, Longest) { return Written(text); }
inline Json Written(const std::string& text, Utc) { return Written(text); }
template <NamedCode Code>
Json Written(Code code) {
  return Written(std::string(Name(code)));
}
template <NamedCode Code>
Json Written(Code code, const Otherwise<Code>&) {
  return Written(code);
}

template <NamedCode Code>
Json Written(Code code, const OtherwiseNamed<Code, const std::string>& otherwise) {
  return otherwise.name.empty() ? Written(code) : Written(otherwise.name);
}

class FieldWriter {
 public:
  FieldWriter& Type(const char*, const char* = nullptr) { return *this; }
  template <typename T, typename... How>
  FieldWriter& Needed(const char* key, const T& value, const How&... how) {
    return Put(key, ToJson(value, how...));
  }
  template <typename T, typename... How>
  FieldWriter& Field(const char* key, const T& value, const How&... how) {
    return Put(key, ToJson(value, how...));
  }
  template <typename T, typename... How>
  FieldWriter& IfAny(const char* key, const std::optional<T>& value, const How&... how) {
    return value ? Put(key, ToJson(*value, how...)) : *this;
  }
  template <typename Describing>
  FieldWriter& Group(const char* key, bool there, const Describing& describing) {
    if (!there) return *this;
    FieldWriter inner;
    describing(inner);
    return Put(key, inner.Take());
  }
  FieldWriter& Kind(const char* schema, int version);
  FieldWriter& Rest(const std::vector<UnknownField>& unknown);
  FieldWriter& About(const char*) { return *this; }
  template <typename... Texts>
  FieldWriter& OneOf(Texts...) {
    return *this;
  }

  FieldWriter& Put(std::string key, Json value);
  Json Take() { return std::move(json_); }

 private:
  template <typename T, typename... How>
  static Json ToJson(const T& value, const How&... how) {
    if constexpr (kIsPart<T>) return PartToJson(value);
    else if constexpr (std::same_as<T, int>) return Written(int64_t{value}, how...);
    else return Written(value, how...);
  }
  template <typename T, typename... How>
  static Json ToJson(const std::optional<T>& value, const How&... how) {
    return value ? ToJson(*value, how...) : Json(nullptr);
  }
  template <typename T, typename... How>
  static Json ToJson(const std::vector<T>& values, Most, const How&... how) {
    Json array = Json::array();
    for (const T& value : values) array.push_back(ToJson(value, how...));
    return array;
  }

  Json json_ = Json::object();
};

template <typename T>
Json PartToJson(const T& part) {
  FieldWriter writer;
  Describe(writer, part);
  return writer.Take();
}

}  // namespace lab
