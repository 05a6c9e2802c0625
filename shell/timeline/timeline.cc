#include "shell/timeline/timeline.h"

#include <algorithm>

namespace lab::panel {
namespace {

constexpr double kAfterTheEnd = 1.02;  // so that the last end can be seen
constexpr double kMostStartup = 0.25;  // of the longest trial

}  // namespace

void Timeline::Follow(const State& state, const Chart& chart) {
  const Outcome& outcome = state.outcome();
  std::vector<std::string> models;
  for (const BarRow& row : chart.rows) models.push_back(row.model);
  if (outcome.traces_version == version_ && models == models_) return;
  // While a run is under way, and when it ends, the person goes on looking at the same place.
  const bool goes_on = grows_ && experiment_ == state.experiment.kind;
  if (!goes_on) window_.reset();
  version_ = outcome.traces_version;
  experiment_ = state.experiment.kind;
  grows_ = outcome.kind == Outcome::Kind::kRunning;
  models_ = std::move(models);
  data_ = MakeTimeline(outcome, chart, TimerStepOf(state));
  if (!goes_on || !Holds(pick_)) pick_.reset();
}

bool Timeline::Holds(const std::optional<TimelinePick>& pick) const {
  if (!pick || pick->group >= data_.groups.size() || !data_.groups[pick->group].recorded)
    return false;
  const TimelineGroup& group = data_.groups[pick->group];
  if (pick->handoff < 0) return pick->lane < group.lanes.size();
  const auto number = static_cast<size_t>(pick->handoff);
  return number < group.handoffs.size() && group.handoffs[number].at == pick->at;
}

TimeWindow Timeline::All(float width, float least) const {
  const double end = std::max(kShortestWindow, static_cast<double>(data_.end)) * kAfterTheEnd;
  if (data_.startup == 0 && !grows_) return {0, end};
  const double room = end * static_cast<double>(least / std::max(1.0f, width - least));
  return {-std::clamp(static_cast<double>(data_.startup) * kAfterTheEnd, room,
                      std::max(room, end * kMostStartup)),
          end};
}

void Timeline::Zoom(const TimeWindow& all, double around, double factor) {
  Show(all, Zoomed(Shown(all), all, around, factor));
}

void Timeline::Pan(const TimeWindow& all, double by) { Show(all, Panned(Shown(all), all, by)); }

void Timeline::Show(const TimeWindow& all, const TimeWindow& window) {
  window_ = window;
  if (window.length() >= all.length()) window_.reset();
}

bool Timeline::StepHandOff(const TimeWindow& all, int direction) {
  const auto group = std::ranges::find_if(
      data_.groups, [](const TimelineGroup& each) { return !each.handoffs.empty(); });
  if (group == data_.groups.end()) return false;
  const auto number = static_cast<size_t>(group - data_.groups.begin());
  const int last = static_cast<int>(group->handoffs.size()) - 1;
  int next = 0;
  if (pick_ && pick_->handoff >= 0 && pick_->group == number) {
    next = std::clamp(pick_->handoff + direction, 0, last);
  } else {
    const TimeWindow shown = Shown(all);
    const auto at = std::ranges::lower_bound(
        group->handoffs, static_cast<Nanoseconds>(direction > 0 ? shown.from : shown.to), {},
        &HandOff::at);
    next = std::clamp(static_cast<int>(at - group->handoffs.begin()) - (direction > 0 ? 0 : 1), 0,
                      last);
  }
  const HandOff& handoff = group->handoffs[static_cast<size_t>(next)];
  pick_ = TimelinePick{.group = number, .at = handoff.at, .handoff = next};
  const TimeWindow shown = Shown(all);
  const auto at = static_cast<double>(handoff.at);
  if (at < shown.from || at > shown.to) Pan(all, at - (shown.from + shown.to) / 2);
  return true;
}

}  // namespace lab::panel
