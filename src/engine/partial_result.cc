#include "engine/partial_result.h"

#include <algorithm>
#include <utility>

#include "platform/clock.h"

namespace lab {
namespace {

Error Unfinished() {
  return {.code = ErrorCode::kCancelled, .message = "The run had not finished.", .next = "The figures are those of the repetitions that came in."};
}

void Keep(std::vector<ModelResult>& models, const ModelResult& model) {
  const auto same = std::ranges::find(models, model.model, &ModelResult::model);
  if (same == models.end()) models.push_back(model);
  else *same = model;
}

}  // namespace

void PartialResult::TakeIn(const Notice& notice) {
  if (const auto* ready = std::get_if<Ready>(&notice)) {
    result_.environment = ready->environment;
  } else if (const auto* started = std::get_if<Started>(&notice)) {
    result_ = {.recorded_at = UtcNow(), .environment = std::move(result_.environment), .experiment = started->experiment};
    result_.unavailable = started->skipped;
    result_.verdict = {.code = VerdictCode::kNoisy, .text = "Cannot conclude: the run had not finished."};
    result_.error = Unfinished();
  } else if (const auto* calibrated = std::get_if<Calibrated>(&notice)) {
    result_.calibration = calibrated->calibration;
  } else if (const auto* trial = std::get_if<TrialDone>(&notice)) {
    if (trial->so_far) Keep(result_.models, *trial->so_far);
  } else if (const auto* failed = std::get_if<Failed>(&notice)) {
    for (const ModelResult& model : failed->measured) Keep(result_.models, model);
    result_.error = failed->error;
  } else if (const auto* finished = std::get_if<Finished>(&notice)) {
    result_ = finished->result;
  }
}

}  // namespace lab
