#include "engine/course_text.h"

#include "base/text.h"

namespace lab {
namespace {

// "2 tasks of 140,000,000 iterations (0.14 s)"
std::string SizeText(const Experiment& experiment, const Pace& pace) {
  switch (experiment.kind) {
    case ExperimentKind::kDownloads:
      return FetchesTypedUrls(experiment) ? Format("%zu addresses", experiment.urls.size()) : Format("%d downloads of %.0f ms", experiment.tasks, experiment.latency_ms);
    case ExperimentKind::kConvoy: return Format("%d answers a repetition", experiment.answers);
    case ExperimentKind::kMixed: return Format("%d tasks of %g ms", experiment.tasks, experiment.duration_ms);
    default: break;
  }
  return Format("%d task%s of %s iterations (%s)", experiment.tasks, experiment.tasks == 1 ? "" : "s", Grouped(static_cast<double>(experiment.size)).c_str(),
                Duration(TaskSeconds(experiment, pace)).c_str());
}

}  // namespace

std::string PlanText(const TimePlan& plan, const Pace& pace, double left_s, double budget_s) {
  const std::string text = Format("%s, %d round%s: about %s.", Capital(SizeText(plan.experiment, pace)).c_str(), plan.rounds, plan.rounds == 1 ? "" : "s", RoughTime(left_s).c_str());
  if (plan.fits) return text;
  return text + Format(" That is more than the %s of the time budget: smaller tasks, fewer of them or fewer repetitions take less.", RoughTime(budget_s).c_str());
}

std::vector<std::string> DisturbedNotes(const Calibration& calibration) {
  if (calibration.disturbed_rounds == 0) return {};
  return {Format("%d of %d rounds do not count: other programs used about %.1f cores in them.", calibration.disturbed_rounds,
                 calibration.rounds + calibration.disturbed_rounds, calibration.disturbing_cores.value_or(0))};
}

std::vector<std::string> CourseNotes(const Calibration& calibration, double precision, double budget_s) {
  std::vector<std::string> notes = DisturbedNotes(calibration);
  if (calibration.stop == Stop::kPrecise) {
    notes.push_back(Format("Stopped after %d rounds: every interval lies within %g %% of its ratio.", calibration.rounds, precision));
  }
  if (calibration.stop == Stop::kTime) notes.push_back(Format("Stopped after %d round%s: %g s were there for it.", calibration.rounds, calibration.rounds == 1 ? "" : "s", budget_s));
  return notes;
}

}  // namespace lab
