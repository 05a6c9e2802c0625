#include "shell/timeline/timeline_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/text.h"
#include "shell/view/figures.h"
#include "stats/efficiency.h"

namespace lab::panel {
namespace {

constexpr double kMillisecond = 1e6;

// As a clock with such steps sees it.
std::string LengthText(Nanoseconds length, Nanoseconds step) { return DurationSeen(static_cast<double>(length) * 1e-9, static_cast<double>(step) * 1e-9); }

std::string FromTo(Nanoseconds begin, Nanoseconds end, Nanoseconds step) {
  return "from " + InstantText(static_cast<double>(begin), step) + " to " + InstantText(static_cast<double>(end), step) + ": " + LengthText(end - begin, step);
}

const std::string& NameOfLane(const TimelineGroup& group, int lane) { return group.lanes[static_cast<size_t>(lane)].name; }

std::string StateText(const TimelineGroup& group, const Span& span) {
  std::string text = NameOf(span.state);
  const bool known = span.peer >= 0 && span.peer < std::ssize(group.lanes);
  if (span.state == EventKind::kSending) text += Format(" %d bytes", span.bytes) + (known ? " to " + NameOfLane(group, span.peer) : "");
  if (span.state == EventKind::kReceiving) text += Format(" %d bytes", span.bytes) + (known ? " from " + NameOfLane(group, span.peer) : "");
  return text;
}

// What shares the pixel, where the state at the instant is only one of several.
std::string MixtureText(const StepLine& states, Nanoseconds at, Nanoseconds around, Nanoseconds step) {
  const Nanoseconds from = at - around / 2;
  const Nanoseconds to = from + around;
  const size_t changes = states.empty() ? 0 : states.At(to) - states.At(from);
  if (changes < 2) return "";
  std::array<Nanoseconds, kStates> time{};
  states.AddTime(from, to, time);
  std::string text = "\n" + LengthText(around, step) + " around it: " + Plural(static_cast<int>(changes), "change", "changes");
  for (size_t state = 0; state < kStates; ++state) {
    const double share = static_cast<double>(time[state]) / static_cast<double>(around);
    if (share >= 0.005) text += ", " + PercentText(share) + " " + NameOf(static_cast<EventKind>(state));
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

std::string InstantText(double instant, Nanoseconds step) {
  constexpr double kMicroseconds = 3;  // decimals of a millisecond
  const double finest = step > 0 ? std::ceil(-std::log10(static_cast<double>(step) / kMillisecond)) : kMicroseconds;
  const int decimals = static_cast<int>(std::clamp(finest, 0.0, kMicroseconds));
  if (instant >= 10'000 * kMillisecond) return Format("%.*f s", decimals + 3, instant / (1000 * kMillisecond));
  return Format("%.*f ms", decimals, instant / kMillisecond);
}

std::string LaneWords(const TimelineGroup& group, size_t lane, const Trace& trace, Nanoseconds at, Nanoseconds around, Nanoseconds step) {
  const TimelineLane& shown = group.lanes[lane];
  std::string text = shown.name;
  if (at < 0) return text + (shown.startup > 0 ? ": it took " + LengthText(shown.startup, step) + " to start, once, before the trial" : "");
  const std::optional<Span> span = SpanAt(trace.lanes[lane], group.length, at);
  if (!span && shown.lost > 0) return text + ": not recorded, there was no room for " + Grouped(static_cast<double>(shown.lost)) + " more events";
  if (!span) return text + ": the trial is over";
  const TaskOnLane* task = TaskAt(shown, at);
  text += (task != nullptr ? Format(", task %d: ", task->task + 1) : ": ") + StateText(group, *span);
  text += "\n" + FromTo(span->begin, span->end, step);
  if (task != nullptr) text += Format("\ntask %d ", task->task + 1) + FromTo(task->begin, task->end, step);
  if (!shown.worker) text += "\nIt hands out the tasks and takes the results.";
  return text + MixtureText(shown.states, at, around, step);
}

std::string HolderWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step) {
  const StepLine& line = group.holder;
  if (line.empty() || at < line.first() || at >= line.last()) return "";
  const size_t hold = line.At(at);
  const std::string who = line.value(hold) == 0 ? "Nobody" : NameOfLane(group, static_cast<int>(line.value(hold)) - 1);
  const std::string waiting = Plural(InState(group, EventKind::kWaitingForGil, at), "lane waits", "lanes wait");
  return who + " holds the GIL " + FromTo(line.begin(hold), line.end(hold), step) + "\n" + waiting + " for it";
}

std::string TogetherWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step) {
  if (at < 0 || at >= group.length) return "";
  std::string text = InstantText(static_cast<double>(at), step);
  for (size_t state = 0; state < kStates; ++state) {
    const int lanes = InState(group, static_cast<EventKind>(state), at);
    if (lanes > 0) text += Format("\n%d ", lanes) + NameOf(static_cast<EventKind>(state));
  }
  return text;
}

std::string HandOffWords(const TimelineGroup& group, const HandOff& handoff, Nanoseconds step) {
  const std::string& from = NameOfLane(group, handoff.from);
  const std::string& to = NameOfLane(group, handoff.to);
  std::string text = "Hand-off at " + InstantText(static_cast<double>(handoff.at), step) + ": " + from + " had the GIL, " + to + " got it after waiting " +
                     LengthText(handoff.waited, step) + ".";
  if (handoff.asked < 0) return text + " Nobody had asked " + from + ": it let go by itself.";
  const std::string who = handoff.asked_by == handoff.to ? "It" : NameOfLane(group, handoff.asked_by);
  return text + " " + who + " had asked " + from + " to drop it " + LengthText(handoff.at - handoff.asked, step) + " before.";
}

bool MoreThanCores(const TimelineGroup& group, double running, double cores) {
  return cores > 0 && !group.blurred && running > kMoreThanCores * cores;
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
