#include "messages/codec_result.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"

namespace lab {
namespace {

constexpr const char* kRunSchema = "speedup-lab/result";
constexpr const char* kSweepSchema = "speedup-lab/sweep";
constexpr int kVersion = 1;

}  // namespace

Error Unreadable(std::string_view what, std::string_view fault) {
  return {.code = ErrorCode::kProtocol,
          .message = std::string(what) + " cannot be read: " + std::string(fault) + ".",
          .next = "Check that it was written by this version of Speedup Lab and is complete."};
}

Error Faulty(const ObjectReader& reader) { return {.code = ErrorCode::kProtocol, .message = reader.fault()}; }

void FailWithin(ObjectReader& reader, const std::string& name, const Error& fault) {
  // A part may be one that is read by itself as well, and has a whole sentence.
  std::string words = fault.message;
  if (words.ends_with('.')) words.pop_back();
  reader.Fail(name + ": " + words);
}

Json ToJson(const Error& error) {
  return {{"code", Name(error.code)}, {"message", error.message}, {"next", error.next}, {"field", error.field}};
}

void ReadError(ObjectReader& reader, const char* key, Error& into) {
  const Json* json = reader.Find(key);
  if (json == nullptr) return reader.Fail(std::string("\"") + key + "\" is missing");
  std::string code;
  ObjectReader inner(*json);
  inner.Required("code", code);
  inner.Required("message", into.message);
  inner.Optional("next", into.next);
  inner.Optional("field", into.field);
  into.code = ErrorCodeNamed(code);
  if (!inner.ok()) reader.Fail(std::string(key) + ": " + inner.fault());
}

constexpr std::pair<Stop, const char*> kStops[] = {
    {Stop::kUnknown, "unknown"}, {Stop::kPrecise, "precise"}, {Stop::kTime, "time"}, {Stop::kRepetitions, "repetitions"}};

const char* NameOf(Stop stop) { return std::ranges::find(kStops, stop, &std::pair<Stop, const char*>::first)->second; }

Json ToJson(const Calibration& calibration) {
  return {{"effective_cores", calibration.effective_cores}, {"stolen", calibration.stolen},
          {"drift", calibration.drift},                     {"timer_step_s", calibration.timer_step_s},
          {"task_s", calibration.task_s},                   {"task_size", calibration.task_size},
          {"scaled", calibration.scaled},                   {"warmups", calibration.warmups},
          {"other_cores", OrNull(calibration.other_cores)}, {"rounds", calibration.rounds},
          {"disturbed_rounds", calibration.disturbed_rounds}, {"disturbing_cores", OrNull(calibration.disturbing_cores)},
          {"all_disturbed", calibration.all_disturbed},     {"stop", NameOf(calibration.stop)},
          {"took_s", calibration.took_s},                   {"cores_measured", calibration.cores_measured}};
}

Result<Calibration> CalibrationFromJson(const Json& json) {
  Calibration calibration;
  double task_size = 0;
  ObjectReader reader(json);
  reader.Required("effective_cores", calibration.effective_cores, kPartsOfCores);
  reader.Optional("stolen", calibration.stolen, kShare);
  reader.Optional("drift", calibration.drift, kChange);
  reader.Required("timer_step_s", calibration.timer_step_s, kSeconds);
  reader.Optional("task_s", calibration.task_s, kSeconds);
  reader.Optional("task_size", task_size, kCount);
  reader.Optional("scaled", calibration.scaled);
  reader.Optional("warmups", calibration.warmups, kRounds);
  reader.Optional("other_cores", calibration.other_cores, kPartsOfCores);
  reader.Optional("rounds", calibration.rounds, kRounds);
  reader.Optional("disturbed_rounds", calibration.disturbed_rounds, kRounds);
  reader.Optional("disturbing_cores", calibration.disturbing_cores, kPartsOfCores);
  reader.Optional("all_disturbed", calibration.all_disturbed);
  reader.Optional("took_s", calibration.took_s, kSeconds);
  reader.Optional("cores_measured", calibration.cores_measured);
  std::string stop = NameOf(Stop::kUnknown);
  reader.Optional("stop", stop);
  const auto named = std::ranges::find_if(kStops, [&](const auto& each) { return each.second == stop; });
  if (named != std::end(kStops)) calibration.stop = named->first;
  if (!reader.ok()) return Faulty(reader);
  calibration.task_size = static_cast<int64_t>(task_size);
  return calibration;
}

Json ToJson(const UnavailableModel& model) { return {{"model", model.model}, {"reason", model.reason}}; }

Result<UnavailableModel> UnavailableFromJson(const Json& json) {
  UnavailableModel model;
  ObjectReader reader(json);
  reader.Required("model", model.model);
  reader.Required("reason", model.reason);
  if (!reader.ok()) return Faulty(reader);
  return model;
}

// ---- files

namespace {

// What runs and sweeps have in common.
template <typename T>
Json FrameToJson(const T& result, const char* schema) {
  Json json = {{"schema", schema}, {"version", kVersion}, {"recorded_at", result.recorded_at}};
  json["environment"] = ToJson(result.environment);
  json["experiment"] = ToJson(result.experiment);
  json["calibration"] = ToJson(result.calibration);
  return json;
}

template <typename T>
void FinishFrame(const T& result, Json& json) {
  json["unavailable"] = ToJsonArray(result.unavailable);
  json["notes"] = result.notes;
  json["answer"] = result.answer;
  json["reason"] = result.reason;
  json["verdict"] = ToJson(result.verdict);
  if (result.error) json["error"] = ToJson(*result.error);
}

std::string WrongKind(std::string_view schema) {
  if (schema == kRunSchema) return "it is the result of a run and not a sweep";
  if (schema == kSweepSchema) return "it is a sweep and not the result of a run";
  return "it is not a result of Speedup Lab";
}

// As files and tables show it, and names of files hold it: 2026-01-31T12:00:00Z; a run under way has none.
void ReadTime(ObjectReader& reader, std::string& into) {
  reader.Optional("recorded_at", into);
  constexpr std::string_view kPattern = "dddd-dd-ddTdd:dd:ddZ";
  const auto fits = [](char pattern, char letter) { return pattern == 'd' ? letter >= '0' && letter <= '9' : letter == pattern; };
  if (into.empty() || std::ranges::equal(kPattern, into, fits)) return;
  reader.Fail("\"recorded_at\" is " + Shown(Json(into)) + ", and must be a time like 2026-01-31T12:00:00Z");
}

// What is told of a model is told once.
template <typename T>
void RefuseTwins(ObjectReader& reader, const char* key, const std::vector<T>& each) {
  for (size_t at = 0; at < each.size(); ++at) {
    const auto twin = std::find_if(each.begin(), each.begin() + std::ptrdiff_t(at), [&](const T& other) { return other.model == each[at].model; });
    if (twin != each.begin() + std::ptrdiff_t(at)) reader.Fail(std::string("\"") + key + "\" has the model " + Shown(Json(each[at].model)) + " twice");
  }
}

template <typename T>
void ReadFrame(ObjectReader& reader, const char* schema, T& result) {
  std::string its_schema;
  int version = 0;
  reader.Required("schema", its_schema);
  reader.Required("version", version, kRounds);
  if (reader.ok() && its_schema != schema) reader.Fail(WrongKind(its_schema));
  if (reader.ok() && version != kVersion) reader.Fail(Format("it is of version %d, and this program reads version %d", version, kVersion));
  ReadTime(reader, result.recorded_at);
  reader.Optional("notes", result.notes);
  if (result.notes.size() > kMostTexts) reader.Fail("it has more than 100 notes");
  reader.Optional("answer", result.answer);
  reader.Optional("reason", result.reason);
  ReadPart(reader, "environment", EnvironmentFromJson, result.environment);
  ReadPart(reader, "experiment", ExperimentFromJson, result.experiment);
  // Results of the first release have none.
  ReadPart(reader, "calibration", CalibrationFromJson, result.calibration, false);
  ReadArray(reader, "unavailable", UnavailableFromJson, result.unavailable, kMostModels);
  ReadVerdict(reader, result.verdict);
  if (reader.Find("error") != nullptr) ReadError(reader, "error", result.error.emplace());
}

}  // namespace

Json ToJson(const RunResult& result) {
  Json json = FrameToJson(result, kRunSchema);
  json["models"] = ToJsonArray(result.models);
  FinishFrame(result, json);
  return json;
}

Result<RunResult> ResultFromJson(const Json& json) {
  RunResult result;
  ObjectReader reader(json);
  ReadFrame(reader, kRunSchema, result);
  ReadArray(reader, "models", ModelFromJson, result.models, kMostModels);
  RefuseTwins(reader, "models", result.models);
  size_t events = 0;
  for (const ModelResult& model : result.models) events += model.trace ? CountEvents(*model.trace) : 0;
  if (events > kMostEventsShown) reader.Fail("its traces have more than 4,000,000 events together");
  if (!reader.ok()) return Faulty(reader);
  return result;
}

Json ToJson(const ModelScaling& scaling) {
  const auto& [model, points, amdahl, usl, amdahl_text, usl_text] = scaling;
  Json json = {{"model", model}, {"points", ToJsonArray(points)}};
  if (amdahl_text.empty()) return json;
  json["amdahl"] = {{"serial_fraction", amdahl.serial_fraction}, {"low", amdahl.low}, {"high", amdahl.high},
                    {"residual", amdahl.residual}, {"points", amdahl.points}, {"describes", amdahl.describes}, {"text", amdahl_text}};
  json["usl"] = {{"contention", usl.contention}, {"coherency", usl.coherency}, {"residual", usl.residual},
                 {"peak_workers", usl.peak_workers}, {"points", usl.points}, {"describes", usl.describes}, {"text", usl_text}};
  return json;
}

Result<ModelScaling> ScalingFromJson(const Json& json) {
  ModelScaling scaling;
  ObjectReader reader(json);
  reader.Required("model", scaling.model);
  ReadArray(reader, "points", ModelFromJson, scaling.points, kMostPoints);
  if (const Json* amdahl = reader.Find("amdahl")) {
    ObjectReader inner(*amdahl);
    inner.Required("serial_fraction", scaling.amdahl.serial_fraction, kShare);
    inner.Optional("low", scaling.amdahl.low, kShare);
    inner.Optional("high", scaling.amdahl.high, kShare);
    inner.Required("residual", scaling.amdahl.residual, kFitted);
    inner.Optional("points", scaling.amdahl.points, kRounds);
    inner.Optional("describes", scaling.amdahl.describes);
    inner.Optional("text", scaling.amdahl_text);
    if (!inner.ok()) reader.Fail("amdahl: " + inner.fault());
  }
  if (const Json* usl = reader.Find("usl")) {
    ObjectReader inner(*usl);
    inner.Required("contention", scaling.usl.contention, kFitted);
    inner.Required("coherency", scaling.usl.coherency, kFitted);
    inner.Required("residual", scaling.usl.residual, kFitted);
    inner.Optional("peak_workers", scaling.usl.peak_workers, kFitted);
    inner.Optional("points", scaling.usl.points, kRounds);
    inner.Optional("describes", scaling.usl.describes);
    inner.Optional("text", scaling.usl_text);
    if (!inner.ok()) reader.Fail("usl: " + inner.fault());
  }
  if (!reader.ok()) return Faulty(reader);
  return scaling;
}

Result<SweepBaseline> BaselineFromJson(const Json& json) {
  SweepBaseline baseline;
  ObjectReader reader(json);
  reader.Required("workers", baseline.workers, kWorkers);
  reader.Required("median_s", baseline.median_s, kSeconds);
  reader.Required("samples_s", baseline.samples_s, kSeconds);
  if (!reader.ok()) return Faulty(reader);
  return baseline;
}

Json ToJson(const SweepResult& result) {
  Json json = FrameToJson(result, kSweepSchema);
  json["axis"] = result.axis;
  json["at"] = result.at;
  json["baselines"] = Json::array();
  for (const SweepBaseline& baseline : result.baselines) {
    json["baselines"].push_back({{"workers", baseline.workers}, {"median_s", baseline.median_s}, {"samples_s", baseline.samples_s}});
  }
  json["scaling"] = ToJsonArray(result.scaling);
  if (result.crossing) json["crossing"] = {{"at", result.crossing->at}, {"low", result.crossing->low}, {"high", result.crossing->high}};
  FinishFrame(result, json);
  return json;
}

void ReadAxis(ObjectReader& reader, SweepResult& result) {
  reader.Optional("axis", result.axis);
  reader.Optional("at", result.at, kPlaces);
  // The first release knew only workers, and told them with the baselines.
  if (result.at.empty()) std::ranges::transform(result.baselines, std::back_inserter(result.at), [](const SweepBaseline& baseline) { return baseline.workers; });
  if (reader.ok() && result.at.empty()) reader.Fail("it is a sweep that has no points");
  const bool one_each = std::ranges::all_of(result.scaling, [&](const ModelScaling& scaling) { return scaling.points.size() == result.at.size(); });
  if (reader.ok() && (!one_each || result.baselines.size() != result.at.size())) reader.Fail("a model does not have one point for each place");
  const Json* json = reader.Find("crossing");
  if (json == nullptr) return;
  Crossing& crossing = result.crossing.emplace();
  ObjectReader inner(*json);
  inner.Required("at", crossing.at, kPlaces);
  inner.Required("low", crossing.low, kPlaces);
  inner.Required("high", crossing.high, kPlaces);
  if (!inner.ok()) reader.Fail("crossing: " + inner.fault());
}

bool IsSweep(const Json& json) {
  std::string schema;
  ObjectReader(json).Optional("schema", schema);
  return schema == kSweepSchema;
}

std::string OtherKind(const Json& json) {
  if (!json.is_object()) return "";
  if (json.contains("traceEvents")) return "a trace";
  if (IsSweep(json)) return "a sweep";
  const auto schema = json.find("schema");
  return schema != json.end() && *schema == "speedup-lab/validation" ? "a validation" : "";
}

Result<SweepResult> SweepFromJson(const Json& json) {
  SweepResult result;
  ObjectReader reader(json);
  ReadFrame(reader, kSweepSchema, result);
  ReadArray(reader, "baselines", BaselineFromJson, result.baselines, kMostPoints);
  ReadArray(reader, "scaling", ScalingFromJson, result.scaling, kMostModels);
  RefuseTwins(reader, "scaling", result.scaling);
  ReadAxis(reader, result);
  if (!reader.ok()) return Faulty(reader);
  return result;
}

}  // namespace lab
