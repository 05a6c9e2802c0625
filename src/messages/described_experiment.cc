#include "messages/described_experiment.h"

#include <algorithm>

#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

Json ToJson(ExperimentKind kind) { return InfoOf(kind).name; }
Json ToJson(const LeftToPlan& left) {
  Json names = Json::array();
  for (const Choice& choice : kChoices) {
    if (left.*choice.left) names.push_back(choice.name);
  }
  return names;
}
template <typename T>
Json ToJson(const T& value) { return value; }

struct SettingWriter {
  Json json = Json::object();

  void Type(const char*, const char*) {}
  template <typename T>
  void Setting(const char* key, const T& value) { json.get_ref<Json::object_t&>().emplace_back(key, ToJson(value)); }
};

void ReadLeftToPlan(const Json& names, LeftToPlan& left) {
  for (const Choice& choice : kChoices) left.*choice.left = std::ranges::find(names, Json(choice.name)) != names.end();
}

std::string Underscored(std::string_view name) {
  std::string key(name);
  for (char& c : key) c = c == '-' ? '_' : c;
  return key;
}

// One setting's value as the text that the settings understand; empty optional if it is an object, or a list of something else than
// texts, or numbers where the setting wants `numbers`.
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
  if (!json.is_object()) return Error{.code = ErrorCode::kProtocol, .message = "an object was expected"};
  std::vector<NamedText> items;
  for (const auto& [key, value] : json.items()) {
    if (key == kLeftToPlan && value.is_array()) continue;
    const Setting* setting = FindSetting(key);
    const std::optional<std::string> text = SettingTextOf(value, setting != nullptr && setting->kind == SettingKind::kNumbers);
    if (!text) {
      return Error{.code = ErrorCode::kInvalidArgument,
                   .message = Underscored(key) + ": the value is of the wrong kind (" + value.type_name() + ").",
                   .next = "Give a number, a text, true or false, or a list of texts.",
                   .field = key};
    }
    if (value.is_array() && text->empty() && key != "models") continue;
    items.emplace_back(key, *text);
  }
  Configured configured = Configure(items);
  if (!configured.complaints.empty()) return configured.complaints.front();
  // The values beside it are the plan's.
  const auto left = json.find(kLeftToPlan);
  if (left != json.end() && left->is_array()) ReadLeftToPlan(*left, configured.experiment.left_to_plan);
  return std::move(configured.experiment);
}

std::string ReadPart(const Json& json, Experiment& into) {
  Result<Experiment> read = ExperimentFromJson(json);
  if (read) {
    into = std::move(read).value();
    return "";
  }
  // It is the end of a sentence about the whole.
  std::string fault = read.error().message;
  if (fault.ends_with('.')) fault.pop_back();
  return fault;
}

}  // namespace lab
