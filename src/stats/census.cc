#include "stats/census.h"

#include <algorithm>
#include <vector>

#include "stats/timeline.h"

namespace lab {
namespace {

struct Extent {
  Nanoseconds begin = 0;
  Nanoseconds end = 0;

  Nanoseconds Of(const Span& span) const {
    return std::max<Nanoseconds>(0, std::min(span.end, end) - std::max(span.begin, begin));
  }
};

bool IsIdle(EventKind state) {
  return state == EventKind::kWaitingForTask || state == EventKind::kEnded;
}

// One worker's lane, cut to the extent.
struct WorkerLane {
  std::vector<Span> spans;
  std::vector<TaskOnLane> tasks;
  Nanoseconds busy = 0;          // running or blocked
  Nanoseconds idle_at_end = 0;   // after its last task
  Nanoseconds out_of_work = 0;   // of those, since it had less to do than the busiest lane

  Nanoseconds LastEnd(const Extent& extent) const {
    return tasks.empty() ? extent.begin : std::min(tasks.back().end, extent.end);
  }
};

// Where the record of every lane reaches.
Nanoseconds RecordEnd(const Trace& trace) {
  Nanoseconds end = trace.length;
  for (const LaneTrace& lane : trace.lanes) {
    if (lane.worker && lane.lost > 0)
      end = std::min(end, lane.events.empty() ? 0 : lane.events.back().at);
  }
  return end;
}

Extent ExtentOf(const std::vector<WorkerLane>& lanes, Nanoseconds record_end) {
  Extent extent = {.begin = record_end, .end = 0};
  for (const WorkerLane& lane : lanes) {
    if (lane.tasks.empty()) continue;
    extent.begin = std::min(extent.begin, lane.tasks.front().begin);
    extent.end = std::max(extent.end, std::min(lane.tasks.back().end, record_end));
  }
  extent.end = std::max(extent.begin, extent.end);
  return extent;
}

void FindWork(std::vector<WorkerLane>& lanes, const Extent& extent) {
  Nanoseconds most = 0;
  for (WorkerLane& lane : lanes) {
    for (const Span& span : lane.spans) {
      if (span.state == EventKind::kRunning || span.state == EventKind::kBlocked)
        lane.busy += extent.Of(span);
      if (IsIdle(span.state) && span.end > lane.LastEnd(extent))
        lane.idle_at_end += extent.Of(span);
    }
    most = std::max(most, lane.busy);
  }
  for (WorkerLane& lane : lanes) lane.out_of_work = std::min(lane.idle_at_end, most - lane.busy);
}

// Of a span with something to do, or of one that is idle before the lane's last task.
Occupation OccupationOf(const Span& span, const WorkerLane& lane, bool messages) {
  switch (span.state) {
    case EventKind::kRunning: return Occupation::kRunning;
    case EventKind::kBlocked: return Occupation::kBlocked;
    case EventKind::kWaitingForGil: return Occupation::kWaitingForGil;
    case EventKind::kWaitingForLock: return Occupation::kWaitingForLock;
    case EventKind::kSending:
    case EventKind::kReceiving: return Occupation::kMessages;
    default: break;
  }
  if (messages) return Occupation::kMessages;
  return lane.tasks.empty() || span.begin < lane.tasks.front().begin ? Occupation::kBeginning
                                                                     : Occupation::kUnknown;
}

// Workers that take up and leave an occupation, in the order of time.
class Changes {
 public:
  explicit Changes(const Extent& extent) : extent_(extent) {}

  void Add(Nanoseconds begin, Nanoseconds end, Occupation occupation) {
    begin = std::max(begin, extent_.begin);
    end = std::min(end, extent_.end);
    if (begin >= end) return;
    changes_.push_back({begin, occupation, 1});
    changes_.push_back({end, occupation, -1});
  }

