// The fields of requests and notices, each beside the type that says which it is. Private to the
// codec.
#pragma once

#include <array>

#include "messages/described_ready.h"
#include "messages/described_result.h"
#include "messages/messages.h"

namespace lab {

// In the order of the variants.
inline constexpr std::array kRequestTypes = {"run", "sweep", "cancel", "describe", "conditions"};
static_assert(kRequestTypes.size() == std::variant_size_v<Request>);
inline constexpr std::array kNoticeTypes = {
    "ready",    "started",       "calibrated", "trial-started",  "trace-grown", "trial-done",
    "finished", "sweep-started", "point-done", "sweep-finished", "failed",      "cancelled"};
static_assert(kNoticeTypes.size() == std::variant_size_v<Notice>);

// ---- Requests.

void Describe(auto& on, A<RunRequest> auto& request) {
  on.Field("run", request.run, kRounds);
  on.Needed("experiment", request.experiment);
}
void Describe(auto& on, A<SweepRequest> auto& request) {
  on.Field("run", request.run, kRounds);
  on.Needed("experiment", request.experiment);
}
void Describe(auto&, A<CancelRequest> auto&) {}
void Describe(auto& on, A<DescribeRequest> auto& request) {
  on.Field("language", request.language);
}
void Describe(auto& on, A<ConditionsRequest> auto& request) {
  on.Field("hidden", request.hidden);
  on.Field("on_battery", request.on_battery);
}

// ---- Notices.

void Describe(auto& on, A<Started> auto& started) {
  on.Needed("run", started.run, kRounds);
  on.Needed("experiment", started.experiment);
  on.Needed("trials", started.trials, kRounds);
  on.Needed("left_s", started.left_s, kSecondsLeft);
  on.Field("skipped", started.skipped, kMostModels);
}
void Describe(auto& on, A<Calibrated> auto& calibrated) {
  on.Needed("run", calibrated.run, kRounds);
  on.Needed("experiment", calibrated.experiment);
  on.Needed("calibration", calibrated.calibration);
  on.Needed("left_s", calibrated.left_s, kSecondsLeft);
  on.Needed("plan", calibrated.plan);
  on.Needed("fits", calibrated.fits);
}
void Describe(auto& on, A<TrialStarted> auto& trial) {
  on.Needed("run", trial.run, kRounds);
  on.Needed("model", trial.model);
  on.Needed("repetition", trial.repetition, kRounds);
  on.Needed("warmup", trial.warmup);
}
void Describe(auto& on, A<TraceGrown> auto& grown) {
  on.Needed("run", grown.run, kRounds);
  on.Needed("model", grown.model);
  on.Needed("repetition", grown.repetition, kRounds);
  on.Needed("begins", grown.begins);
  on.Needed("growth", grown.growth);
}
void Describe(auto& on, A<TrialDone> auto& trial) {
  on.Needed("run", trial.run, kRounds);
  on.Needed("model", trial.model);
  on.Needed("repetition", trial.repetition, kRounds);
  on.Needed("warmup", trial.warmup);
  on.Needed("seconds", trial.seconds, kSeconds);
  on.Needed("done", trial.done, kRounds);
  on.Needed("trials", trial.trials, kRounds);
  on.Needed("left_s", trial.left_s, kSecondsLeft);
  on.IfAny("so_far", trial.so_far);
}
void Describe(auto& on, A<Finished> auto& finished) {
  on.Needed("run", finished.run, kRounds);
  on.Needed("result", finished.result);
}
void Describe(auto& on, A<SweepStarted> auto& started) {
  on.Needed("run", started.run, kRounds);
  on.Needed("experiment", started.experiment);
  on.Needed("at", started.at, kMostPoints, kPlaces);
  on.Needed("left_s", started.left_s, kSecondsLeft);
  on.Field("skipped", started.skipped, kMostModels);
}
void Describe(auto& on, A<PointDone> auto& point) {
  on.Needed("run", point.run, kRounds);
  on.Needed("done", point.done, kRounds);
  on.Needed("points", point.points, kRounds);
  on.Needed("left_s", point.left_s, kSecondsLeft);
  on.Needed("so_far", point.so_far);
}
void Describe(auto& on, A<SweepFinished> auto& finished) {
  on.Needed("run", finished.run, kRounds);
  on.Needed("result", finished.result);
}
void Describe(auto& on, A<Failed> auto& failed) {
  on.Needed("run", failed.run, kRounds);
  on.Needed("error", failed.error);
  on.Field("model", failed.model);
  on.Field("measured", failed.measured, kMostModels);
}
void Describe(auto& on, A<Cancelled> auto& cancelled) { on.Needed("run", cancelled.run, kRounds); }

}  // namespace lab
