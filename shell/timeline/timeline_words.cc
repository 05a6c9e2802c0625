#include "shell/timeline/timeline_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/text.h"
#include "shell/view/figures.h"
#include "stats/efficiency.h"
#include "words/english/experiments.h"
#include "words/english/lists.h"
#include "words/english/timeline.h"

namespace lab::panel {
namespace {

constexpr double kMillisecond = 1e6;

// As a clock with such steps sees it.
std::string LengthText(Nanoseconds length, Nanoseconds step) {
  return DurationSeen(static_cast<double>(length) * 1e-9, static_cast<double>(step) * 1e-9);
}

std::string At(Nanoseconds instant, Nanoseconds step) {
  return InstantText(static_cast<double>(instant), step);
}

// Another item behind those of a list.
void Add(std::string& list, const std::string& item) {
  list = list.empty() ? item : Phrase<words::kListGoesOn>("list"_a = list, "item"_a = item);
}

const std::string& NameOfLane(const TimelineGroup& group, int lane) {
  return group.lanes[static_cast<size_t>(lane)].name;
}

std::string StateText(const TimelineGroup& group, const Span& span) {
  const bool sends = span.state == EventKind::kSending;
  if (!sends && span.state != EventKind::kReceiving) return NameOf(span.state);
  const bool known = span.peer >= 0 && span.peer < std::ssize(group.lanes);
  return Phrase<words::kMessageWith>("does"_a = sends ? "sends" : "receives",
                                     "bytes"_a = Phrase(words::kBytes, span.bytes),
                                     "lane"_a = known ? NameOfLane(group, span.peer) : "");
}

// What shares the pixel, where the state at the instant is only one of several.
std::string MixtureText(const StepLine& states, Nanoseconds at, Nanoseconds around,
                        Nanoseconds step) {
  const Nanoseconds from = at - around / 2;
  const Nanoseconds to = from + around;
  const size_t changes = states.empty() ? 0 : states.At(to) - states.At(from);
  if (changes < 2) return "";
  std::array<Nanoseconds, kStates> time{};
  states.AddTime(from, to, time);
  std::string shares;
  for (size_t state = 0; state < kStates; ++state) {
    const double share = static_cast<double>(time[state]) / static_cast<double>(around);
    if (share >= 0.005)
      Add(shares, Phrase<words::kStateShare>("share"_a = PercentText(share),
                                             "state"_a = NameOf(static_cast<EventKind>(state))));
  }
  return "\n" + Phrase<words::kAroundIt>("length"_a = LengthText(around, step),
                                         "changes"_a = changes, "shares"_a = shares);
}

int InState(const TimelineGroup& group, EventKind state, Nanoseconds at) {
  return static_cast<int>(std::ranges::count_if(group.lanes, [&](const TimelineLane& lane) {
    const StepLine& line = lane.states;
    return lane.worker && !line.empty() && at >= line.first() && at < line.last() &&
           line.value(line.At(at)) == static_cast<size_t>(state);
  }));
}

}  // namespace

std::string InstantText(double instant, Nanoseconds step) {
  constexpr double kMicroseconds = 3;  // decimals of a millisecond
  const double finest =
      step > 0 ? std::ceil(-std::log10(static_cast<double>(step) / kMillisecond)) : kMicroseconds;
  const int decimals = static_cast<int>(std::clamp(finest, 0.0, kMicroseconds));
  if (instant >= 10'000 * kMillisecond)
    return Format("%.*f s", decimals + 3, instant / (1000 * kMillisecond));
  return Format("%.*f ms", decimals, instant / kMillisecond);
}

std::string LaneWords(const TimelineGroup& group, size_t lane, const Trace& trace, Nanoseconds at,
                      Nanoseconds around, Nanoseconds step) {
  const TimelineLane& shown = group.lanes[lane];
  if (at < 0)
    return shown.startup > 0
               ? Phrase<words::kLaneStarted>("lane"_a = shown.name,
                                             "time"_a = LengthText(shown.startup, step))
               : shown.name;
  const std::optional<Span> span = SpanAt(trace.lanes[lane], group.length, at);
  if (!span && shown.lost > 0)
    return Phrase<words::kLaneLost>("lane"_a = shown.name, "events"_a = shown.lost);
  if (!span) return Phrase<words::kLaneOver>("lane"_a = shown.name);
  const TaskOnLane* task = TaskAt(shown, at);
  std::string text = Phrase<words::kLaneDoes>("lane"_a = shown.name,
                                              "task"_a = task != nullptr ? task->task + 1 : 0,
                                              "state"_a = StateText(group, *span));
  text += "\n" + Phrase<words::kSpanFromTo>("begin"_a = At(span->begin, step),
                                            "end"_a = At(span->end, step),
                                            "length"_a = LengthText(span->end - span->begin, step));
  if (task != nullptr) {
    text += "\n" +
            Phrase<words::kTaskFromTo>("task"_a = task->task + 1, "begin"_a = At(task->begin, step),
                                       "end"_a = At(task->end, step),
                                       "length"_a = LengthText(task->end - task->begin, step));
  }
  if (!shown.worker) text += "\n" + Phrase<words::kMainProcessDoes>();
  return text + MixtureText(shown.states, at, around, step);
}

std::string HolderWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step) {
  const StepLine& line = group.holder;
  if (line.empty() || at < line.first() || at >= line.last()) return "";
  const size_t hold = line.At(at);
  const std::string who =
      line.value(hold) == 0 ? "" : NameOfLane(group, static_cast<int>(line.value(hold)) - 1);
  return Phrase<words::kHoldsGil>(
             "lane"_a = who, "begin"_a = At(line.begin(hold), step),
             "end"_a = At(line.end(hold), step),
             "length"_a = LengthText(line.end(hold) - line.begin(hold), step)) +
         "\n" +
         Phrase<words::kWaitForGil>("lanes"_a = InState(group, EventKind::kWaitingForGil, at));
}

std::string TogetherWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step) {
  if (at < 0 || at >= group.length) return "";
  std::string text = InstantText(static_cast<double>(at), step);
  for (size_t state = 0; state < kStates; ++state) {
    const int lanes = InState(group, static_cast<EventKind>(state), at);
    if (lanes > 0)
      text += "\n" + Phrase<words::kLanesInState>(
                         "lanes"_a = lanes, "state"_a = NameOf(static_cast<EventKind>(state)));
  }
  return text;
}

