#include "shell/panel/timeline_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "shell/panel/figures.h"

namespace lab::panel {
namespace {

constexpr double kMillisecond = 1e6;

std::string LengthText(Nanoseconds length) { return Duration(static_cast<double>(length) * 1e-9); }

std::string FromTo(Nanoseconds begin, Nanoseconds end) {
  return "from " + InstantText(static_cast<double>(begin)) + " to " + InstantText(static_cast<double>(end)) + ": " + LengthText(end - begin);
}

const std::string& NameOfLane(const TimelineGroup& group, int lane) { return group.lanes[static_cast<size_t>(lane)].name; }

std::string StateText(const TimelineGroup& group, const Span& span) {
  std::string text(NameOf(span.state));
  const bool known = span.peer >= 0 && span.peer < std::ssize(group.lanes);
  if (span.state == EventKind::kSending) text += Format(" %d bytes", span.bytes) + (known ? " to " + NameOfLane(group, span.peer) : "");
  if (span.state == EventKind::kReceiving) text += Format(" %d bytes", span.bytes) + (known ? " from " + NameOfLane(group, span.peer) : "");
  return text;
}

// What shares the pixel, where the state at the instant is only one of several.
std::string MixtureText(const StepLine& states, Nanoseconds at, Nanoseconds around) {
  const Nanoseconds from = at - around / 2;
  const Nanoseconds to = from + around;
  const size_t changes = states.empty() ? 0 : states.At(to) - states.At(from);
  if (changes < 2) return "";
  std::array<Nanoseconds, kStates> time{};
  states.AddTime(from, to, time);
  std::string text = "\n" + LengthText(around) + " around it: " + Plural(static_cast<int>(changes), "change", "changes");
  for (size_t state = 0; state < kStates; ++state) {
    const double share = static_cast<double>(time[state]) / static_cast<double>(around);
    if (share >= 0.005) text += ", " + PercentText(share) + " " + std::string(NameOf(static_cast<EventKind>(state)));
  }
  return text;
}

int InState(const TimelineGroup& group, EventKind state, Nanoseconds at) {
  return static_cast<int>(std::ranges::count_if(group.lanes, [&](const TimelineLane& lane) {
    const StepLine& line = lane.states;
    return lane.worker && !line.empty() && at >= line.first() && at < line.last() && line.value(line.At(at)) == static_cast<size_t>(state);
  }));
}

}  // namespace

std::string InstantText(double instant) {
  if (instant >= 10'000 * kMillisecond) return Format("%.6f s", instant / (1000 * kMillisecond));
  return Format("%.3f ms", instant / kMillisecond);
}

std::string LaneWords(const TimelineGroup& group, size_t lane, const Trace& trace, Nanoseconds at, Nanoseconds around) {
  const TimelineLane& shown = group.lanes[lane];
  std::string text = shown.name;
  if (at < 0) return text + (shown.startup > 0 ? ": it took " + LengthText(shown.startup) + " to start, once, before the trial" : "");
  const std::optional<Span> span = SpanAt(trace.lanes[lane], group.length, at);
  if (!span && shown.lost > 0) return text + ": not recorded, there was no room for " + Grouped(static_cast<double>(shown.lost)) + " more events";
  if (!span) return text + ": the trial is over";
  const TaskOnLane* task = TaskAt(shown, at);
  text += (task != nullptr ? Format(", task %d: ", task->task + 1) : ": ") + StateText(group, *span);
  text += "\n" + FromTo(span->begin, span->end);
  if (task != nullptr) text += Format("\ntask %d ", task->task + 1) + FromTo(task->begin, task->end);
  if (!shown.worker) text += "\nIt hands out the tasks and takes the results.";
  return text + MixtureText(shown.states, at, around);
}

std::string HolderWords(const TimelineGroup& group, Nanoseconds at) {
  const StepLine& line = group.holder;
  if (line.empty() || at < line.first() || at >= line.last()) return "";
  const size_t step = line.At(at);
  const std::string who = line.value(step) == 0 ? "Nobody" : NameOfLane(group, static_cast<int>(line.value(step)) - 1);
  const std::string waiting = Plural(InState(group, EventKind::kWaitingForGil, at), "lane waits", "lanes wait");
  return who + " holds the GIL " + FromTo(line.begin(step), line.end(step)) + "\n" + waiting + " for it";
}

std::string TogetherWords(const TimelineGroup& group, Nanoseconds at) {
  if (at < 0 || at >= group.length) return "";
  std::string text = InstantText(static_cast<double>(at));
  for (size_t state = 0; state < kStates; ++state) {
    const int lanes = InState(group, static_cast<EventKind>(state), at);
    if (lanes > 0) text += Format("\n%d ", lanes) + std::string(NameOf(static_cast<EventKind>(state)));
  }
  return text;
}

std::string HandOffWords(const TimelineGroup& group, const HandOff& handoff) {
  const std::string& from = NameOfLane(group, handoff.from);
  const std::string& to = NameOfLane(group, handoff.to);
  std::string text = "Hand-off at " + InstantText(static_cast<double>(handoff.at)) + ": " + from + " had the GIL, " + to + " got it after waiting " +
                     LengthText(handoff.waited) + ".";
  if (handoff.asked < 0) return text + " Nobody had asked " + from + ": it let go by itself.";
  const std::string who = handoff.asked_by == handoff.to ? "It" : NameOfLane(group, handoff.asked_by);
  return text + " " + who + " had asked " + from + " to drop it " + LengthText(handoff.at - handoff.asked) + " before.";
}

std::string SharesText(const LaneShares& shares) {
  std::string text;
  const auto add = [&](double share, const char* what) {
    if (share >= 0.005) text += (text.empty() ? "" : ", ") + std::string(what) + " " + PercentText(share);
  };
  add(shares.busy, "busy");
  add(shares.waiting, "waiting");
  add(shares.blocked, "blocked");
  return text;
}

}  // namespace lab::panel
