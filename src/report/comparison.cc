#include "report/comparison.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/settings.h"
#include "report/wrap.h"

namespace lab {
namespace {

std::string NameOf(const RunResult& result) {
  const Environment& machine = result.environment;
  return Format("%s, %s, %.1f of %d cores", machine.platform.c_str(), machine.system.c_str(), result.calibration.effective_cores, machine.cores) +
         (result.recorded_at.empty() ? "" : ", " + result.recorded_at);
}

// Settings that change how long a trial takes.
bool ChangesTimes(std::string_view name) {
  return name != "models" && name != "repetitions" && name != "warmups" && name != "seed" && name != "time-budget" && name != "calibrate" && name != "record" && name != "precision" && name != "points";
}

std::vector<std::string> Differences(const RunResult& first, const RunResult& second) {
  std::vector<std::string> differences;
  if (first.experiment.kind != second.experiment.kind) return {"the experiments are not the same"};
  for (const Setting& setting : Settings(first.experiment.kind)) {
    const std::string one = ChosenText(first.experiment, setting.name);
    const std::string other = ChosenText(second.experiment, setting.name);
    if (ChangesTimes(setting.name) && one != other) differences.push_back(std::string(setting.name) + " is " + one + " and " + other);
  }
  if (first.calibration.task_size != second.calibration.task_size && differences.empty()) {
    differences.push_back("tasks were made larger on one of them: " + Grouped(static_cast<double>(first.calibration.task_size)) + " and " +
                          Grouped(static_cast<double>(second.calibration.task_size)) + " iterations");
  }
  return differences;
}

std::string QuotaOf(const Environment& machine) { return machine.cpu_quota ? Format("%.3g cores", *machine.cpu_quota) : "none"; }

// A browser does not tell, older files neither.
void AddMachines(const Environment& first, const Environment& second, std::vector<std::string>& differences) {
  if (!first.cpu.empty() && !second.cpu.empty() && first.cpu != second.cpu) {
    differences.push_back("the processor is " + first.cpu + " and " + second.cpu);
  }
  if (first.cpu_quota != second.cpu_quota) differences.push_back("the quota of processor time is " + QuotaOf(first) + " and " + QuotaOf(second));
}

std::vector<double> SpeedupSamples(const RunResult& result, const ModelResult& model) {
  std::vector<double> speedups;
  const std::vector<double>& baseline = result.models.front().samples_s;
  for (size_t round = 0; round < std::min(baseline.size(), model.samples_s.size()); ++round) {
    if (model.samples_s[round] > 0) speedups.push_back(baseline[round] / model.samples_s[round]);
  }
  return speedups;
}

std::string RatioAndInterval(const Estimate& estimate) { return RatioText(estimate) + "× (" + IntervalText(estimate) + ")"; }

std::string SpeedupRow(const ModelComparison& model) {
  return "  " + Left(LabelOf(model.model), 15) + Left(RatioAndInterval(model.first_speedup), 20) + Left(RatioAndInterval(model.second_speedup), 20) +
         RatioAndInterval(model.speedups) + "\n";
}

std::string Row(const ModelComparison& model) {
  return "  " + Left(LabelOf(model.model), 13) + Right(Duration(model.first_s), 10) + Right(Duration(model.second_s), 10) + "   " + RatioAndInterval(model.times) + "\n";
}

}  // namespace

Comparison CompareResults(const RunResult& first, const RunResult& second) {
  Comparison comparison = {.first = NameOf(first), .second = NameOf(second), .differences = Differences(first, second)};
  AddMachines(first.environment, second.environment, comparison.differences);
  for (const ModelResult& one : first.models) {
    const auto other = std::ranges::find(second.models, one.model, &ModelResult::model);
    if (other == second.models.end()) continue;
    comparison.models.push_back({.model = one.model,
                                 .first_s = one.median_s,
                                 .second_s = other->median_s,
                                 .times = RatioOf(one.samples_s, other->samples_s),
                                 .first_speedup = one.speedup,
                                 .second_speedup = other->speedup,
                                 .speedups = RatioOf(SpeedupSamples(second, *other), SpeedupSamples(first, one))});
  }
  return comparison;
}

std::string AsTable(const Comparison& comparison) {
  std::string text = Wrapped("A: " + comparison.first, 3) + "\n" + Wrapped("B: " + comparison.second, 3) + "\n\n";
  text += "  model                 A         B   A / B\n";
  for (const ModelComparison& model : comparison.models) text += Row(model);
  text += "\n  model          speedup A           speedup B           B's speedup / A's\n";
  for (const ModelComparison& model : comparison.models) text += SpeedupRow(model);
  if (comparison.models.empty()) text += "  They have no model in common.\n";
  if (!comparison.differences.empty()) text += "\n";
  for (const std::string& difference : comparison.differences) text += Wrapped("Not alike: " + difference + ".", 2) + "\n";
  return text;
}

}  // namespace lab