std::string HandOffWords(const TimelineGroup& group, const HandOff& handoff, Nanoseconds step) {
  const std::string& from = NameOfLane(group, handoff.from);
  const std::string& to = NameOfLane(group, handoff.to);
  const std::string what =
      Phrase<words::kHandOff>("time"_a = At(handoff.at, step), "from"_a = from, "to"_a = to,
                              "waited"_a = LengthText(handoff.waited, step));
  if (handoff.asked < 0)
    return Sentences(std::array{what, Phrase<words::kNobodyAsked>("from"_a = from)});
  const std::string asker =
      handoff.asked_by == handoff.to ? "" : NameOfLane(group, handoff.asked_by);
  return Sentences(std::array{
      what, Phrase<words::kHadAsked>("asker"_a = asker, "from"_a = from,
                                     "before"_a = LengthText(handoff.at - handoff.asked, step))});
}

bool MoreThanCores(const TimelineGroup& group, double running, double cores) {
  return cores > 0 && !group.blurred && running > kMoreThanCores * cores;
}

std::string SharesText(const LaneShares& shares) {
  std::string text;
  constexpr double kSeen = 0.005;
  if (shares.busy >= kSeen)
    Add(text, Phrase<words::kBusyShare>("share"_a = PercentText(shares.busy)));
  if (shares.waiting >= kSeen)
    Add(text, Phrase<words::kWaitingShare>("share"_a = PercentText(shares.waiting)));
  if (shares.blocked >= kSeen)
    Add(text, Phrase<words::kBlockedShare>("share"_a = PercentText(shares.blocked)));
  return text;
}

}  // namespace lab::panel
