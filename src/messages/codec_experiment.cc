#include <algorithm>
#include <variant>

#include "messages/codec_result.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

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

// What may be left to the plan, by the names under which files tell it.
struct Choice {
  const char* name;
  bool LeftToPlan::*left;
};
constexpr Choice kChoices[] = {{"size", &LeftToPlan::size}, {"repetitions", &LeftToPlan::repetitions}, {"time_budget", &LeftToPlan::time_budget}};
constexpr const char* kLeftToPlan = "left_to_plan";

Json ToJson(const LeftToPlan& left) {
  Json names = Json::array();
  for (const Choice& choice : kChoices) {
    if (left.*choice.left) names.push_back(choice.name);
  }
  return names;
}

void ReadLeftToPlan(const Json& names, LeftToPlan& left) {
  for (const Choice& choice : kChoices) left.*choice.left = std::ranges::find(names, Json(choice.name)) != names.end();
}

}  // namespace

Json ToJson(const Environment& environment) {
  return {{"platform", environment.platform},       {"build", environment.build},
          {"system", environment.system},           {"compiler", environment.compiler},
          {"lab_version", environment.lab_version}, {"cpu", environment.cpu},
          {"cores", environment.cores},             {"machine_cores", OrNull(environment.machine_cores)},
          {"cpu_quota", OrNull(environment.cpu_quota)},
          {"timer_step_s", environment.timer_step_s}, {"isolated", environment.isolated},
          {"pinning", environment.pinning},         {"delays", environment.delays},
          {"optimised", environment.optimised}};
}

Result<Environment> EnvironmentFromJson(const Json& json) {
  Environment environment;
  ObjectReader reader(json);
  reader.Required("platform", environment.platform);
  reader.Optional("build", environment.build);
  reader.Optional("system", environment.system);
  reader.Optional("compiler", environment.compiler);
  reader.Optional("lab_version", environment.lab_version);
  reader.Optional("cpu", environment.cpu);
  reader.Optional("cores", environment.cores, kCores);
  reader.Optional("machine_cores", environment.machine_cores, kCores);
  reader.Optional("cpu_quota", environment.cpu_quota, kPartsOfCores);
  reader.Optional("timer_step_s", environment.timer_step_s, kSeconds);
  reader.Optional("isolated", environment.isolated);
  reader.Optional("pinning", environment.pinning);
  reader.Optional("delays", environment.delays);
  reader.Optional("optimised", environment.optimised);
  if (!reader.ok()) return Faulty(reader);
  return environment;
}

Json ToJson(const Experiment& experiment) {
  Json json = {{"experiment", InfoOf(experiment.kind).name}};
  json["models"] = experiment.models;
  json["workers"] = experiment.workers;
  json["tasks"] = experiment.tasks;
  json["size"] = experiment.size;
  json["latency"] = experiment.latency_ms;
  json["duration"] = experiment.duration_ms;
  json["cpu_share"] = experiment.cpu_share;
  json["busy"] = experiment.busy;
  json["answers"] = experiment.answers;
  json["call"] = experiment.call_ms;
  json["switch_interval"] = experiment.switch_interval_ms;
  json["serial_fraction"] = experiment.serial_fraction;
  json["chunk"] = experiment.chunk;
  json["repetitions"] = experiment.repetitions;
  json["warmups"] = experiment.warmups;
  json["time_budget"] = experiment.time_budget_s;
  json["precision"] = experiment.precision;
  json["points"] = experiment.points;
  json[kLeftToPlan] = ToJson(experiment.left_to_plan);
  json["seed"] = experiment.seed;
  json["calibrate"] = experiment.calibrate;
  json["cold"] = experiment.cold;
  json["pin"] = experiment.pin;
  json["record"] = experiment.record;
  json["latency_only"] = experiment.latency_only;
  json["urls"] = experiment.urls;
  json["timeout"] = experiment.timeout_ms;
  return json;
}

Result<Experiment> ExperimentFromJson(const Json& json) {
  if (!json.is_object()) return Unreadable("The experiment", "an object was expected");
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

}  // namespace lab
