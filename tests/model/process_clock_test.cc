// Processes whose clock is far from the engine's, as a browser's workers may have it.
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "model/process_pool.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

// A process like any other, but for its clock.
class ProcessWithClock final : public Process {
 public:
  ProcessWithClock(EventLoop& loop, Options options, Events events, Nanoseconds ahead)
      : ahead_(ahead),
        told_(std::move(events)),
        real_(Process::Start(loop, std::move(options),
                             {.message = [this](std::span<const std::byte> bytes) { Tell(bytes); },
                              .ended = told_.ended})) {}

  void Send(std::span<const std::vector<std::byte>> messages) override { real_->Send(messages); }
  std::optional<double> Memory() const override { return real_->Memory(); }

 private:
  void Tell(std::span<const std::byte> bytes) {
    ProcessMessage message = DecodeMessage(bytes).value();
    if (auto* hello = std::get_if<HelloMessage>(&message)) hello->at += ahead_;
    if (auto* recorded = std::get_if<RecordedMessage>(&message)) Shift(recorded->events);
    if (auto* results = std::get_if<ResultsMessage>(&message)) {
      Shift(results->events);
      for (TaskResult& result : results->results) {
        result.begin += ahead_;
        result.end += ahead_;
      }
    }
    told_.message(EncodeMessage(message));
  }
  void Shift(std::vector<Event>& events) const {
    for (Event& event : events) event.at += ahead_;
  }

  const Nanoseconds ahead_;
  const Events told_;
  const std::unique_ptr<Process> real_;
};

class ClockOfProcesses : public testing::TestWithParam<Nanoseconds> {};

TEST_P(ClockOfProcesses, IsPutRightInLanesAndTraces) {
  EventLoop loop;
  ProcessPool pool(loop, {.workers = 2},
                   [](EventLoop& on, Process::Options options, Process::Events events) {
                     return std::make_unique<ProcessWithClock>(on, std::move(options),
                                                               std::move(events), GetParam());
                   });
  std::vector<Task> tasks(6, {.kind = TaskKind::kWait, .latency_ms = 5});
  for (int index = 0; index < 6; ++index) tasks[index].index = index;
  const Nanoseconds before = Now();
  Nanoseconds asked = 0;
  TrialOutcome outcome;
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    asked = Now();
    pool.Run(tasks, [&](Result<TrialOutcome> result) {
      ASSERT_TRUE(result) << result.error().message;
      outcome = std::move(result).value();
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, "six waits");
  const Nanoseconds after = Now();

  size_t seen = 0;
  for (const Lane& lane : outcome.lanes) {
    for (const TaskSpan& task : lane.tasks()) {
      EXPECT_GE(task.begin, asked);
      EXPECT_GE(task.end - task.begin, 5'000'000);
      EXPECT_LE(task.end, after);
      ++seen;
    }
  }
  EXPECT_EQ(seen, 6u);
  EXPECT_GT(outcome.warm_startup_s, 0);
  EXPECT_LT(outcome.warm_startup_s, static_cast<double>(after - asked) / kSecond);
  ASSERT_TRUE(outcome.trace);
  EXPECT_EQ(outcome.trace->disorder, 0) << "a clock that is merely elsewhere contradicts nothing";
  for (const LaneTrace& lane : outcome.trace->lanes) {
    EXPECT_TRUE(std::ranges::is_sorted(lane.events, {}, &Event::at)) << lane.name;
    EXPECT_LE(lane.events.back().at, outcome.trace->length) << lane.name;
    if (lane.worker) {
      EXPECT_EQ(std::ranges::count(lane.events, EventKind::kTaskBegun, &Event::kind),
                std::ranges::count(lane.events, EventKind::kTaskDone, &Event::kind));
      EXPECT_GT(lane.startup, 0);
      EXPECT_LT(lane.startup, after - before);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Clocks, ClockOfProcesses,
                         testing::Values(Nanoseconds{-1'000'000'000'000}, Nanoseconds{0},
                                         Nanoseconds{1'000'000'000'000}));

}  // namespace
}  // namespace lab