  std::map<Headcount, Nanoseconds> Sum() {
    std::ranges::sort(changes_, {}, &Change::at);
    std::map<Headcount, Nanoseconds> time;
    Headcount workers{};
    Nanoseconds since = extent_.begin;
    for (const Change& change : changes_) {
      if (change.at > since) time[workers] += change.at - since;
      since = change.at;
      uint16_t& count = workers[static_cast<size_t>(change.occupation)];
      count = static_cast<uint16_t>(count + change.by);
    }
    return time;
  }

 private:
  struct Change {
    Nanoseconds at = 0;
    Occupation occupation = Occupation::kUnknown;
    int by = 0;
  };
  const Extent extent_;
  std::vector<Change> changes_;
};

// A lane without a task: a thread may have come too late, or have waited for the GIL in vain.
void AddLaneWithoutTask(const WorkerLane& lane, bool messages, Changes& changes) {
  for (const Span& span : lane.spans) {
    const bool over = span.state == EventKind::kEnded || (messages && IsIdle(span.state));
    changes.Add(span.begin, span.end,
                over ? Occupation::kOutOfWork : OccupationOf(span, lane, messages));
  }
}

void AddLane(const WorkerLane& lane, const Extent& extent, bool few_tasks, bool messages,
             Changes& changes) {
  if (lane.tasks.empty() && few_tasks)
    return changes.Add(extent.begin, extent.end, Occupation::kWithoutTask);
  if (lane.tasks.empty()) return AddLaneWithoutTask(lane, messages, changes);
  const Nanoseconds last_end = lane.LastEnd(extent);
  const Nanoseconds out_of_work = extent.end - lane.out_of_work;
  for (const Span& span : lane.spans) {
    if (!IsIdle(span.state) || span.end <= last_end) {
      changes.Add(span.begin, span.end, OccupationOf(span, lane, messages));
    } else {
      changes.Add(span.begin, std::min(span.end, out_of_work), Occupation::kDoneSooner);
      changes.Add(std::max(span.begin, out_of_work), span.end, Occupation::kOutOfWork);
    }
  }
}

}  // namespace

Census CensusOf(const Trace& trace) {
  Census census = {.gil = trace.gil};
  std::vector<WorkerLane> lanes;
  for (const LaneTrace& lane : trace.lanes) {
    census.messages |= !lane.worker;
    if (!lane.worker) continue;
    census.whole &= lane.lost == 0;
    lanes.push_back({.spans = SpansOf(lane, trace.length), .tasks = TasksOf(lane, trace.length)});
    census.tasks += static_cast<int>(lanes.back().tasks.size());
  }
  census.workers = static_cast<int>(lanes.size());
  const Extent extent = ExtentOf(lanes, RecordEnd(trace));
  census.begin = extent.begin;
  census.end = extent.end;
  FindWork(lanes, extent);
  Changes changes(extent);
  for (const WorkerLane& lane : lanes)
    AddLane(lane, extent, census.tasks < census.workers, census.messages, changes);
  census.time = changes.Sum();
  return census;
}

Nanoseconds WorkersTime(const Census& census, Occupation occupation) {
  Nanoseconds sum = 0;
  for (const auto& [workers, time] : census.time) sum += time * CountOf(workers, occupation);
  return sum;
}

double ShareOf(const Census& census, Nanoseconds time) {
  return census.length() > 0 ? static_cast<double>(time) / static_cast<double>(census.length()) : 0;
}

double ShareOf(const Census& census, Occupation occupation) {
  return ShareOf(census, WorkersTime(census, occupation)) / std::max(1, census.workers);
}

double Together(const Census& census, Occupation occupation) {
  const Nanoseconds any =
      TimeWhile(census, [&](const Headcount& workers) { return CountOf(workers, occupation) > 0; });
  return any > 0 ? static_cast<double>(WorkersTime(census, occupation)) / static_cast<double>(any)
                 : 0;
}

int MostRunning(const Census& census) {
  int most = 0;
  for (const auto& [workers, time] : census.time)
    most = std::max(most, CountOf(workers, Occupation::kRunning));
  return most;
}

}  // namespace lab
