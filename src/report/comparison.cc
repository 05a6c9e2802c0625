#include "report/comparison.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/settings.h"
#include "report/figures_text.h"
#include "report/machine_text.h"
#include "report/newer_text.h"
#include "report/wrap.h"
#include "words/english/report.h"

namespace lab {
namespace {

constexpr Estimate kNone = {.ratio = 0, .low = 0, .high = 0, .confidence = 0};

std::string NameOf(const RunResult& result) {
  const Environment& machine = result.environment;
  const std::string available =
      result.calibration.cores_measured ? Format("%.1f", result.calibration.effective_cores) : "";
  return Phrase<words::kComparedMachine>(
      "platform"_a = machine.platform, "system"_a = machine.system, "available"_a = available,
      "cores"_a = machine.cores, "recorded"_a = result.recorded_at);
}

// Settings that change how long a trial takes.
bool ChangesTimes(std::string_view name) {
  return name != "models" && name != "repetitions" && name != "warmups" && name != "seed" &&
         name != "time-budget" && name != "calibrate" && name != "record" && name != "precision" &&
         name != "points";
}

std::vector<std::string> Differences(const RunResult& first, const RunResult& second) {
  std::vector<std::string> differences;
  if (NameOf(first.experiment) != NameOf(second.experiment))
    return {Phrase<words::kOtherExperiments>()};
  for (const Setting& setting : Settings(first.experiment.kind)) {
    const std::string one = ChosenText(first.experiment, setting.name);
    const std::string other = ChosenText(second.experiment, setting.name);
    if (ChangesTimes(setting.name) && one != other)
      differences.push_back(Phrase<words::kOtherSetting>("setting"_a = setting.name,
                                                         "first"_a = one, "second"_a = other));
  }
  if (first.calibration.task_size != second.calibration.task_size && differences.empty()) {
    differences.push_back(Phrase<words::kOtherTaskSize>("first"_a = first.calibration.task_size,
                                                        "second"_a = second.calibration.task_size));
  }
  return differences;
}

std::string QuotaOf(const Environment& machine) {
  return machine.cpu_quota ? QuotaText(*machine.cpu_quota) : Phrase<words::kNoQuota>();
}

// A browser does not tell, older files neither.
void AddMachines(const Environment& first, const Environment& second,
                 std::vector<std::string>& differences) {
  if (!first.cpu.empty() && !second.cpu.empty() && first.cpu != second.cpu) {
    differences.push_back(Phrase<words::kOtherCpu>("first"_a = first.cpu, "second"_a = second.cpu));
  }
  if (first.cpu_quota != second.cpu_quota)
    differences.push_back(
        Phrase<words::kOtherQuota>("first"_a = QuotaOf(first), "second"_a = QuotaOf(second)));
}

std::vector<double> SpeedupSamples(const RunResult& result, const ModelResult& model) {
  std::vector<double> speedups;
  const std::vector<double>& baseline = result.models.front().samples_s;
  for (size_t round = 0; round < std::min(baseline.size(), model.samples_s.size()); ++round) {
    if (model.samples_s[round] > 0) speedups.push_back(baseline[round] / model.samples_s[round]);
  }
  return speedups;
}

// What is to be known of a file before any figure of it.
void AddDoubts(const char* file, const RunResult& result, std::vector<std::string>& doubts) {
  if (const std::string newer = NewerText(result); !newer.empty())
    doubts.push_back(Phrase<words::kFile>("file"_a = file, "text"_a = newer));
  if (result.error)
    doubts.push_back(
        Phrase<words::kFileEndedEarly>("file"_a = file, "text"_a = result.error->message));
  else if (!Concluded(result.verdict.code) || result.verdict.probable)
    doubts.push_back(Phrase<words::kFile>("file"_a = file, "text"_a = result.verdict.text));
}

// The speedup of a model about which something could be concluded.
Estimate SpeedupOf(const ModelResult& model) {
  return Concluded(model.verdict.code) ? model.speedup : kNone;
}

bool Timed(const ModelResult& model) { return model.verdict.code != VerdictCode::kTooShort; }

std::string TimesRow(const ModelComparison& model) {
  return "  " + Left(LabelOf(model.model), 15) + Right(ComparedTime(model.first_s), 10) +
         Right(ComparedTime(model.second_s), 11) + "   " + RatioWithInterval(model.times) + "\n";
}

std::string SpeedupsRow(const ModelComparison& model) {
  return "  " + Left(LabelOf(model.model), 15) + Left(RatioWithInterval(model.first_speedup), 20) +
         Left(RatioWithInterval(model.second_speedup), 20) + RatioWithInterval(model.speedups) +
         "\n";
}

}  // namespace

Comparison CompareResults(const RunResult& first, const RunResult& second) {
  Comparison comparison = {
      .first = NameOf(first), .second = NameOf(second), .differences = Differences(first, second)};
  AddMachines(first.environment, second.environment, comparison.differences);
  AddDoubts("A", first, comparison.doubts);
  AddDoubts("B", second, comparison.doubts);
  const bool same = first.experiment.kind == second.experiment.kind;
  for (const ModelResult& one : first.models) {
    const auto other = std::ranges::find(second.models, one.model, &ModelResult::model);
    if (other == second.models.end()) continue;
    const Estimate ours = SpeedupOf(one);
    const Estimate theirs = SpeedupOf(*other);
    comparison.models.push_back(
        {.model = one.model,
         .first_s = Timed(one) ? one.median_s : 0,
         .second_s = Timed(*other) ? other->median_s : 0,
         .times =
             same && Timed(one) && Timed(*other) ? RatioOf(one.samples_s, other->samples_s) : kNone,
         .first_speedup = ours,
         .second_speedup = theirs,
         .speedups = same && ours.ratio > 0 && theirs.ratio > 0
                         ? RatioOf(SpeedupSamples(second, *other), SpeedupSamples(first, one))
                         : kNone});
  }
  return comparison;
}

std::string ComparedTime(double seconds) { return seconds > 0 ? Duration(seconds) : kNotKnown; }

std::string DifferenceText(const std::string& difference) {
  return Phrase<words::kNotAlike>("difference"_a = difference);
}

std::string AsTable(const Comparison& comparison) {
  std::string text;
  for (const std::string& doubt : comparison.doubts) text += Wrapped(doubt, 2) + "\n";
  for (const std::string& difference : comparison.differences)
    text += Wrapped(DifferenceText(difference), 2) + "\n";
  text += (text.empty() ? "" : "\n") +
          Wrapped(Phrase<words::kFile>("file"_a = "A", "text"_a = comparison.first), 3) + "\n" +
          Wrapped(Phrase<words::kFile>("file"_a = "B", "text"_a = comparison.second), 3) + "\n\n";
  if (comparison.models.empty()) return text + Phrase<words::kNothingInCommon>() + "\n";
  text += Phrase<words::kHeadTimes>() + "\n";
  for (const ModelComparison& model : comparison.models) text += TimesRow(model);
  std::string speedups;
  for (const ModelComparison& model : comparison.models) {
    if (model.model != kSequential) speedups += SpeedupsRow(model);
  }
  return speedups.empty() ? text : text + "\n" + Phrase<words::kHeadSpeedups>() + "\n" + speedups;
}

}  // namespace lab
