#include "engine/codec.h"

#include "engine/codec_result.h"

namespace lab {
namespace {

Json Parse(std::string_view text) { return Json::parse(text, nullptr, /*allow_exceptions=*/false); }

std::string Dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// Puts an Error or a value in the place of an outcome that carries more.
template <typename Message, typename T>
Result<Message> Lifted(const ObjectReader& reader, T message) {
  if (!reader.ok()) return Unreadable("The message", reader.fault());
  return Message(std::move(message));
}

// ---- requests

Json Write(const RunRequest& run) { return {{"type", "run"}, {"run", run.run}, {"experiment", ToJson(run.experiment)}}; }
Json Write(const SweepRequest& sweep) { return {{"type", "sweep"}, {"run", sweep.run}, {"experiment", ToJson(sweep.experiment)}}; }
Json Write(const ConditionsRequest& conditions) {
  return {{"type", "conditions"}, {"hidden", conditions.hidden}, {"on_battery", conditions.on_battery}};
}
Json Write(const CancelRequest&) { return {{"type", "cancel"}}; }
Json Write(const DescribeRequest&) { return {{"type", "describe"}}; }

template <typename T>  // RunRequest or SweepRequest
Result<Request> ReadRun(const Json& json) {
  T request;
  ObjectReader reader(json);
  reader.Optional("run", request.run);
  const Json* experiment = reader.Find("experiment");
  if (experiment == nullptr) reader.Fail("\"experiment\" is missing");
  if (reader.ok()) {
    Result<Experiment> read = ExperimentFromJson(*experiment);
    if (!read) return read.error();
    request.experiment = std::move(read).value();
  }
  return Lifted<Request>(reader, std::move(request));
}

Result<Request> ReadConditions(const Json& json) {
  ConditionsRequest request;
  ObjectReader reader(json);
  reader.Optional("hidden", request.hidden);
  reader.Optional("on_battery", request.on_battery);
  return Lifted<Request>(reader, request);
}

// ---- notices

Json Write(const ModelStatus& status) {
  return {{"model", status.model}, {"available", status.available}, {"reason", status.reason}, {"workers", status.workers}};
}

Json Write(const Ready& ready) {
  Json models = Json::array();
  for (const ModelStatus& status : ready.models) models.push_back(Write(status));
  return {{"type", "ready"}, {"environment", ToJson(ready.environment)}, {"models", models}};
}

Json Write(const Started& started) {
  return {{"type", "started"}, {"run", started.run}, {"experiment", ToJson(started.experiment)},
          {"trials", started.trials}, {"skipped", ToJsonArray(started.skipped)}};
}

Json Write(const Calibrated& calibrated) {
  return {{"type", "calibrated"}, {"run", calibrated.run}, {"calibration", ToJson(calibrated.calibration)}};
}

Json Write(const TrialStarted& trial) {
  return {{"type", "trial-started"}, {"run", trial.run}, {"model", trial.model},
          {"repetition", trial.repetition}, {"warmup", trial.warmup}};
}

Json Write(const TraceGrown& grown) {
  return {{"type", "trace-grown"}, {"run", grown.run}, {"model", grown.model}, {"repetition", grown.repetition},
          {"begins", grown.begins}, {"growth", ToJson(grown.growth)}};
}

Json Write(const TrialDone& trial) {
  Json json = {{"type", "trial-done"}, {"run", trial.run}, {"model", trial.model},
               {"repetition", trial.repetition}, {"warmup", trial.warmup}, {"seconds", trial.seconds},
               {"done", trial.done}, {"trials", trial.trials}, {"left_s", trial.left_s}};
  if (trial.so_far) json["so_far"] = ToJson(*trial.so_far);
  return json;
}

Json Write(const Finished& finished) {
  return {{"type", "finished"}, {"run", finished.run}, {"result", ToJson(finished.result)}};
}

Json Write(const SweepStarted& started) {
  return {{"type", "sweep-started"}, {"run", started.run}, {"experiment", ToJson(started.experiment)},
          {"at", started.at}, {"skipped", ToJsonArray(started.skipped)}};
}

Json Write(const PointDone& point) {
  return {{"type", "point-done"}, {"run", point.run}, {"done", point.done}, {"points", point.points},
          {"left_s", point.left_s}, {"so_far", ToJson(point.so_far)}};
}

Json Write(const SweepFinished& finished) {
  return {{"type", "sweep-finished"}, {"run", finished.run}, {"result", ToJson(finished.result)}};
}

Json Write(const Failed& failed) {
  return {{"type", "failed"}, {"run", failed.run}, {"error", ToJson(failed.error)},
          {"model", failed.model}, {"measured", ToJsonArray(failed.measured)}};
}

Json Write(const Cancelled& cancelled) { return {{"type", "cancelled"}, {"run", cancelled.run}}; }

Result<ModelStatus> ReadStatus(const Json& json) {
  ModelStatus status;
  ObjectReader reader(json);
  reader.Required("model", status.model);
  reader.Required("available", status.available);
  reader.Optional("reason", status.reason);
  reader.Optional("workers", status.workers);
  return Lifted<ModelStatus>(reader, std::move(status));
}

Result<Notice> ReadReady(const Json& json) {
  Ready ready;
  ObjectReader reader(json);
  ReadArray(reader, "models", ReadStatus, ready.models);
  ReadPart(reader, "environment", EnvironmentFromJson, ready.environment);
  return Lifted<Notice>(reader, std::move(ready));
}

Result<Notice> ReadStarted(const Json& json) {
  Started started;
  ObjectReader reader(json);
  reader.Required("run", started.run);
  reader.Required("trials", started.trials);
  ReadArray(reader, "skipped", UnavailableFromJson, started.skipped);
  ReadPart(reader, "experiment", ExperimentFromJson, started.experiment);
  return Lifted<Notice>(reader, std::move(started));
}

Result<Notice> ReadCalibrated(const Json& json) {
  Calibrated calibrated;
  ObjectReader reader(json);
  reader.Required("run", calibrated.run);
  ReadPart(reader, "calibration", CalibrationFromJson, calibrated.calibration);
  return Lifted<Notice>(reader, std::move(calibrated));
}

Result<Notice> ReadTrialStarted(const Json& json) {
  TrialStarted trial;
  ObjectReader reader(json);
  reader.Required("run", trial.run);
  reader.Required("model", trial.model);
  reader.Required("repetition", trial.repetition);
  reader.Required("warmup", trial.warmup);
  return Lifted<Notice>(reader, std::move(trial));
}

Result<Notice> ReadTraceGrown(const Json& json) {
  TraceGrown grown;
  ObjectReader reader(json);
  reader.Required("run", grown.run);
  reader.Required("model", grown.model);
  reader.Required("repetition", grown.repetition);
  reader.Required("begins", grown.begins);
  ReadPart(reader, "growth", TraceFromJson, grown.growth);
  return Lifted<Notice>(reader, std::move(grown));
}

Result<Notice> ReadTrialDone(const Json& json) {
  TrialDone trial;
  ObjectReader reader(json);
  reader.Required("run", trial.run);
  reader.Required("model", trial.model);
  reader.Required("repetition", trial.repetition);
  reader.Required("warmup", trial.warmup);
  reader.Required("seconds", trial.seconds);
  reader.Required("done", trial.done);
  reader.Required("trials", trial.trials);
  reader.Required("left_s", trial.left_s);
  if (const Json* so_far = reader.Find("so_far")) {
    Result<ModelResult> read = ModelFromJson(*so_far);
    if (!read) return read.error();
    trial.so_far = std::move(read).value();
  }
  return Lifted<Notice>(reader, std::move(trial));
}

Result<Notice> ReadFinished(const Json& json) {
  Finished finished;
  ObjectReader reader(json);
  reader.Required("run", finished.run);
  ReadPart(reader, "result", ResultFromJson, finished.result);
  return Lifted<Notice>(reader, std::move(finished));
}

Result<Notice> ReadSweepStarted(const Json& json) {
  SweepStarted started;
  ObjectReader reader(json);
  reader.Required("run", started.run);
  reader.Required("at", started.at);
  ReadArray(reader, "skipped", UnavailableFromJson, started.skipped);
  ReadPart(reader, "experiment", ExperimentFromJson, started.experiment);
  return Lifted<Notice>(reader, std::move(started));
}

Result<Notice> ReadPointDone(const Json& json) {
  PointDone point;
  ObjectReader reader(json);
  reader.Required("run", point.run);
  reader.Required("done", point.done);
  reader.Required("points", point.points);
  reader.Required("left_s", point.left_s);
  ReadPart(reader, "so_far", SweepFromJson, point.so_far);
  return Lifted<Notice>(reader, std::move(point));
}

Result<Notice> ReadSweepFinished(const Json& json) {
  SweepFinished finished;
  ObjectReader reader(json);
  reader.Required("run", finished.run);
  ReadPart(reader, "result", SweepFromJson, finished.result);
  return Lifted<Notice>(reader, std::move(finished));
}

Result<Notice> ReadFailed(const Json& json) {
  Failed failed;
  ObjectReader reader(json);
  reader.Required("run", failed.run);
  reader.Optional("model", failed.model);
  ReadArray(reader, "measured", ModelFromJson, failed.measured);
  ReadError(reader, "error", failed.error);
  return Lifted<Notice>(reader, std::move(failed));
}

Result<Notice> ReadCancelled(const Json& json) {
  Cancelled cancelled;
  ObjectReader reader(json);
  reader.Required("run", cancelled.run);
  return Lifted<Notice>(reader, cancelled);
}

// What kind of message it is; an error if the text is no JSON object with a "type".
Result<std::string> TypeOf(const Json& json) {
  if (json.is_discarded()) return Unreadable("The message", "it is not JSON");
  std::string type;
  ObjectReader reader(json);
  reader.Required("type", type);
  return Lifted<std::string>(reader, std::move(type));
}

template <typename T>
std::string DumpMessage(const T& message) {
  return Dump(std::visit([](const auto& kind) { return Write(kind); }, message));
}

}  // namespace

std::string Encode(const Request& request) { return DumpMessage(request); }
std::string Encode(const Notice& notice) { return DumpMessage(notice); }

Result<Request> DecodeRequest(std::string_view text) {
  const Json json = Parse(text);
  const Result<std::string> type = TypeOf(json);
  if (!type) return type.error();
  if (type.value() == "run") return ReadRun<RunRequest>(json);
  if (type.value() == "sweep") return ReadRun<SweepRequest>(json);
  if (type.value() == "conditions") return ReadConditions(json);
  if (type.value() == "cancel") return Request(CancelRequest{});
  if (type.value() == "describe") return Request(DescribeRequest{});
  return Unreadable("The request", "its type \"" + type.value() + "\" is unknown");
}

int RunNumberOf(std::string_view text) {
  const Json json = Parse(text);
  int run = 0;
  ObjectReader(json).Optional("run", run);
  return run;
}

Result<Notice> DecodeNotice(std::string_view text) {
  const Json json = Parse(text);
  const Result<std::string> type = TypeOf(json);
  if (!type) return type.error();
  if (type.value() == "ready") return ReadReady(json);
  if (type.value() == "started") return ReadStarted(json);
  if (type.value() == "calibrated") return ReadCalibrated(json);
  if (type.value() == "trial-started") return ReadTrialStarted(json);
  if (type.value() == "trace-grown") return ReadTraceGrown(json);
  if (type.value() == "trial-done") return ReadTrialDone(json);
  if (type.value() == "finished") return ReadFinished(json);
  if (type.value() == "sweep-started") return ReadSweepStarted(json);
  if (type.value() == "point-done") return ReadPointDone(json);
  if (type.value() == "sweep-finished") return ReadSweepFinished(json);
  if (type.value() == "failed") return ReadFailed(json);
  if (type.value() == "cancelled") return ReadCancelled(json);
  return Unreadable("The notice", "its type \"" + type.value() + "\" is unknown");
}

std::string EncodeResult(const RunResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<RunResult> DecodeResult(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The result", "it is not JSON");
  return ResultFromJson(json);
}

std::string EncodeSweep(const SweepResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<SweepResult> DecodeSweep(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The sweep", "it is not JSON");
  return SweepFromJson(json);
}

std::string EncodeExperiment(const Experiment& experiment) { return Dump(ToJson(experiment)); }

Result<Experiment> DecodeExperiment(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The experiment", "it is not JSON");
  return ExperimentFromJson(json);
}

std::string EncodeEnvironment(const Environment& environment) { return Dump(ToJson(environment), 2) + "\n"; }

}  // namespace lab
