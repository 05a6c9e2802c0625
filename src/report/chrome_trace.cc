#include "report/chrome_trace.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "messages/codec.h"
#include "report/pieces.h"
#include "report/trace_events.h"
#include "stats/timeline.h"
#include "words/english/report.h"

namespace lab {
namespace {

const std::string& QuotedName(EventKind kind) {
  static const auto names = [] {
    std::array<std::string, kEventKinds> quoted;
    for (size_t at = 0; at < kEventKinds; ++at)
      quoted[at] = Quoted(NameOf(static_cast<EventKind>(at)));
    return quoted;
  }();
  return names[static_cast<size_t>(kind)];
}

// People count tasks from 1, as they do threads.
int NumberOf(const TaskOnLane& task) { return task.task + 1; }

// Writes one model as a process.
class ModelProcess {
 public:
  // `zero` is when the trial was asked for, `first_thread` a number from which on none is taken.
  ModelProcess(const Trace& trace, int process, int first_thread, Nanoseconds zero,
               TraceEvents& events)
      : trace_(trace),
        process_(process),
        first_thread_(first_thread),
        zero_(zero),
        events_(events) {
    for (const LaneTrace& lane : trace.lanes) names_.push_back(Quoted(lane.name));
  }

  void Write() {
    for (size_t lane = 0; lane < trace_.lanes.size(); ++lane) WriteLane(lane);
    if (trace_.gil) WriteGil();
    WriteMessages();
  }

 private:
  Track TrackOf(size_t lane) const {
    return {.process = process_, .thread = first_thread_ + static_cast<int>(lane)};
  }
  Track GilTrack() const { return TrackOf(trace_.lanes.size()); }
  const std::string& NameOfLane(int lane) const {
    static const std::string nobody = "null";
    return lane < 0 ? nobody : names_[static_cast<size_t>(lane)];
  }

  void WriteLane(size_t index) {
    const LaneTrace& lane = trace_.lanes[index];
    const Track track = TrackOf(index);
    const std::string name =
        lane.lost == 0 ? lane.name
                       : Phrase<words::kLaneWithLoss>("lane"_a = lane.name, "lost"_a = lane.lost);
    events_.NameTrack(track, Quoted(name), static_cast<int>(index) + 1);
    stamps_.clear();
    if (lane.startup > 0)
      Slice("start-up", track, Quoted(TextOf<words::kTraceStartUp>()), zero_ - lane.startup, zero_,
            EventArguments().Add("state", Quoted(TextOf<words::kTraceStartUp>())));
    const std::vector<TaskOnLane> tasks = SeparateTasks(lane, trace_.length);
    size_t written = 0;
    const auto write_tasks_up_to = [&](size_t end) {
      for (; written < end; ++written) {
        const TaskOnLane& task = tasks[written];
        Slice("task", track,
              Quoted(Phrase<words::kTraceTask>("number"_a = Format("%d", NumberOf(task)))),
              zero_ + task.begin, zero_ + task.end, EventArguments().Add("task", NumberOf(task)));
      }
    };
    for (const SpanPiece& piece : CutAtTasks(SpansOf(lane, trace_.length), tasks)) {
      if (piece.task != kNoTask) write_tasks_up_to(piece.task + 1);
      WriteState(track, piece.span, piece.task == kNoTask ? nullptr : &tasks[piece.task]);
    }
    write_tasks_up_to(tasks.size());
    if (index == 0)
      events_.MarkProcess("trial", track, Quoted(TextOf<words::kTrialRequested>()),
                          FreeStamp(zero_), {});
    WriteRequests(lane, track);
  }

  // A lane that has ended is not drawn any further.
  void WriteState(Track track, const Span& span, const TaskOnLane* task) {
    if (span.state == EventKind::kEnded) return;
    EventArguments arguments;
    arguments.Add("state", QuotedName(span.state));
    if (task != nullptr) arguments.Add("task", NumberOf(*task));
    if (span.state == EventKind::kSending)
      arguments.Add("to", NameOfLane(span.peer)).Add("bytes", span.bytes);
    if (span.state == EventKind::kReceiving)
      arguments.Add("from", NameOfLane(span.peer)).Add("bytes", span.bytes);
    Slice("state", track, QuotedName(span.state), zero_ + span.begin, zero_ + span.end, arguments);
  }

  // A slice of the lane under way.
  void Slice(std::string_view category, Track track, std::string_view name, Nanoseconds begin,
             Nanoseconds end, const EventArguments& arguments) {
    events_.Slice(category, track, name, begin, end, arguments);
    stamps_.insert({begin, end});
  }

  // The first instant from there on at which no slice of the lane begins or ends: viewers sort by
  // the stamp alone, and lose a mark that shares one.
  Nanoseconds FreeStamp(Nanoseconds at) const {
    while (stamps_.contains(at)) ++at;
    return at;
  }

