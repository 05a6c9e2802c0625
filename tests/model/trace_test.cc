// What the models record of a trial: order across lanes, one holder of the GIL, and states that say
// what was done.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/catalog.h"
#include "tests/support/attempts.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

constexpr Nanoseconds kMillisecond = 1'000'000;

TrialOutcome Execute(const std::string& model, const ModelOptions& options,
                     const std::vector<Task>& tasks) {
  const auto entry = std::ranges::find(Catalog(), model, &CatalogEntry::name);
  EventLoop loop;
  const std::unique_ptr<Model> made = entry->make(loop, options);
  TrialOutcome result;
  made->Start([&](const Result<double>& started) {
    ASSERT_TRUE(started);
    made->Run(tasks, [&](Result<TrialOutcome> outcome) {
      EXPECT_TRUE(outcome);
      if (outcome) result = std::move(outcome).value();
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, model.c_str());
  return result;
}

std::vector<Task> Alike(int number, Task task) {
  std::vector<Task> tasks(static_cast<size_t>(number), task);
  for (int index = 0; index < number; ++index) tasks[index].index = index;
  return tasks;
}

struct Span {
  EventKind kind = EventKind::kEnded;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
};

std::vector<Span> SpansOf(const LaneTrace& lane, Nanoseconds length) {
  std::vector<Span> spans;
  for (const Event& event : lane.events) {
    if (!IsState(event.kind)) continue;
    if (!spans.empty()) spans.back().end = event.at;
    spans.push_back({.kind = event.kind, .begin = event.at, .end = length});
  }
  return spans;
}

Nanoseconds TimeIn(EventKind kind, const LaneTrace& lane, Nanoseconds length) {
  Nanoseconds time = 0;
  for (const Span& span : SpansOf(lane, length))
    time += span.kind == kind ? span.end - span.begin : 0;
  return time;
}

void ExpectOrdered(const Trace& trace) {
  for (const LaneTrace& lane : trace.lanes) {
    ASSERT_FALSE(lane.events.empty());
    EXPECT_EQ(lane.events.front().at, 0);
    EXPECT_TRUE(std::ranges::is_sorted(lane.events, {}, &Event::at)) << lane.name;
    EXPECT_LE(lane.events.back().at, trace.length) << lane.name;
    EXPECT_EQ(lane.lost, 0u);
  }
}

int Count(const Trace& trace, EventKind kind) {
  int count = 0;
  for (const LaneTrace& lane : trace.lanes)
    count += static_cast<int>(std::ranges::count(lane.events, kind, &Event::kind));
  return count;
}

TEST(Traces, EveryModelRecordsEveryTaskOnce) {
  for (const CatalogEntry& entry : Catalog()) {
    const TrialOutcome outcome =
        Execute(entry.name, {.workers = 3}, Alike(20, {.kind = TaskKind::kCount, .size = 100'000}));
    ASSERT_TRUE(outcome.trace) << entry.name;
    ExpectOrdered(*outcome.trace);
    EXPECT_EQ(Count(*outcome.trace, EventKind::kTaskBegun), 20) << entry.name;
    EXPECT_EQ(Count(*outcome.trace, EventKind::kTaskDone), 20) << entry.name;
    for (const LaneTrace& lane : outcome.trace->lanes)
      EXPECT_EQ(lane.startup > 0, lane.worker) << lane.name;
    EXPECT_EQ(outcome.trace->gil, entry.name == "threads-gil");
  }
}

TEST(Traces, NothingIsRecordedUnlessItIsWanted) {
  for (const CatalogEntry& entry : Catalog()) {
    const TrialOutcome outcome = Execute(entry.name, {.workers = 2, .record = false},
                                         Alike(2, {.kind = TaskKind::kCount, .size = 1000}));
    EXPECT_EQ(outcome.outputs.size(), 2u);
    EXPECT_FALSE(outcome.trace) << entry.name;
  }
}

// At most one lane runs at any instant, and every change of the holder is a hand-off that was
// counted.
TEST(Traces, UnderTheGilThereIsOneHolderAtAnyInstant) {
  for (const int threads : {2, 4, 8}) {
    const TrialOutcome outcome =
        Execute("threads-gil", {.workers = threads, .switch_interval = kMillisecond / 2},
                Alike(threads, {.kind = TaskKind::kCount, .size = 60'000'000 / threads}));
    ASSERT_TRUE(outcome.trace);
    ExpectOrdered(*outcome.trace);
    struct Hold {
      Nanoseconds begin, end;
      size_t lane;
    };
    std::vector<Hold> holds;
    for (size_t lane = 0; lane < outcome.trace->lanes.size(); ++lane) {
      for (const Span& span : SpansOf(outcome.trace->lanes[lane], outcome.trace->length)) {
        if (span.kind == EventKind::kRunning) holds.push_back({span.begin, span.end, lane});
      }
    }
    std::ranges::sort(holds, {}, &Hold::begin);
    double handoffs = 1;  // the first take is one
    for (size_t at = 1; at < holds.size(); ++at) {
      EXPECT_LE(holds[at - 1].end, holds[at].begin) << threads << " threads: two hold the lock";
      handoffs += holds[at].lane != holds[at - 1].lane ? 1 : 0;
    }
    EXPECT_EQ(handoffs, outcome.handoffs) << threads << " threads";
    EXPECT_GT(Count(*outcome.trace, EventKind::kAskedToDrop), 0);
    EXPECT_EQ(outcome.trace->disorder, 0) << "native threads have one clock";
  }
}

TEST(Traces, WaitsAreBlockedAndOverlap) {
  for (const char* model : {"threads-gil", "threads-free", "processes"}) {
    ExpectInOneAttempt([&] {
      const TrialOutcome outcome =
          Execute(model, {.workers = 3}, Alike(3, {.kind = TaskKind::kWait, .latency_ms = 200}));
      for (const LaneTrace& lane : outcome.trace->lanes) {
        if (lane.worker)
          EXPECT_GE(TimeIn(EventKind::kBlocked, lane, outcome.trace->length), 199 * kMillisecond)
              << model << ", " << lane.name;
      }
      const double seconds = InSeconds(outcome.trace->length);
      return seconds < 0.55 ? "" : Format("%s: three waits of 200 ms took %.3f s", model, seconds);
    });
  }
}

TEST(Traces, WhoIsKeptOutOfTheCriticalSectionWaitsForALock) {
  for (const char* model : {"threads-gil", "threads-free", "processes"}) {
    ExpectInOneAttempt([&] {
      const TrialOutcome outcome =
          Execute(model, {.workers = 3},
                  Alike(3, {.kind = TaskKind::kWait, .serial_share = 1, .latency_ms = 40}));
      EXPECT_GE(outcome.trace->length, 120 * kMillisecond) << model << ": one was inside at a time";
      double waited = 0;
      for (const LaneTrace& lane : outcome.trace->lanes)
        waited += InSeconds(TimeIn(EventKind::kWaitingForLock, lane, outcome.trace->length));
      return waited >= 0.11 ? ""
                            : Format("%s: one waited 40 ms and another 80, but these are %.3f s",
                                     model, waited);
    });
  }
}

// The n-th message that one side sent is the n-th that the other one received, later.
TEST(Traces, MessagesAreSentBeforeTheyAreReceived) {
  const TrialOutcome outcome = Execute("processes", {.workers = 2, .chunk = 1},
                                       Alike(400, {.kind = TaskKind::kCount, .size = 1000}));
  ASSERT_TRUE(outcome.trace);
  ExpectOrdered(*outcome.trace);
  const Trace& trace = *outcome.trace;
  const size_t engine = trace.lanes.size() - 1;
  EXPECT_FALSE(trace.lanes[engine].worker);
  const auto stamps = [&](size_t lane, EventKind kind, size_t peer) {
    std::vector<Nanoseconds> found;
    for (const Event& event : trace.lanes[lane].events) {
      if (event.kind != kind || event.peer != static_cast<int16_t>(peer)) continue;
      EXPECT_GT(event.value, 0) << "a message has bytes";
      found.push_back(event.at);
    }
    return found;
  };
  size_t messages = 0;
  for (size_t process = 0; process < engine; ++process) {
    for (const auto& [sender, receiver] :
         {std::pair(engine, process), std::pair(process, engine)}) {
      const std::vector<Nanoseconds> sent = stamps(sender, EventKind::kSending, receiver);
      const std::vector<Nanoseconds> received = stamps(receiver, EventKind::kReceiving, sender);
      ASSERT_EQ(sent.size(), received.size());
      for (size_t at = 0; at < sent.size(); ++at) EXPECT_LE(sent[at], received[at]);
      messages += sent.size();
    }
  }
  EXPECT_EQ(messages, 800u);
}

TEST(Traces, AMessageCarriesAChunkOfTasks) {
  for (const auto& [chunk, messages] : {std::pair(1, 60), std::pair(7, 9), std::pair(100, 1)}) {
    const TrialOutcome outcome = Execute("processes", {.workers = 2, .chunk = chunk},
                                         Alike(60, {.kind = TaskKind::kCount, .size = 1000}));
    const LaneTrace& engine = outcome.trace->lanes.back();
    EXPECT_EQ(std::ranges::count(engine.events, EventKind::kSending, &Event::kind), messages)
        << "chunks of " << chunk;
    EXPECT_EQ(std::ranges::count(engine.events, EventKind::kReceiving, &Event::kind), messages)
        << "chunks of " << chunk;
  }
}

TEST(Traces, AProcessTellsOfALongTaskWhileItIsUnderWay) {
  const auto entry = std::ranges::find(Catalog(), "processes", &CatalogEntry::name);
  EventLoop loop;
  const std::unique_ptr<Model> model = entry->make(loop, {.workers = 1});
  std::optional<Trace> meanwhile;
  std::function<void()> look = [&] {
    meanwhile = model->Recorded();
    const bool begun = meanwhile && Count(*meanwhile, EventKind::kTaskBegun) == 1;
    if (begun) loop.Stop();
    else loop.After(0.01, look);
  };
  model->Start([&](const Result<double>&) {
    EXPECT_FALSE(model->Recorded()) << "no trial is under way";
    model->Run(Alike(1, {.kind = TaskKind::kCount, .size = int64_t{1} << 45}),
               [](const Result<TrialOutcome>&) {});
    look();
  });
  ServeUntilStopped(loop, "news of the task");
  ASSERT_TRUE(meanwhile);
  EXPECT_EQ(meanwhile->lanes.front().events.back().kind, EventKind::kTaskBegun);
}

// More events than there is room for: the first ones are kept, the rest is counted.
TEST(Traces, OverflowIsCounted) {
  const int tasks = static_cast<int>(kTraceRoom) / 2;
  const TrialOutcome outcome =
      Execute("threads-free", {.workers = 1}, Alike(tasks, {.kind = TaskKind::kCount, .size = 1}));
  ASSERT_TRUE(outcome.trace);
  EXPECT_EQ(CountEvents(*outcome.trace) + outcome.trace->lanes[0].lost,
            2u * static_cast<size_t>(tasks) + 3)
      << "two for each task, three for the lane";
  EXPECT_GT(outcome.trace->lanes[0].lost, 0u);
  EXPECT_EQ(outcome.outputs.size(), static_cast<size_t>(tasks))
      << "figures do not depend on the recording";
}

}  // namespace
}  // namespace lab
