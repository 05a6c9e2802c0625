// Tells what is described (fields.h) as JSON Schema. Private to the codec.
#pragma once

#include <string>
#include <utility>

#include "base/unknown_field.h"
#include "messages/fields.h"
#include "messages/json.h"

namespace lab {

Json SchemaOf(const bool&);
Json SchemaOf(const double&, const Range& range);
Json SchemaOf(const int64_t&, const Range& range);
inline Json SchemaOf(const int&, const Range& range) { return SchemaOf(int64_t{}, range); }
Json SchemaOf(const uint64_t&, Hex);
Json SchemaOf(const std::string&, Longest longest = {kLongestText});
Json SchemaOf(const std::string&, Utc);
template <NamedCode Code>
Json SchemaOf(const Code&) {
  Json names = Json::array();
  for (const auto& named : NamesOf(Code{})) names.push_back(named.second);
  return {{"enum", names}};
}
template <NamedCode Code>
Json SchemaOf(const Code& code, const Otherwise<Code>&) {
  return {{"type", "string"}, {"examples", SchemaOf(code)["enum"]}};
}
template <NamedCode Code, typename Text>
Json SchemaOf(const Code& code, const OtherwiseNamed<Code, Text>&) {
  return SchemaOf(code, Otherwise(code));
}
// One of what was said, or null.
Json OrNull(Json schema);

class FieldSchema {
 public:
  // Types that are parts of this one get their place in `parts`.
  explicit FieldSchema(Json& parts) : parts_(parts) {}

  FieldSchema& Type(const char* name, const char* about = nullptr);
  template <typename T, typename... How>
  FieldSchema& Needed(const char* key, const T& member, const How&... how) {
    return Put(key, true, Member(member, how...));
  }
  template <typename T, typename... How>
  FieldSchema& Field(const char* key, const T& member, const How&... how) {
    return Put(key, false, Member(member, how...));
  }
  template <typename T, typename... How>
  FieldSchema& IfAny(const char* key, const std::optional<T>&, const How&... how) {
    return Put(key, false, Member(T(), how...));
  }
  template <typename Describing>
  FieldSchema& Group(const char* key, bool, const Describing& describing) {
    FieldSchema inner(parts_);
    describing(inner);
    return Put(key, false, inner.Take());
  }
  FieldSchema& Kind(const char* schema, int version);
  FieldSchema& Rest(const std::vector<UnknownField>&) { return *this; }
  // Of an experiment: what its setting says.
  template <typename T>
  FieldSchema& Setting(const char* key, const T&) {
    return PutSetting(key);
  }
  FieldSchema& About(const char* text);
  template <typename... Texts>
  FieldSchema& OneOf(Texts... texts) {
    properties_.back() = {{"enum", {texts...}}};
    return *this;
  }

  const std::string& name() const { return name_; }
  Json Take();

 private:
  FieldSchema& Put(const char* key, bool needed, Json schema);
  FieldSchema& PutSetting(const char* key);
  template <typename T, typename... How>
  Json Member(const T& member, const How&... how) {
    if constexpr (kIsPart<T>) return PartSchema(parts_, member);
    else return SchemaOf(member, how...);
  }
  template <typename T, typename... How>
  Json Member(const std::optional<T>&, const How&... how) {
    return OrNull(Member(T(), how...));
  }
  template <typename T, typename... How>
  Json Member(const std::vector<T>&, Most most, const How&... how) {
    return {{"type", "array"}, {"maxItems", most.count}, {"items", Member(T(), how...)}};
  }

  Json& parts_;
  std::string name_;
  Json about_;
  Json required_ = Json::array();
  Json properties_ = Json::object();
};

// Puts the type among the parts, and refers to it.
template <typename T>
Json PartSchema(Json& parts, const T& part) {
  FieldSchema schema(parts);
  Describe(schema, part);
  const std::string name = schema.name();
  parts[name] = schema.Take();
  return {{"$ref", "#/$defs/" + name}};
}

}  // namespace lab
