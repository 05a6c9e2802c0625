#include "engine/live_trace.h"

#include <algorithm>
#include <utility>

namespace lab {
namespace {

constexpr double kPauseS = 0.2;

}  // namespace

void LiveTrace::Begin(const Model& model, const Trial& trial) {
  model_ = &model;
  trial_ = trial;
  told_.clear();
  told_in_all_ = 0;
  timer_ = loop_.After(kPauseS, [this] { Look(); });
}

void LiveTrace::End(const std::optional<Trace>& trace) {
  if (std::exchange(model_, nullptr) == nullptr) return;
  loop_.Cancel(timer_);
  if (trace) Tell(*trace);
}

void LiveTrace::Look() {
  if (const std::optional<Trace> trace = model_->Recorded()) Tell(*trace);
  if (told_in_all_ < kMostLiveEvents) timer_ = loop_.After(kPauseS, [this] { Look(); });
}

void LiveTrace::Tell(const Trace& trace) {
  TraceGrown grown = {.run = run_,
                      .model = trial_.model,
                      .repetition = trial_.repetition,
                      .begins = told_.empty(),
                      .growth = {.length = trace.length, .gil = trace.gil}};
  told_.resize(trace.lanes.size());
  for (size_t at = 0; at < trace.lanes.size(); ++at) {
    const LaneTrace& lane = trace.lanes[at];
    const size_t from = std::min(told_[at], lane.events.size());
    const size_t count = std::min(lane.events.size() - from, kMostLiveEvents - told_in_all_);
    LaneTrace& growth = grown.growth.lanes.emplace_back(
        LaneTrace{.name = lane.name, .worker = lane.worker, .startup = lane.startup});
    growth.events.assign(lane.events.begin() + static_cast<ptrdiff_t>(from),
                         lane.events.begin() + static_cast<ptrdiff_t>(from + count));
    told_[at] = from + count;
    told_in_all_ += count;
  }
  notify_(grown);
}

}  // namespace lab
