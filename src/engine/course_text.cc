#include "engine/course_text.h"

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "words/english/engine.h"

namespace lab {
namespace {

// "2 tasks of 140,000,000 iterations (0.14 s)"
std::string SizeText(const Experiment& experiment, const Pace& pace) {
  if (const auto size_text = InfoOf(experiment.kind).size_text) return size_text(experiment);
  return Phrase<words::kSizeComputing>("tasks"_a = experiment.tasks, "size"_a = experiment.size,
                                       "time"_a = Duration(TaskSeconds(experiment, pace)));
}

}  // namespace

std::string PlanText(const TimePlan& plan, const Pace& pace, double left_s, double budget_s) {
  const std::string size = Capital(SizeText(plan.experiment, pace));
  const std::string time = RoughTime(left_s);
  if (plan.fits)
    return Phrase<words::kPlan>("size"_a = size, "rounds"_a = plan.rounds, "time"_a = time);
  return Phrase<words::kPlanOverBudget>("size"_a = size, "rounds"_a = plan.rounds, "time"_a = time,
                                        "budget"_a = RoughTime(budget_s));
}

std::vector<std::string> DisturbedNotes(const Calibration& calibration) {
  if (calibration.disturbed_rounds == 0) return {};
  return {Phrase<words::kDisturbedRounds>(
      "disturbed"_a = calibration.disturbed_rounds,
      "rounds"_a = calibration.rounds + calibration.disturbed_rounds,
      "cores"_a = Format("%.1f", calibration.disturbing_cores.value_or(0)))};
}

std::vector<std::string> CourseNotes(const Calibration& calibration, double precision,
                                     double budget_s) {
  std::vector<std::string> notes = DisturbedNotes(calibration);
  if (calibration.stop == Stop::kPrecise) {
    notes.push_back(
        Phrase<words::kStoppedPrecise>("rounds"_a = calibration.rounds, "precision"_a = precision));
  }
  if (calibration.stop == Stop::kTime)
    notes.push_back(
        Phrase<words::kStoppedByTime>("rounds"_a = calibration.rounds, "budget"_a = budget_s));
  return notes;
}

}  // namespace lab
