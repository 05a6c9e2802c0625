#include "messages/codec_notice.h"

#include <utility>

#include "messages/codec_result.h"

namespace lab {
namespace {

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
          {"trials", started.trials}, {"left_s", started.left_s}, {"skipped", ToJsonArray(started.skipped)}};
}

Json Write(const Calibrated& calibrated) {
  return {{"type", "calibrated"}, {"run", calibrated.run}, {"experiment", ToJson(calibrated.experiment)}, {"calibration", ToJson(calibrated.calibration)},
          {"left_s", calibrated.left_s}, {"plan", calibrated.plan}, {"fits", calibrated.fits}};
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
          {"at", started.at}, {"left_s", started.left_s}, {"skipped", ToJsonArray(started.skipped)}};
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
  if (!reader.ok()) return Faulty(reader);
  return status;
}

Result<Notice> ReadReady(const Json& json) {
  Ready ready;
  ObjectReader reader(json);
  ReadArray(reader, "models", ReadStatus, ready.models, kMostModels);
  ReadPart(reader, "environment", EnvironmentFromJson, ready.environment);
  return Lifted<Notice>(reader, std::move(ready));
}

Result<Notice> ReadStarted(const Json& json) {
  Started started;
  ObjectReader reader(json);
  reader.Required("run", started.run, kRounds);
  reader.Required("trials", started.trials, kRounds);
  reader.Required("left_s", started.left_s, kSecondsLeft);
  ReadArray(reader, "skipped", UnavailableFromJson, started.skipped, kMostModels);
  ReadPart(reader, "experiment", ExperimentFromJson, started.experiment);
  return Lifted<Notice>(reader, std::move(started));
}

Result<Notice> ReadCalibrated(const Json& json) {
  Calibrated calibrated;
  ObjectReader reader(json);
  reader.Required("run", calibrated.run, kRounds);
  reader.Required("left_s", calibrated.left_s, kSecondsLeft);
  reader.Required("plan", calibrated.plan);
  reader.Required("fits", calibrated.fits);
  ReadPart(reader, "calibration", CalibrationFromJson, calibrated.calibration);
  ReadPart(reader, "experiment", ExperimentFromJson, calibrated.experiment);
  return Lifted<Notice>(reader, std::move(calibrated));
}

Result<Notice> ReadTrialStarted(const Json& json) {
  TrialStarted trial;
  ObjectReader reader(json);
  reader.Required("run", trial.run, kRounds);
  reader.Required("model", trial.model);
  reader.Required("repetition", trial.repetition, kRounds);
  reader.Required("warmup", trial.warmup);
  return Lifted<Notice>(reader, std::move(trial));
}

Result<Notice> ReadTraceGrown(const Json& json) {
  TraceGrown grown;
  ObjectReader reader(json);
  reader.Required("run", grown.run, kRounds);
  reader.Required("model", grown.model);
  reader.Required("repetition", grown.repetition, kRounds);
  reader.Required("begins", grown.begins);
  ReadPart(reader, "growth", TraceFromJson, grown.growth);
  return Lifted<Notice>(reader, std::move(grown));
}

Result<Notice> ReadTrialDone(const Json& json) {
  TrialDone trial;
  ObjectReader reader(json);
  reader.Required("run", trial.run, kRounds);
  reader.Required("model", trial.model);
  reader.Required("repetition", trial.repetition, kRounds);
  reader.Required("warmup", trial.warmup);
  reader.Required("seconds", trial.seconds, kSeconds);
  reader.Required("done", trial.done, kRounds);
  reader.Required("trials", trial.trials, kRounds);
  reader.Required("left_s", trial.left_s, kSecondsLeft);
  if (reader.Find("so_far") != nullptr) ReadPart(reader, "so_far", ModelFromJson, trial.so_far.emplace());
  return Lifted<Notice>(reader, std::move(trial));
}

Result<Notice> ReadFinished(const Json& json) {
  Finished finished;
  ObjectReader reader(json);
  reader.Required("run", finished.run, kRounds);
  ReadPart(reader, "result", ResultFromJson, finished.result);
  return Lifted<Notice>(reader, std::move(finished));
}

Result<Notice> ReadSweepStarted(const Json& json) {
  SweepStarted started;
  ObjectReader reader(json);
  reader.Required("run", started.run, kRounds);
  reader.Required("at", started.at, kPlaces);
  reader.Required("left_s", started.left_s, kSecondsLeft);
  ReadArray(reader, "skipped", UnavailableFromJson, started.skipped, kMostModels);
  ReadPart(reader, "experiment", ExperimentFromJson, started.experiment);
  return Lifted<Notice>(reader, std::move(started));
}

Result<Notice> ReadPointDone(const Json& json) {
  PointDone point;
  ObjectReader reader(json);
  reader.Required("run", point.run, kRounds);
  reader.Required("done", point.done, kRounds);
  reader.Required("points", point.points, kRounds);
  reader.Required("left_s", point.left_s, kSecondsLeft);
  ReadPart(reader, "so_far", SweepFromJson, point.so_far);
  return Lifted<Notice>(reader, std::move(point));
}

Result<Notice> ReadSweepFinished(const Json& json) {
  SweepFinished finished;
  ObjectReader reader(json);
  reader.Required("run", finished.run, kRounds);
  ReadPart(reader, "result", SweepFromJson, finished.result);
  return Lifted<Notice>(reader, std::move(finished));
}

Result<Notice> ReadFailed(const Json& json) {
  Failed failed;
  ObjectReader reader(json);
  reader.Required("run", failed.run, kRounds);
  reader.Optional("model", failed.model);
  ReadArray(reader, "measured", ModelFromJson, failed.measured, kMostModels);
  ReadError(reader, "error", failed.error);
  return Lifted<Notice>(reader, std::move(failed));
}

Result<Notice> ReadCancelled(const Json& json) {
  Cancelled cancelled;
  ObjectReader reader(json);
  reader.Required("run", cancelled.run, kRounds);
  return Lifted<Notice>(reader, cancelled);
}

}  // namespace

Json ToJson(const Notice& notice) {
  return std::visit([](const auto& kind) { return Write(kind); }, notice);
}

Result<Notice> NoticeFromJson(std::string_view type, const Json& json) {
  if (type == "ready") return ReadReady(json);
  if (type == "started") return ReadStarted(json);
  if (type == "calibrated") return ReadCalibrated(json);
  if (type == "trial-started") return ReadTrialStarted(json);
  if (type == "trace-grown") return ReadTraceGrown(json);
  if (type == "trial-done") return ReadTrialDone(json);
  if (type == "finished") return ReadFinished(json);
  if (type == "sweep-started") return ReadSweepStarted(json);
  if (type == "point-done") return ReadPointDone(json);
  if (type == "sweep-finished") return ReadSweepFinished(json);
  if (type == "failed") return ReadFailed(json);
  if (type == "cancelled") return ReadCancelled(json);
  return Unreadable("The notice", "its type \"" + std::string(type) + "\" is unknown");
}

}  // namespace lab
