#include "engine/codec_result.h"

#include <charconv>

#include "base/text.h"
#include "engine/codec.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr const char* kSchema = "speedup-lab/result";
constexpr int kVersion = 1;

std::string Underscored(std::string_view name) {
  std::string key(name);
  for (char& c : key) c = c == '-' ? '_' : c;
  return key;
}

// One setting's value as the text that the settings understand; empty optional if it is an object.
std::optional<std::string> SettingTextOf(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const Json& element : value) {
    if (!element.is_string()) return std::nullopt;
    joined += (joined.empty() ? "" : " ") + element.get<std::string>();
  }
  return joined;
}

}  // namespace

Error Unreadable(std::string_view what, std::string_view fault) {
  return {.code = ErrorCode::kProtocol,
          .message = std::string(what) + " cannot be read: " + std::string(fault) + ".",
          .next = "Check that it was written by this version of Speedup Lab and is complete."};
}

Json ToJson(const Environment& environment) {
  return {{"platform", environment.platform},       {"build", environment.build},
          {"system", environment.system},           {"compiler", environment.compiler},
          {"lab_version", environment.lab_version}, {"cores", environment.cores},
          {"timer_step_s", environment.timer_step_s}, {"isolated", environment.isolated},
          {"delays", environment.delays},           {"optimised", environment.optimised}};
}

Result<Environment> EnvironmentFromJson(const Json& json) {
  Environment environment;
  ObjectReader reader(json);
  reader.Required("platform", environment.platform);
  reader.Optional("build", environment.build);
  reader.Optional("system", environment.system);
  reader.Optional("compiler", environment.compiler);
  reader.Optional("lab_version", environment.lab_version);
  reader.Optional("cores", environment.cores);
  reader.Optional("timer_step_s", environment.timer_step_s);
  reader.Optional("isolated", environment.isolated);
  reader.Optional("delays", environment.delays);
  reader.Optional("optimised", environment.optimised);
  if (!reader.ok()) return Unreadable("The environment", reader.fault());
  return environment;
}

Json ToJson(const Experiment& experiment) {
  Json json = {{"experiment", InfoOf(experiment.kind).name}};
  json["models"] = experiment.models;
  json["workers"] = experiment.workers;
  json["tasks"] = experiment.tasks;
  json["size"] = experiment.size;
  json["latency"] = experiment.latency_ms;
  json["switch_interval"] = experiment.switch_interval_ms;
  json["repetitions"] = experiment.repetitions;
  json["warmups"] = experiment.warmups;
  json["latency_only"] = experiment.latency_only;
  json["urls"] = experiment.urls;
  json["timeout"] = experiment.timeout_ms;
  return json;
}

Result<Experiment> ExperimentFromJson(const Json& json) {
  if (!json.is_object()) return Unreadable("The experiment", "an object was expected");
  std::vector<NamedText> items;
  for (const auto& [key, value] : json.items()) {
    const std::optional<std::string> text = SettingTextOf(value);
    if (!text) {
      return Error{.code = ErrorCode::kInvalidArgument,
                   .message = Underscored(key) + ": the value is of the wrong kind (" + value.type_name() + ").",
                   .next = "Give a number, a text, true or false, or a list of texts.",
                   .field = key};
    }
    if (value.is_array() && text->empty() && key == "urls") continue;
    items.emplace_back(key, *text);
  }
  Configured configured = Configure(items);
  if (!configured.complaints.empty()) return configured.complaints.front();
  return std::move(configured.experiment);
}

Json ToJson(const ModelResult& model) {
  Json json = {{"model", model.model}, {"workers", model.workers}, {"samples_s", model.samples_s},
               {"median_s", model.median_s}, {"startup_s", model.startup_s}};
  json["speedup"] = {{"ratio", model.speedup.ratio}, {"low", model.speedup.low}, {"high", model.speedup.high}};
  json["efficiency"] = model.efficiency;
  json["checksum"] = Format("%016llx", static_cast<unsigned long long>(model.checksum));
  json["value"] = model.value;
  json["shared_memory"] = model.shared_memory;
  if (model.handoffs) json["gil"] = {{"handoffs", *model.handoffs}};
  return json;
}