  void WriteRequests(const LaneTrace& lane, Track track) {
    for (const Event& event : lane.events) {
      if (event.kind != EventKind::kAskedToDrop) continue;
      events_.Mark("request", track, QuotedName(event.kind), FreeStamp(zero_ + event.at),
                   EventArguments().Add("holder", NameOfLane(event.peer)));
    }
  }

  void WriteGil() {
    events_.NameTrack(GilTrack(), Quoted(TextOf<words::kTraceGil>()), 0);
    const std::vector<Hold> holds = HoldsOf(trace_);
    const std::vector<HandOff> handoffs = HandOffsOf(trace_);
    auto handoff = handoffs.begin();
    for (size_t at = 0; at < holds.size(); ++at) {
      const Hold& hold = holds[at];
      const Nanoseconds end =
          at + 1 < holds.size() ? std::min(hold.end, holds[at + 1].begin) : hold.end;
      EventArguments arguments;
      if (at > 0 && hold.lane != holds[at - 1].lane)
        WriteHandOff(holds[at - 1], *handoff++, arguments);
      events_.Slice("gil", GilTrack(), NameOfLane(hold.lane), zero_ + hold.begin, zero_ + end,
                    arguments);
    }
  }

  // From the last instant at which the old holder had the lock to the first one of the new holder.
  void WriteHandOff(const Hold& before, const HandOff& handoff, EventArguments& arguments) {
    arguments.Add("from", NameOfLane(handoff.from)).AddMicroseconds("waited_us", handoff.waited);
    if (handoff.asked >= 0) arguments.Add("asked_by", NameOfLane(handoff.asked_by));
    const Nanoseconds last = std::max(before.begin, std::min(before.end, handoff.at) - 1);
    events_.Flow(Quoted(TextOf<words::kTraceHandOff>()), TrackOf(static_cast<size_t>(handoff.from)),
                 zero_ + last, TrackOf(static_cast<size_t>(handoff.to)), zero_ + handoff.at,
                 arguments);
  }

  // Those that seem to have arrived before they were sent, since two clocks disagree, have no
  // arrow.
  void WriteMessages() {
    for (const Message& message : MessagesOf(trace_)) {
      if (message.received < message.sent || message.to < 0 || message.from < 0) continue;
      events_.Flow(Quoted(TextOf<words::kTraceMessage>()),
                   TrackOf(static_cast<size_t>(message.from)), zero_ + message.sent,
                   TrackOf(static_cast<size_t>(message.to)), zero_ + message.received,
                   EventArguments().Add("bytes", message.bytes));
    }
  }

  const Trace& trace_;
  const int process_;
  const int first_thread_;
  const Nanoseconds zero_;
  TraceEvents& events_;
  std::vector<std::string> names_;  // of the lanes
  std::unordered_set<Nanoseconds> stamps_;  // of the slices of the lane under way
};

std::string LabelsOf(const Trace& trace) {
  const std::string which =
      Phrase<words::kTraceRepetition>("number"_a = Format("%d", trace.repetition + 1));
  return trace.disorder > 0
             ? which + "," +
                   Phrase<words::kTraceClocks>(
                       "time"_a = Duration(static_cast<double>(trace.disorder) / kSecond))
             : which;
}

std::string MetadataOf(const RunResult& result, Nanoseconds zero) {
  EventArguments facts;
  facts.Add("product", Quoted("Speedup Lab"))
      .Add("version", Quoted(result.environment.lab_version))
      .Add("recorded_at", Quoted(result.recorded_at));
  facts.AddMicroseconds("asked_at_us", zero).Add("answer", Quoted(result.answer));
  facts.Add("machine", EncodeEnvironment(result.environment))
      .Add("experiment", EncodeExperiment(result.experiment));
  return "{" + facts.text() + "}";
}

}  // namespace

bool HasTrace(const RunResult& result) {
  return std::ranges::any_of(result.models,
                             [](const ModelResult& model) { return model.trace.has_value(); });
}

std::string AsChromeTrace(const RunResult& result) {
  Nanoseconds zero = 0;  // nothing may be negative, and start-up comes before the trial
  for (const ModelResult& model : result.models) {
    if (!model.trace) continue;
    for (const LaneTrace& lane : model.trace->lanes) zero = std::max(zero, lane.startup);
  }
  TraceEvents events;
  int process = 0;
  int thread = static_cast<int>(result.models.size()) + 1;  // no thread has the number of a process
  for (const ModelResult& model : result.models) {
    if (!model.trace) continue;
    events.NameProcess(++process, Quoted(model.model), Quoted(LabelsOf(*model.trace)));
    ModelProcess(*model.trace, process, thread, zero, events).Write();
    thread += static_cast<int>(model.trace->lanes.size()) + 1;
  }
  return std::move(events).Finish(MetadataOf(result, zero));
}

}  // namespace lab
