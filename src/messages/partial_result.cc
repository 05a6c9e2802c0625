#include "messages/partial_result.h"

#include <algorithm>
#include <utility>

#include "platform/clock.h"
#include "words/english/messages.h"

namespace lab {
namespace {

Error Unfinished() {
  return {.code = ErrorCode::kCancelled,
          .message = Phrase<words::kRunUnfinished>(),
          .next = Phrase<words::kFiguresSoFar>()};
}

}  // namespace

void Grow(std::optional<Trace>& trace, const TraceGrown& grown) {
  const bool goes_on = trace && !grown.begins && trace->repetition == grown.repetition &&
                       trace->lanes.size() == grown.growth.lanes.size();
  if (!goes_on) {
    trace = grown.growth;
    trace->repetition = grown.repetition;
    return;
  }
  trace->length = grown.growth.length;
  for (size_t lane = 0; lane < trace->lanes.size(); ++lane) {
    const std::vector<Event>& since = grown.growth.lanes[lane].events;
    trace->lanes[lane].events.insert(trace->lanes[lane].events.end(), since.begin(), since.end());
  }
}

void PartialResult::Keep(const ModelResult& model) {
  const auto same = std::ranges::find(result_.models, model.model, &ModelResult::model);
  ModelResult& kept = same == result_.models.end() ? result_.models.emplace_back() : *same;
  kept = model;
  kept.trace = traces_[model.model];
}

void PartialResult::TakeIn(const Notice& notice) {
  if (const auto* ready = std::get_if<Ready>(&notice)) {
    result_.environment = ready->environment;
  } else if (const auto* started = std::get_if<Started>(&notice)) {
    result_ = {.recorded_at = UtcNow(),
               .environment = std::move(result_.environment),
               .experiment = started->experiment};
    result_.unavailable = started->skipped;
    traces_.clear();
    result_.verdict = {.code = VerdictCode::kNoisy, .text = Phrase<words::kUnfinishedVerdict>()};
    result_.error = Unfinished();
  } else if (const auto* calibrated = std::get_if<Calibrated>(&notice)) {
    result_.calibration = calibrated->calibration;
    result_.experiment = calibrated->experiment;
  } else if (const auto* grown = std::get_if<TraceGrown>(&notice)) {
    Grow(traces_[grown->model], *grown);
  } else if (const auto* trial = std::get_if<TrialDone>(&notice)) {
    if (trial->so_far) Keep(*trial->so_far);
  } else if (const auto* failed = std::get_if<Failed>(&notice)) {
    for (const ModelResult& model : failed->measured) Keep(model);
    result_.error = failed->error;
  } else if (const auto* finished = std::get_if<Finished>(&notice)) {
    result_ = finished->result;
  }
}

}  // namespace lab
