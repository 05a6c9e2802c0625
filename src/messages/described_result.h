// The fields of the files: the result of a run, and of a sweep. Private to the codec.
#pragma once

#include "messages/described_experiment.h"
#include "messages/described_model.h"
#include "messages/file_kinds.h"

namespace lab {

inline constexpr std::pair<Stop, std::string_view> kStops[] = {{Stop::kUnknown, "unknown"},
                                                               {Stop::kPrecise, "precise"},
                                                               {Stop::kTime, "time"},
                                                               {Stop::kRepetitions, "repetitions"}};
inline CodeNames<Stop> NamesOf(Stop) { return kStops; }

void Describe(auto& on, A<Error> auto& error) {
  on.Type("error", "Why it ended early; the figures are what was measured until then.");
  on.Needed("code", error.code, Otherwise(ErrorCode::kInternal));
  on.Needed("message", error.message);
  on.Field("next", error.next);
  on.Field("field", error.field);
}

void Describe(auto& on, A<Environment> auto& environment) {
  on.Type("environment", "The machine and the build that measured.");
  on.Needed("platform", environment.platform).OneOf("web", "native");
  on.Field("build", environment.build)
      .OneOf("threads", "single", "native", "none")
      .About("none: of a page in which no engine runs.");
  on.Field("system", environment.system)
      .About("The operating system, or the browser and its version.");
  on.Field("compiler", environment.compiler);
  on.Field("lab_version", environment.lab_version);
  on.Field("cpu", environment.cpu).About("The processor model; empty if unknown.");
  on.Field("cores", environment.cores, kCores)
      .About(
          "Cores that the program may use, as reported; see calibration.effective_cores for those "
          "available.");
  on.Field("machine_cores", environment.machine_cores, kCores)
      .About("All cores of the machine, if the program may not use all of them.");
  on.Field("cpu_quota", environment.cpu_quota, kPartsOfCores)
      .About("The program's limit of processor time, in cores, if it has one.");
  on.Field("timer_step_s", environment.timer_step_s, kSeconds);
  on.Field("isolated", environment.isolated);
  on.Field("pinning", environment.pinning);
  on.Field("delays", environment.delays);
  on.Field("optimised", environment.optimised);
  on.Rest(environment.unknown);
}

void Describe(auto& on, A<Calibration> auto& found) {
  on.Type("calibration");
  on.Needed("effective_cores", found.effective_cores, kPartsOfCores)
      .About("Cores that were available: how many really computed at the same time.");
  on.Field("stolen", found.stolen, kShare)
      .About("Share of processor time that other programs took during that measurement.");
  on.Field("drift", found.drift, kChange)
      .About("Relative change of the sequential time from the first rounds to the last.");
  on.Needed("timer_step_s", found.timer_step_s, kSeconds);
  on.Field("task_s", found.task_s, kSeconds);
  on.Field("task_size", found.task_size, kCount);
  on.Field("scaled", found.scaled).About("True if the task size was chosen to fit this machine.");
  on.Field("warmups", found.warmups, kRounds);
  on.Field("other_cores", found.other_cores, kPartsOfCores);
  on.Field("rounds", found.rounds, kRounds);
  on.Field("disturbed_rounds", found.disturbed_rounds, kRounds);
  on.Field("disturbing_cores", found.disturbing_cores, kPartsOfCores);
  on.Field("all_disturbed", found.all_disturbed)
      .About("True if too few rounds were undisturbed, so all of them count.");
  on.Field("stop", found.stop, Otherwise(Stop::kUnknown))
      .About("Why there were no further rounds.");
  on.Field("took_s", found.took_s, kSeconds);
  on.Field("cores_measured", found.cores_measured)
      .About(
          "False where the clock is too coarse to measure them: effective_cores is then the "
          "reported number.");
  on.Rest(found.unknown);
}

void Describe(auto& on, A<UnavailableModel> auto& model) {
  on.Type("unavailable");
  on.Needed("model", model.model);
  on.Needed("reason", model.reason);
}

void Describe(auto& on, A<SweepBaseline> auto& baseline) {
  on.Type(
      "baseline",
      "The sequential repetitions of the rounds in which the points at one place were measured.");
  on.Needed("workers", baseline.workers, kWorkers);
  on.Needed("median_s", baseline.median_s, kSeconds);
  on.Needed("samples_s", baseline.samples_s, kMostSamples, kSeconds);
}

void Describe(auto& on, A<ModelScaling> auto& scaling) {
  on.Type("scaling");
  on.Needed("model", scaling.model);
  on.Field("points", scaling.points, kMostPoints);
  const bool fitted = !scaling.amdahl_text.empty();
  on.Group("amdahl", fitted, [&](auto& inner) {
      inner.Needed("serial_fraction", scaling.amdahl.serial_fraction, kShare);
      inner.Field("low", scaling.amdahl.low, kShare);
      inner.Field("high", scaling.amdahl.high, kShare);
      inner.Needed("residual", scaling.amdahl.residual, kFitted)
          .About("Root mean square of the relative error in speedup.");
      inner.Field("points", scaling.amdahl.points, kRounds);
      inner.Field("describes", scaling.amdahl.describes);
      inner.Field("text", scaling.amdahl_text);
    }).About("Amdahl's law: speedup = 1 / (s + (1 - s) / workers).");
  on.Group("usl", fitted,
           [&](auto& inner) {
             inner.Needed("contention", scaling.usl.contention, kFitted);
             inner.Needed("coherency", scaling.usl.coherency, kFitted);
             inner.Needed("residual", scaling.usl.residual, kFitted);
             inner.Field("peak_workers", scaling.usl.peak_workers, kFitted)
                 .About("The number of workers at which the curve peaks; 0 if it has no peak.");
             inner.Field("points", scaling.usl.points, kRounds);
             inner.Field("describes", scaling.usl.describes);
             inner.Field("text", scaling.usl_text);
           })
      .About(
          "Universal Scalability Law: speedup = n / (1 + contention (n - 1) + coherency n (n - "
          "1)).");
  on.Rest(scaling.unknown);
}

void Describe(auto& on, A<Crossing> auto& crossing) {
  on.Type("crossing",
          "The share of computing above which processes (or free threads) are at least a tenth "
          "faster than threads under the GIL.");
  on.Needed("at", crossing.at, kPlaces);
  on.Needed("low", crossing.low, kPlaces);
  on.Needed("high", crossing.high, kPlaces);
}

// ---- What runs and sweeps have in common: what comes first, and what comes last.

void DescribeBeginning(auto& on, auto& result, const char* schema) {
  on.Kind(schema, result.version);
  on.Field("recorded_at", result.recorded_at, Utc{});
  on.Needed("environment", result.environment);
  on.Needed("experiment", result.experiment);
  on.Field("calibration", result.calibration).About("Missing in results of the first release.");
}

void DescribeEnd(auto& on, auto& result) {
  on.Field("unavailable", result.unavailable, kMostModels);
  on.Field("notes", result.notes, kMostTexts);
  on.Field("answer", result.answer).About("The finding, in at most fourteen words.");
  on.Field("reason", result.reason).About("The reason for it, or what to do next; may be empty.");
  on.Field("verdict", result.verdict);
  on.IfAny("error", result.error);
  on.Rest(result.unknown);
}

void Describe(auto& on, A<RunResult> auto& result) {
  on.Type("run", "The result of a run.");
  DescribeBeginning(on, result, kRunSchema);
  on.Field("models", result.models, kMostModels);
  DescribeEnd(on, result);
}
std::string Settle(RunResult& result);

void Describe(auto& on, A<SweepResult> auto& result) {
  on.Type("sweep", "An experiment with one setting varied.");
  DescribeBeginning(on, result, kSweepSchema);
  on.Field("axis", result.axis).About("The setting that was varied.");
  on.Field("at", result.at, kMostPoints, kPlaces)
      .About("The value of that setting at each point; baselines and points have the same order.");
  on.Field("baselines", result.baselines, kMostPoints);
  on.Field("scaling", result.scaling, kMostModels);
  on.IfAny("crossing", result.crossing);
  DescribeEnd(on, result);
}
std::string Settle(SweepResult& result);

}  // namespace lab
