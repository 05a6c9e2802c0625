// What the tutorial claims, held natively by ratios inside one run, with room for a machine that does
// other things too: what counts is how much of the capacity that two plain threads have in the same
// second a model gets, in the best of a few attempts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <thread>

#include "base/text.h"
#include "engine/engine.h"
#include "experiment/presets.h"
#include "stats/scaling.h"
#include "tests/support/loop.h"
#include "workload/run_task.h"

namespace lab {
namespace {

constexpr int kAttempts = 6;

double Seconds(const std::function<void()>& work) {
  const Nanoseconds begin = Now();
  work();
  return static_cast<double>(Now() - begin) / kSecond;
}

// How many times faster two plain threads do two tasks than one does.
double Capacity(const Task& task) {
  const auto run = [&] {
    Breaker breaker;
    Checkpoint checkpoint(breaker);
    EXPECT_TRUE(RunTask(task, checkpoint));
  };
  const double alone = Seconds([&] {
    run();
    run();
  });
  const double together = Seconds([&] {
    std::thread other(run);
    run();
    other.join();
  });
  return alone / together;
}

// The speedups of one run, by model.
std::map<std::string, double> Speedups(const Experiment& experiment) {
  EventLoop loop;
  std::map<std::string, double> speedups;
  Engine engine(loop, DescribeEnvironment(), Catalog(), [&](const Notice& notice) {
    if (const auto* failed = std::get_if<Failed>(&notice)) ADD_FAILURE() << failed->model << ": " << failed->error.message;
    if (const auto* finished = std::get_if<Finished>(&notice)) {
      for (const ModelResult& model : finished->result.models) speedups[model.model] = model.speedup.ratio;
    }
    if (std::holds_alternative<Failed>(notice) || std::holds_alternative<Finished>(notice)) loop.Stop();
  });
  engine.Handle(RunRequest{.run = 1, .experiment = experiment});
  ServeUntilStopped(loop, "a run", 60);
  return speedups;
}

// Empty if the claim showed, otherwise what was seen instead.
std::string CpuClaim(ExperimentKind kind, int64_t size) {
  Experiment experiment = MakeExperiment(kind);
  experiment.workers = experiment.tasks = 2;
  experiment.size = size;
  const Task task = {.kind = kind == ExperimentKind::kCount ? TaskKind::kCount : TaskKind::kHeavy, .size = size};
  const double before = Capacity(task);
  const std::map<std::string, double> speedups = Speedups(experiment);
  const double capacity = std::min({before, Capacity(task), 2.0});
  const double cores = std::thread::hardware_concurrency();
  const double gil = speedups.at("threads-gil");
  const double free = speedups.at("threads-free");
  const double processes = speedups.at("processes");
  const bool shows = gil > 0.75 && gil < 1.15 && std::min(free, processes) >= 0.85 * capacity && std::max(free, processes) <= cores * 1.15;
  if (shows) return "";
  return Format("GIL %.2f, free %.2f, processes %.2f, capacity %.2f of %.0f cores; ", gil, free, processes, capacity, cores);
}

void ExpectShown(const std::function<std::string()>& claim) {
  std::string seen;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string instead = claim();
    if (instead.empty()) return;
    seen += instead;
  }
  ADD_FAILURE() << "in " << kAttempts << " attempts: " << seen;
}

TEST(Claims, ThreadsUnderTheGilDoNotCountFasterButFreeThreadsAndProcessesDo) {
  ExpectShown([] { return CpuClaim(ExperimentKind::kCount, 100'000'000); });
}

TEST(Claims, TheHeavySumGoesTheSameWay) {
  ExpectShown([] { return CpuClaim(ExperimentKind::kHeavy, 25'000'000); });
}

TEST(Claims, DownloadsOverlapUnderEveryModelOfSeveralWorkers) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.latency_ms = 100;
  experiment.repetitions = 3;
  ExpectShown([&] {
    std::string instead;
    for (const auto& [model, speedup] : Speedups(experiment)) {
      if (model != "sequential" && speedup < 4) instead += Format("%s %.2f; ", model.c_str(), speedup);
    }
    return instead;
  });
}

// A critical section that takes a tenth of every task: Amdahl's law must be found in it. Waits, since
// they need no cores and so tell the same on a busy machine.
TEST(Claims, ASerialTenthIsFoundByAmdahlsFit) {
  constexpr double kLatencyMs = 100;
  for (const CatalogEntry& entry : Catalog()) {
    if (entry.name == "sequential") continue;
    std::vector<ScalingPoint> points;
    for (const int workers : {2, 4, 6}) {
      EventLoop loop;
      const std::unique_ptr<Model> model = entry.make(loop, {.workers = workers});
      std::vector<Task> tasks(static_cast<size_t>(workers), {.kind = TaskKind::kWait, .serial_share = 0.1, .latency_ms = kLatencyMs});
      for (int index = 0; index < workers; ++index) tasks[index].index = index;
      // The quickest of a few: what others do on the machine can only make it longer.
      double seconds = HUGE_VAL;
      int trials = 0;
      const std::function<void()> run = [&] {
        model->Run(tasks, [&](const Result<TrialOutcome>& outcome) {
          ASSERT_TRUE(outcome);
          seconds = std::min(seconds, Makespan(outcome.value().lanes));
          if (++trials == kAttempts) loop.Stop();
          else loop.Post(run);
        });
      };
      model->Start([&](const Result<double>& started) {
        ASSERT_TRUE(started);
        run();
      });
      ServeUntilStopped(loop, entry.name.c_str());
      const double speedup = workers * kLatencyMs / 1000 / seconds;
      points.push_back({.workers = workers, .speedup = {.ratio = speedup, .low = speedup, .high = speedup, .confidence = 0}});
    }
    const AmdahlFit fit = FitAmdahl(points, 6);
    EXPECT_NEAR(fit.serial_fraction, 0.1, 0.03) << entry.name << ": off by " << fit.residual;
  }
}

}  // namespace
}  // namespace lab
