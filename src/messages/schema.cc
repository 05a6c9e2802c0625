#include "messages/schema.h"

#include <algorithm>

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/settings.h"
#include "messages/described_ready.h"
#include "messages/described_result.h"
#include "messages/fields_schema.h"

namespace lab {

Json SchemaOf(const bool&) { return {{"type", "boolean"}}; }
Json SchemaOf(const double&, const Range& range) {
  return {{"type", "number"}, {"minimum", range.low}, {"maximum", range.high}};
}
Json SchemaOf(const int64_t&, const Range& range) {
  return {{"type", "integer"},
          {"minimum", static_cast<int64_t>(range.low)},
          {"maximum", static_cast<int64_t>(range.high)}};
}
Json SchemaOf(const uint64_t&, Hex) {
  return {{"type", "string"}, {"pattern", "^[0-9a-f]{1,16}$"}};
}
Json SchemaOf(const std::string&, Longest longest) {
  return {{"type", "string"}, {"maxLength", longest.bytes}};
}
Json SchemaOf(const std::string&, Utc) {
  return {{"type", "string"}, {"pattern", "^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)?$"}};
}

Json OrNull(Json schema) {
  schema["type"] = {schema["type"], "null"};
  return schema;
}

FieldSchema& FieldSchema::Type(const char* name, const char* about) {
  name_ = name;
  if (about != nullptr) about_ = about;
  return *this;
}

FieldSchema& FieldSchema::Kind(const char* schema, int version) {
  return Put("schema", true, {{"const", schema}})
      .Put("version", true, {{"type", "integer"}, {"minimum", version}})
      .About("Newer versions have more fields.");
}

FieldSchema& FieldSchema::About(const char* text) {
  properties_.back()["description"] = text;
  return *this;
}

FieldSchema& FieldSchema::Put(const char* key, bool needed, Json schema) {
  if (needed) required_.push_back(key);
  properties_[key] = std::move(schema);
  return *this;
}

FieldSchema& FieldSchema::PutSetting(const char* key) {
  std::string name = key;
  std::ranges::replace(name, '_', '-');
  Json names = Json::array();
  if (name == "experiment") {
    for (const ExperimentInfo& info : Experiments()) names.push_back(info.name);
    return Put(key, false, {{"enum", names}});
  }
  if (key == std::string_view(kLeftToPlan)) {
    for (const Choice& choice : kChoices) names.push_back(choice.name);
    return Put(key, false, {{"type", "array"}, {"items", {{"enum", names}}}})
        .About(
            "The settings left to Speedup Lab, whose values here are its choice; size also stands "
            "for latency, duration and answers.");
  }
  const lab::Setting& setting = *FindSetting(name);
  const Range range = {.low = setting.low, .high = setting.high};
  const auto list = [](Json items) { return Json{{"type", "array"}, {"items", std::move(items)}}; };
  Json schema;
  switch (setting.kind) {
    case SettingKind::kWhole: schema = SchemaOf(int64_t{}, range); break;
    case SettingKind::kNumber: schema = SchemaOf(double{}, range); break;
    case SettingKind::kFlag: schema = SchemaOf(bool{}); break;
    case SettingKind::kNumbers: schema = list(SchemaOf(double{}, range)); break;
    case SettingKind::kUrls: schema = list(SchemaOf(std::string())); break;
    case SettingKind::kNames:
      for (const ModelInfo& model : Models()) names.push_back(model.name);
      schema = list({{"enum", names}});
      break;
  }
  Put(key, false, std::move(schema));
  const std::string unit = Phrase(*setting.unit);
  const std::string help = Phrase(*setting.help);
  return About(
      (unit.empty() ? help : Phrase<words::kHelpWithUnit>("help"_a = help, "unit"_a = unit))
          .c_str());
}

Json FieldSchema::Take() {
  Json schema = Json::object();
  if (!about_.is_null()) schema["description"] = std::move(about_);
  schema["type"] = "object";
  if (!required_.empty()) schema["required"] = std::move(required_);
  schema["properties"] = std::move(properties_);
  return schema;
}

// Its events are columns.
static Json PartSchema(Json& parts, const LaneTrace&) { return PartSchema(parts, LaneColumns()); }

std::string SchemaText() {
  Json parts = Json::object();
  const Json kinds = {PartSchema(parts, RunResult()), PartSchema(parts, SweepResult())};
  PartSchema(parts, Ready());  // no file, but what those are told who show one
  const Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "Files of Speedup Lab: the result of a run, or of a sweep over one setting"},
      {"oneOf", kinds},
      {"$defs", std::move(parts)}};
  return schema.dump(2) + "\n";
}

}  // namespace lab
