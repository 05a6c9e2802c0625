#include "messages/described_experiment.h"

#include <algorithm>
#include <optional>

#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "words/english/messages.h"

namespace lab {
namespace {

Json ToJson(const Experiment& experiment) { return NameOf(experiment); }
Json ToJson(const LeftToPlan& left) {
  Json names = Json::array();
  for (const Choice& choice : kChoices) {
    if (left.*choice.left) names.push_back(choice.name);
  }
  return names;
}
template <typename T>
Json ToJson(const T& value) {
  return value;
}

struct SettingWriter {
  Json json = Json::object();

  void Type(const char*, const char*) {}
  template <typename T>
  void Setting(const char* key, const T& value) {
    json.get_ref<Json::object_t&>().emplace_back(key, ToJson(value));
  }
  void Rest(const std::vector<UnknownField>& unknown) {
    for (const UnknownField& field : unknown)
      json.get_ref<Json::object_t&>().emplace_back(
          field.name, Json::parse(field.json, nullptr, /*allow_exceptions=*/false));
  }
};

// What of an experiment a newer version may know and this one does not.
struct Unknown {
  std::optional<std::string> name;
  std::vector<std::string> models;
  std::vector<UnknownField> settings;
};

bool IsKnown(const std::string& key) {
  std::string name = key;
  std::ranges::replace(name, '_', '-');
  return name == "experiment" || name == "preset" || key == kLeftToPlan ||
         FindSetting(name) != nullptr;
}

// Takes the unknown out of the settings, so that what is left can be checked.
Unknown TakeUnknown(Json& settings) {
  Unknown unknown;
  Json known = Json::object();
  for (auto& [key, value] : settings.items()) {
    if (!IsKnown(key)) {
      unknown.settings.push_back({.name = key, .json = value.dump()});
    } else if (key == "experiment" && value.is_string() &&
               FindExperiment(value.get<std::string>()) == nullptr) {
      unknown.name = value.get<std::string>();
    } else if (key == "models" && value.is_array()) {
      Json& models = known[key] = Json::array({kSequential});
      for (const Json& model : value) {
        if (!model.is_string() || FindModel(model.get<std::string>()) != nullptr)
          models.push_back(model);
        else if (std::ranges::find(unknown.models, model.get<std::string>()) ==
                 unknown.models.end())
          unknown.models.push_back(model.get<std::string>());
      }
    } else {
      known[key] = std::move(value);
    }
  }
  settings = std::move(known);
  return unknown;
}

void ReadLeftToPlan(const Json& names, LeftToPlan& left) {
  for (const Choice& choice : kChoices)
    left.*choice.left = std::ranges::find(names, Json(choice.name)) != names.end();
}

std::string Underscored(std::string_view name) {
  std::string key(name);
  for (char& c : key) c = c == '-' ? '_' : c;
  return key;
}

// One setting's value as the text that the settings understand; empty optional if it is an object,
// or a list of something else than texts, or numbers where the setting wants `numbers`.
std::optional<std::string> SettingTextOf(const Json& value, bool numbers) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const Json& element : value) {
    if (numbers ? !element.is_number() : !element.is_string()) return std::nullopt;
    joined += (joined.empty() ? "" : " ") + (numbers ? element.dump() : element.get<std::string>());
  }
  return joined;
}

}  // namespace

Json PartToJson(const Experiment& experiment) {
  SettingWriter writer;
  Describe(writer, experiment);
  return std::move(writer.json);
}

Result<Experiment> ExperimentFromJson(const Json& json) {
  if (!json.is_object())
    return Error{.code = ErrorCode::kProtocol, .message = Phrase<words::kExpectedObject>()};
  std::vector<NamedText> items;
  for (const auto& [key, value] : json.items()) {
    if (key == kLeftToPlan && value.is_array()) continue;
    const Setting* setting = FindSetting(key);
    const std::optional<std::string> text =
        SettingTextOf(value, setting != nullptr && setting->kind == SettingKind::kNumbers);
    if (!text) {
      return Error{.code = ErrorCode::kInvalidArgument,
                   .message = Phrase<words::kWrongKindOfValue>("setting"_a = Underscored(key),
                                                               "kind"_a = value.type_name()),
                   .next = Phrase<words::kGiveRightKind>(),
                   .field = key};
    }
    if (value.is_array() && text->empty() && key != "models") continue;
    items.emplace_back(key, *text);
  }
  Configured configured = Configure(items, false);
  if (!configured.complaints.empty()) return configured.complaints.front();
  // The values beside it are the plan's.
  const auto left = json.find(kLeftToPlan);
  if (left != json.end() && left->is_array())
    ReadLeftToPlan(*left, configured.experiment.left_to_plan);
  return std::move(configured.experiment);
}

std::string ReadPart(const Json& json, Experiment& into) {
  if (!json.is_object()) return Phrase<words::kExpectedObject>();
  Json known = json;
  Unknown unknown = TakeUnknown(known);
  if (unknown.models.size() > kMostModels || unknown.name.value_or("").size() > kLongestText)
    return Phrase<words::kTooManyNames>();
  Result<Experiment> read = ExperimentFromJson(known);
  if (!read) {
    // It is the end of a sentence about the whole.
    std::string fault = read.error().message;
    if (fault.ends_with('.')) fault.pop_back();
    return fault;
  }
  into = std::move(read).value();
  into.models.insert(into.models.end(), unknown.models.begin(), unknown.models.end());
  into.unknown = std::move(unknown.settings);
  if (unknown.name) {
    into.kind = ExperimentKind::kUnknown;
    into.unknown_name = std::move(*unknown.name);
  }
  return "";
}

}  // namespace lab
