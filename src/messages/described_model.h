// The fields of a model's figures. Private to the codec.
#pragma once

#include <algorithm>
#include <iterator>

#include "messages/described_trace.h"
#include "messages/fields.h"
#include "messages/result.h"
#include "words/english/messages.h"

namespace lab {

void Describe(auto& on, A<Estimate> auto& estimate) {
  on.Type("estimate",
          "A ratio with its confidence interval; confidence is the share of such intervals that "
          "contain the true ratio. All zero: not measurable.");
  on.Needed("ratio", estimate.ratio, kRatio);
  on.Needed("low", estimate.low, kRatioEnd);
  on.Needed("high", estimate.high, kRatioEnd);
  on.Field("confidence", estimate.confidence, kShare);
}

void Describe(auto& on, A<Verdict> auto& verdict) {
  on.Type("verdict");
  on.Needed("code", verdict.code, OtherwiseNamed(VerdictCode::kUnknown, verdict.unknown_code));
  on.Needed("text", verdict.text);
  on.Field("probable", verdict.probable)
      .About("True if it rests on rounds that other programs disturbed.");
}

void Describe(auto& on, A<Reason> auto& reason) {
  on.Type("reason",
          "Why a model took as long as it did. gil: workers were ready at the same time, but only "
          "one at a time can hold the GIL; overlap: their waits overlapped; parallel: they "
          "computed in parallel; start-up: starting them took long compared with the work; "
          "messages: sending tasks and receiving results did; uneven: some had nothing left to do "
          "while others still worked; few-tasks: there were fewer tasks than workers; "
          "oversubscribed: there were more workers than cores; few-cores: fewer cores were "
          "available than reported; lock: they waited for the critical section; one-worker: one "
          "worker did the tasks one after the other; partial: only the beginning was recorded, and "
          "the other reasons are about it; unknown: the record does not show why.");
  on.Needed("code", reason.code, OtherwiseNamed(ReasonCode::kUnknown, reason.unknown_code));
  on.Needed("text", reason.text);
}

void Describe(auto& on, A<RoundsWon> auto& rounds) {
  on.Type("rounds_won",
          "In how many rounds it was faster than the sequential repetition of the same round.");
  on.Needed("faster", rounds.faster, kRounds);
  on.Needed("of", rounds.of, kRounds);
}
inline std::string Settle(RoundsWon& rounds) {
  return rounds.faster > rounds.of
             ? Phrase<words::kMoreWonThanRounds>("faster"_a = rounds.faster, "of"_a = rounds.of)
             : "";
}

void Describe(auto& on, A<Response> auto& response) {
  on.Type("response", "Convoy: response delays over all repetitions.");
  on.Needed("median_s", response.median_s, kSeconds);
  on.Needed("p90_s", response.p90_s, kSeconds);
  on.Needed("p99_s", response.p99_s, kSeconds);
  on.Needed("delays_s", response.delays_s, kMostDelays, kSeconds);
}
inline std::string Settle(Response& response) {
  return response.delays_s.empty() ? Phrase<words::kNoResponses>() : "";
}

void Describe(auto& on, A<LaneFigures> auto& lane) {
  on.Type("lane", "One worker: medians over the repetitions; null where the platform cannot tell.");
  on.Needed("busy_s", lane.busy_s, kSeconds);
  on.Field("cpu_s", lane.cpu_s, kSeconds);
  on.Field("voluntary_switches", lane.voluntary, kCount);
  on.Field("involuntary_switches", lane.involuntary, kCount);
}

void Describe(auto& on, A<ModelResult> auto& model) {
  on.Type("model", "The figures of one model with a given number of workers.");
  on.Needed("model", model.model);
  on.Needed("workers", model.workers, kWorkers);
  on.Needed("samples_s", model.samples_s, kMostSamples, kSeconds);
  on.Field("disturbed_s", model.disturbed_s, kMostSamples, kSeconds)
      .About("Times of the repetitions that do not count because other programs disturbed them.");
  on.Field("outliers", model.outliers, kMostSamples, kRounds);
  on.Needed("median_s", model.median_s, kSeconds);
  on.Field("mad_s", model.mad_s, kSeconds);
  on.Field("startup_s", model.startup_s, kSeconds);
  on.Field("warm_startup_s", model.warm_startup_s, kSeconds);
  on.Field("speedup", model.speedup);
  on.IfAny("rounds_won", model.rounds_won);
  on.Field("cold_speedup", model.cold_speedup);
  on.Field("efficiency", model.efficiency, kRatio);
  on.Needed("checksum", model.checksum, Hex{});
  on.Field("value", model.value, kValue);
  on.Field("shared_memory", model.shared_memory);
  on.IfAny("response", model.response);
  on.Group("gil", model.handoffs.has_value(),
           [&](auto& gil) { gil.Needed("handoffs", model.handoffs, kCount); });
  on.Field("lanes", model.lanes, kMostLanes);
  on.Field("memory_bytes", model.memory_bytes, kBytes);
  on.Field("verdict", model.verdict);
  on.Field("why", model.why, kMostTexts)
      .About("What the trace shows, most important first; empty without a trace.");
  on.IfAny("trace", model.trace);
  on.Rest(model.unknown);
}
inline std::string Settle(ModelResult& model) {
  const bool there = std::ranges::all_of(
      model.outliers, [&](int outlier) { return outlier < std::ssize(model.samples_s); });
  return there ? "" : Phrase<words::kNoSuchSample>();
}

}  // namespace lab
