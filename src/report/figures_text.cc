#include "report/figures_text.h"

#include <algorithm>

#include "base/clock_steps.h"
#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/experiment_info.h"
#include "stats/efficiency.h"
#include "stats/estimate.h"

namespace lab {
namespace {

bool TooShort(const ModelResult& model) { return model.verdict.code == VerdictCode::kTooShort; }

}  // namespace

std::string DoubtOf(const ModelResult& model) {
  if (TooShort(model)) return Phrase<words::kDoubtTooShort>();
  return Concluded(model.verdict.code) ? "" : Phrase<words::kDoubtNoisy>();
}

std::string MedianText(const ModelResult& model, double timer_step_s) {
  if (model.response) return LateText(model.response->median_s, timer_step_s);
  return TooShort(model) ? kNotKnown : Duration(model.median_s);
}

std::string LateText(double delay_s, double timer_step_s) {
  return DelaySeen(delay_s, timer_step_s) ? Duration(delay_s)
                                          : "< " + Duration(ShortestDelay(timer_step_s));
}

std::string MadText(const ModelResult& model, double timer_step_s) {
  return TooShort(model) ? kNotKnown : "±" + Duration(std::max(model.mad_s, timer_step_s));
}

std::string SpeedupText(const ModelResult& model) {
  const std::string doubt = DoubtOf(model);
  return doubt.empty() ? RatioText(model.speedup) + "×" : doubt;
}

std::string SpeedupIntervalText(const ModelResult& model) {
  return TooShort(model) ? kNotKnown : IntervalText(model.speedup);
}

std::string AsLate(const ModelResult& model) {
  std::string doubt = DoubtOf(model);
  if (!doubt.empty()) return doubt;
  return model.model == kSequential ? "1×" : RatioText(Inverse(model.speedup)) + "×";
}

std::string EfficiencyText(const ModelResult& model, std::span<const ModelResult> beside) {
  const double efficiency = EfficiencyWithin(model.speedup, model.efficiency);
  const bool alone = model.model == kSequential && std::ranges::any_of(beside, TooShort);
  if (!DoubtOf(model).empty() || alone || efficiency <= 0) return kNotKnown;
  return Format("%.0f %%", efficiency * 100);
}

std::string EfficiencyDoubt(const ModelResult& model, const Experiment& experiment) {
  const bool unknown = DoubtOf(model).empty() && !model.response &&
                       EfficiencyWithin(model.speedup, model.efficiency) <= 0;
  if (!unknown || model.model == kSequential || !InfoOf(experiment.kind).computes()) return "";
  return Phrase<words::kEfficiencyUnknown>();
}

std::string EfficiencyMeaning(const Experiment& experiment) {
  if (!InfoOf(experiment.kind).computes()) return Phrase<words::kEfficiencyOfWaits>();
  return Phrase<words::kEfficiencyIs>("meaning"_a = kEfficiencyMeans);
}

}  // namespace lab