Result<ModelResult> ModelFromJson(const Json& json) {
  ModelResult model;
  std::string checksum;
  ObjectReader reader(json);
  reader.Required("model", model.model);
  reader.Required("workers", model.workers);
  reader.Required("samples_s", model.samples_s);
  reader.Required("median_s", model.median_s);
  reader.Optional("startup_s", model.startup_s);
  reader.Optional("efficiency", model.efficiency);
  reader.Required("checksum", checksum);
  reader.Optional("value", model.value);
  reader.Optional("shared_memory", model.shared_memory);
  if (const Json* speedup = reader.Find("speedup")) {
    ObjectReader inner(*speedup);
    inner.Required("ratio", model.speedup.ratio);
    inner.Required("low", model.speedup.low);
    inner.Required("high", model.speedup.high);
    if (!inner.ok()) reader.Fail(inner.fault());
  }
  if (const Json* gil = reader.Find("gil")) {
    ObjectReader inner(*gil);
    inner.Required("handoffs", model.handoffs);
    if (!inner.ok()) reader.Fail(inner.fault());
  }
  const auto read = std::from_chars(checksum.data(), checksum.data() + checksum.size(), model.checksum, 16);
  const bool whole = read.ec == std::errc() && read.ptr == checksum.data() + checksum.size();
  if (reader.ok() && !whole) reader.Fail("\"checksum\" is not hexadecimal");
  if (!reader.ok()) return Unreadable("A model's result", reader.fault());
  return model;
}

Json ToJson(const UnavailableModel& model) { return {{"model", model.model}, {"reason", model.reason}}; }

Result<UnavailableModel> UnavailableFromJson(const Json& json) {
  UnavailableModel model;
  ObjectReader reader(json);
  reader.Required("model", model.model);
  reader.Required("reason", model.reason);
  if (!reader.ok()) return Unreadable("An unavailable model", reader.fault());
  return model;
}

Json ToJson(const RunResult& result) {
  Json json = {{"schema", kSchema}, {"version", kVersion}, {"recorded_at", result.recorded_at}};
  json["environment"] = ToJson(result.environment);
  json["experiment"] = ToJson(result.experiment);
  json["models"] = ToJsonArray(result.models);
  json["unavailable"] = ToJsonArray(result.unavailable);
  json["notes"] = result.notes;
  json["answer"] = result.answer;
  return json;
}

Result<RunResult> ResultFromJson(const Json& json) {
  RunResult result;
  std::string schema;
  int version = 0;
  ObjectReader reader(json);
  reader.Required("schema", schema);
  reader.Required("version", version);
  if (reader.ok() && (schema != kSchema || version != kVersion)) reader.Fail("it is not a " + std::string(kSchema) + " of version 1");
  reader.Optional("recorded_at", result.recorded_at);
  reader.Optional("notes", result.notes);
  reader.Optional("answer", result.answer);
  ReadArray(reader, "models", ModelFromJson, result.models);
  ReadArray(reader, "unavailable", UnavailableFromJson, result.unavailable);
  if (!reader.ok()) return Unreadable("The result", reader.fault());

  const Json* environment = reader.Find("environment");
  const Json* experiment = reader.Find("experiment");
  if (environment == nullptr || experiment == nullptr) return Unreadable("The result", "its environment or experiment is missing");
  Result<Environment> read_environment = EnvironmentFromJson(*environment);
  if (!read_environment) return read_environment.error();
  Result<Experiment> read_experiment = ExperimentFromJson(*experiment);
  if (!read_experiment) return read_experiment.error();
  result.environment = std::move(read_environment).value();
  result.experiment = std::move(read_experiment).value();
  return result;
}

}  // namespace lab
