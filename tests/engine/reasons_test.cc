// The reasons that real trials are given, where their cause was made on purpose. Waits rather than
// computing where that will do, since they are the same on a busy machine.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "engine/engine.h"
#include "experiment/model_info.h"
#include "explain/why_text.h"
#include "platform/environment.h"
#include "tests/support/attempts.h"
#include "tests/support/loop.h"
#include "tests/support/typed.h"

namespace lab {
namespace {

// The reasons of a model, told until they begin with `first`.
void ExpectFirst(ReasonCode first, const std::function<std::vector<Reason>()>& tell) {
  ExpectInOneAttempt([&] {
    const std::vector<Reason> reasons = tell();
    std::string told = std::string(Name(first)) + " is not the first:";
    for (const Reason& reason : reasons)
      told += " " + std::string(Name(reason.code)) + " (" + reason.text + ")";
    return !reasons.empty() && reasons.front().code == first ? "" : told;
  });
}

// ---- through the whole engine

RunResult ResultOf(const Experiment& experiment) {
  EventLoop loop;
  RunResult result;
  Engine engine(loop, DescribeEnvironment(), Catalog(), [&](const Notice& notice) {
    if (const auto* failed = std::get_if<Failed>(&notice))
      ADD_FAILURE() << failed->model << ": " << failed->error.message;
    if (const auto* finished = std::get_if<Finished>(&notice)) result = finished->result;
    if (std::holds_alternative<Failed>(notice) || std::holds_alternative<Finished>(notice))
      loop.Stop();
  });
  engine.Handle(RunRequest{.run = 1, .experiment = experiment});
  ServeUntilStopped(loop, "a run", 60);
  return result;
}

std::vector<Reason> WhyIn(const RunResult& result, const std::string& model) {
  const auto found = std::ranges::find(result.models, model, &ModelResult::model);
  return found == result.models.end() ? std::vector<Reason>{} : found->why;
}

Experiment Short(ExperimentKind kind, const std::string& model) {
  Experiment experiment = Typed(kind);
  experiment.models = {"sequential", model};
  experiment.repetitions = 3;
  experiment.warmups = 1;
  return experiment;
}

TEST(Reasons, CountingUnderTheGilIsSerialised) {
  Experiment experiment = Short(ExperimentKind::kCount, "threads-gil");
  experiment.size = 20'000'000;
  ExpectFirst(ReasonCode::kGil, [&] { return WhyIn(ResultOf(experiment), "threads-gil"); });
}

TEST(Reasons, DownloadsOverlapUnderEveryModel) {
  for (const char* model : {"threads-gil", "threads-free", "processes"}) {
    Experiment experiment = Short(ExperimentKind::kDownloads, model);
    experiment.latency_ms = 100;
    ExpectFirst(ReasonCode::kOverlap, [&] {
      const RunResult result = ResultOf(experiment);
      EXPECT_EQ(WhyIn(result, "sequential").front().code, ReasonCode::kOneWorker);
      return WhyIn(result, model);
    });
  }
}

TEST(Reasons, ThousandsOfTinyTasksForProcessesAreMessages) {
  Experiment experiment = Short(ExperimentKind::kHeavy, "processes");
  experiment.tasks = 20'000;
  experiment.size = 50;
  experiment.chunk = 1;
  experiment.calibrate = false;
  ExpectFirst(ReasonCode::kMessages, [&] { return WhyIn(ResultOf(experiment), "processes"); });
}

TEST(Reasons, NobodyTellsWithoutARecord) {
  Experiment experiment = Short(ExperimentKind::kCount, "threads-gil");
  experiment.size = 100'000;
  experiment.calibrate = false;
  experiment.record = false;
  EXPECT_TRUE(WhyIn(ResultOf(experiment), "threads-gil").empty());
}

// ---- one trial of one model beside a sequential one

struct Tried {
  TrialOutcome outcome;
  double startup_s = 0;
};

Tried Try(const std::string& model, int workers, const std::vector<Task>& tasks) {
  const auto entry = std::ranges::find(Catalog(), model, &CatalogEntry::name);
  EventLoop loop;
  const std::unique_ptr<Model> made = entry->make(loop, {.workers = workers});
  Tried tried;
  made->Start([&](const Result<double>& started) {
    ASSERT_TRUE(started);
    tried.startup_s = started.value();
    made->Run(tasks, [&](Result<TrialOutcome> outcome) {
      EXPECT_TRUE(outcome);
      if (outcome) tried.outcome = std::move(outcome).value();
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, model.c_str(), 60);
  return tried;
}

std::optional<double> CpuSeconds(const TrialOutcome& outcome) {
  double sum = 0;
  for (const Lane& lane : outcome.lanes) {
    if (!lane.usage().cpu_s) return std::nullopt;
    sum += *lane.usage().cpu_s;
  }
  return sum;
}

// With the start-up left out: beside trials as short as these it would be what there is to say.
std::vector<Reason> Why(const std::string& model, WorkKind work, int workers,
                        std::vector<Task> tasks, bool startup = false) {
  for (size_t at = 0; at < tasks.size(); ++at) tasks[at].index = static_cast<int>(at);
  const Tried alone = Try("sequential", 1, tasks);
  const Tried tried = Try(model, workers, tasks);
  const double seconds = Makespan(tried.outcome.lanes);
  const double sequential_s = Makespan(alone.outcome.lanes);
  const double ratio = sequential_s / seconds;
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const Evidence evidence = {.model = FactsOf(model),
                             .speedup = {.ratio = ratio, .low = ratio, .high = ratio},
                             .median_s = seconds,
                             .sequential_s = sequential_s,
                             .startup_s = startup ? tried.startup_s : 0,
                             .cpu_s = CpuSeconds(tried.outcome),
                             .handoffs = {},
                             .task_inflation = {}};
  const Conditions conditions = {.work = work,
                                 .reported_cores = cores,
                                 .effective_cores = static_cast<double>(cores),
                                 .governor = {}};
  return WhyOf(*tried.outcome.trace, evidence, conditions, VerdictCode::kGains);
}

TEST(Reasons, WaitsOfVeryDifferentLengthsAreUneven) {
  const auto wait = [](double milliseconds) {
    return Task{.kind = TaskKind::kWait, .latency_ms = milliseconds};
  };
  for (const char* model : {"threads-gil", "threads-free", "processes"}) {
    ExpectFirst(ReasonCode::kUneven,
                [&] { return Why(model, WorkKind::kWaiting, 3, {wait(50), wait(600), wait(50)}); });
  }
}

TEST(Reasons, TasksThatAreSerialThroughoutWaitForTheLock) {
  const std::vector<Task> tasks(3, {.kind = TaskKind::kWait, .serial_share = 1, .latency_ms = 100});
  for (const char* model : {"threads-gil", "threads-free", "processes"}) {
    ExpectFirst(ReasonCode::kLock, [&] { return Why(model, WorkKind::kWaiting, 3, tasks); });
  }
}

TEST(Reasons, TwiceAsManyWorkersAsCoresAreTooMany) {
  const int workers = 2 * static_cast<int>(std::thread::hardware_concurrency());
  const std::vector<Task> tasks(static_cast<size_t>(workers),
                                {.kind = TaskKind::kCount, .size = 30'000'000});
  for (const char* model : {"threads-free", "processes"}) {
    ExpectFirst(ReasonCode::kOversubscribed,
                [&] { return Why(model, WorkKind::kComputing, workers, tasks); });
  }
}

TEST(Reasons, ProcessesForAMomentsWorkAreTheirStartup) {
  const std::vector<Task> tasks(2, {.kind = TaskKind::kWait, .latency_ms = 1});
  ExpectFirst(ReasonCode::kStartup,
              [&] { return Why("processes", WorkKind::kWaiting, 2, tasks, /*startup=*/true); });
}

}  // namespace
}  // namespace lab
