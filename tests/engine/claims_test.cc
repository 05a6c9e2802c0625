// What the tutorial claims, held natively by ratios inside one run, on a machine that does other
// things too: what counts is how much a model gets of the capacity that two plain threads have in
// that moment.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <thread>

#include "base/text.h"
#include "engine/engine.h"
#include "experiment/model_info.h"
#include "platform/environment.h"
#include "stats/scaling.h"
#include "tests/support/attempts.h"
#include "tests/support/loop.h"
#include "tests/support/typed.h"
#include "workload/run_task.h"

namespace lab {
namespace {

double Seconds(const std::function<void()>& work) {
  const Nanoseconds begin = Now();
  work();
  return static_cast<double>(Now() - begin) / kSecond;
}

bool Works(const Task& task) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  return static_cast<bool>(RunTask(task, checkpoint));
}

void Work(const Task& task) { EXPECT_TRUE(Works(task)); }

// A process that waits to be told, works once, says so and ends.
class PlainProcess {
 public:
  explicit PlainProcess(const Task& task) {
    int to[2] = {-1, -1};
    int from[2] = {-1, -1};
    EXPECT_EQ(pipe(to), 0);
    EXPECT_EQ(pipe(from), 0);
    pid_ = fork();
    if (pid_ == 0) {
      char byte = 0;
      const bool done = read(to[0], &byte, 1) == 1 && Works(task) && write(from[1], &byte, 1) == 1;
      _exit(done ? 0 : 1);
    }
    EXPECT_GT(pid_, 0);
    close(to[0]);
    close(from[1]);
    to_ = to[1];
    from_ = from[0];
  }
  ~PlainProcess() {
    close(to_);
    close(from_);
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  PlainProcess(const PlainProcess&) = delete;
  PlainProcess& operator=(const PlainProcess&) = delete;

  void Go() {
    const char byte = 0;
    EXPECT_EQ(write(to_, &byte, 1), 1);
  }
  void AwaitEnd() {
    char byte = 0;
    EXPECT_EQ(read(from_, &byte, 1), 1);
  }

 private:
  int to_ = -1;
  int from_ = -1;
  pid_t pid_ = -1;
};

double Alone(const Task& task) {
  return Seconds([&] {
    Work(task);
    Work(task);
  });
}

// How many times faster two plain threads do two tasks than one does.
double Capacity(const Task& task) {
  const double alone = Alone(task);
  const double together = Seconds([&] {
    std::thread other([&] { Work(task); });
    Work(task);
    other.join();
  });
  return alone / together;
}

// The same of two plain processes.
double CapacityOfProcesses(const Task& task) {
  const double alone = Alone(task);
  PlainProcess one(task);
  PlainProcess other(task);
  const double together = Seconds([&] {
    one.Go();
    other.Go();
    one.AwaitEnd();
    other.AwaitEnd();
  });
  return alone / together;
}

// A run as it is told trial by trial, each held against the sequential trial of its round and
// against what two plain threads gain in that very moment. Every round is an attempt: what others
// do on the machine spoils some of them.
class Rounds {
 public:
  explicit Rounds(const Task& task) : task_(task) {}

  void Note(const TrialDone& trial) {
    if (trial.warmup) return;
    seconds_[trial.model][trial.repetition] = trial.seconds;
    if (trial.model != kSequential)
      capacity_[trial.model][trial.repetition] = std::min(Capacity(task_), 2.0);
  }

  // Empty if `holds` of speedup and capacity in one round, otherwise what was seen in each.
  std::string Instead(const std::string& model,
                      const std::function<bool(double speedup, double capacity)>& holds) const {
    std::string seen = model + ":";
    for (const auto& [repetition, seconds] : seconds_.at(model)) {
      const double speedup = seconds_.at(std::string(kSequential)).at(repetition) / seconds;
      const double capacity = capacity_.at(model).at(repetition);
      if (holds(speedup, capacity)) return "";
      seen += Format(" %.2f of %.2f", speedup, capacity);
    }
    return seen + "; ";
  }

 private:
  const Task task_;
  std::map<std::string, std::map<int, double>> seconds_;   // by model and repetition
  std::map<std::string, std::map<int, double>> capacity_;  // right after that trial
};

RunResult RunOf(
    const Experiment& experiment,
    const std::function<void(const TrialDone&)>& note = [](const TrialDone&) {}) {
  EventLoop loop;
  RunResult result;
  Engine engine(loop, DescribeEnvironment(), Catalog(), [&](const Notice& notice) {
    if (const auto* trial = std::get_if<TrialDone>(&notice)) note(*trial);
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

const ModelResult& ModelOf(const RunResult& result, const std::string& model) {
  return *std::ranges::find(result.models, model, &ModelResult::model);
}

// Of each worker: how long it was in tasks, and what of that it had a core.
std::string LanesOf(const ModelResult& model) {
  std::string text;
  for (const LaneFigures& lane : model.lanes) {
    text += Format("%s%.0f of %.0f ms", text.empty() ? "" : ", ", lane.cpu_s.value_or(0) * 1e3,
                   lane.busy_s * 1e3);
  }
  return text;
}

// Whatever others do on the machine: one at a time computes, so the time of all fits into the time
// that they took.
void ExpectOneAtATime(const ModelResult& model) {
  double cpu_s = 0;
  for (const LaneFigures& lane : model.lanes) cpu_s += lane.cpu_s.value_or(0);
  EXPECT_GT(cpu_s, 0);
  EXPECT_GE(model.median_s, 0.95 * cpu_s) << LanesOf(model);
}

Task TaskOf(ExperimentKind kind, int64_t size) {
  return {.kind = kind == ExperimentKind::kCount ? TaskKind::kCount : TaskKind::kHeavy,
          .size = size};
}

// What is claimed of a model, in a round with that speedup and what two plain threads gained then.
using Bound = std::function<bool(double speedup, double capacity)>;

std::map<std::string, Bound> CpuBounds() {
  const double cores = std::thread::hardware_concurrency();
  const Bound gains = [cores](double speedup, double capacity) {
    return speedup >= 0.85 * capacity && speedup <= cores * 1.15;
  };
  return {{"threads-gil", [](double speedup, double) { return speedup > 0.75 && speedup < 1.15; }},
          {"threads-free", gains},
          {"processes", gains}};
}

// Empty if each of the bounds was kept in a round of this run or an earlier one, otherwise what was
// seen instead.
std::string CpuClaim(ExperimentKind kind, int64_t size, int attempt, bool pin,
                     std::map<std::string, Bound>& open) {
  Experiment experiment = Typed(kind);
  experiment.workers = experiment.tasks = 2;
  experiment.size = size;
  experiment.calibrate = false;
  experiment.repetitions = 4;
  experiment.time_budget_s = 15;
  experiment.pin = pin;
  // Another order each time: what others do now and then may keep step with one.
  experiment.seed = attempt;
  Rounds rounds(TaskOf(kind, size));
  const RunResult result = RunOf(experiment, [&](const TrialDone& trial) { rounds.Note(trial); });
  ExpectOneAtATime(ModelOf(result, "threads-gil"));
  std::string seen;
  std::erase_if(open, [&](const auto& claim) {
    const std::string instead = rounds.Instead(claim.first, claim.second);
    if (!instead.empty())
      seen +=
          instead + "its workers had a core for " + LanesOf(ModelOf(result, claim.first)) + "; ";
    return instead.empty();
  });
  if (seen.empty()) return "";
  return seen + Format("others used %.2f cores", result.calibration.other_cores.value_or(0));
}

// Where it does not show, the report tells what the system makes of any two processes, and whether
// it is due to where it puts workers that wake.
void ExpectCpuClaim(ExperimentKind kind, int64_t size) {
  std::map<std::string, Bound> open = CpuBounds();
  ExpectInOneAttempt(
      [&, attempt = 0]() mutable { return CpuClaim(kind, size, attempt++, /*pin=*/false, open); },
      [&] {
        const std::string pinned = CpuClaim(kind, size, 0, /*pin=*/true, open);
        return Format(
            "\ntwo plain processes reach %.2f; with every worker on a core of its own: %s",
            CapacityOfProcesses(TaskOf(kind, size)), pinned.empty() ? "it shows" : pinned.c_str());
      });
}

TEST(Claims, ThreadsUnderTheGilDoNotCountFasterButFreeThreadsAndProcessesDo) {
  ExpectCpuClaim(ExperimentKind::kCount, 100'000'000);
}

TEST(Claims, TheHeavySumGoesTheSameWay) { ExpectCpuClaim(ExperimentKind::kHeavy, 25'000'000); }

TEST(Claims, DownloadsOverlapUnderEveryModelOfSeveralWorkers) {
  Experiment experiment = Typed(ExperimentKind::kDownloads);
  experiment.latency_ms = 100;
  experiment.repetitions = 3;
  ExpectInOneAttempt([&] {
    std::string instead;
    for (const ModelResult& model : RunOf(experiment).models) {
      if (model.model != kSequential && model.speedup.ratio < 4)
        instead += Format("%s %.2f; ", model.model.c_str(), model.speedup.ratio);
    }
    return instead;
  });
}

// A critical section that takes a tenth of every task: Amdahl's law must be found in it. Waits,
// since they need no cores and so tell the same on a busy machine.
TEST(Claims, ASerialTenthIsFoundByAmdahlsFit) {
  constexpr double kLatencyMs = 100;
  for (const CatalogEntry& entry : Catalog()) {
    if (entry.name == "sequential") continue;
    std::vector<ScalingPoint> points;
    for (const int workers : {2, 4, 6}) {
      EventLoop loop;
      const std::unique_ptr<Model> model = entry.make(loop, {.workers = workers});
      std::vector<Task> tasks(
          static_cast<size_t>(workers),
          {.kind = TaskKind::kWait, .serial_share = 0.1, .latency_ms = kLatencyMs});
      for (int index = 0; index < workers; ++index) tasks[index].index = index;
      // The quickest of a few: what others do on the machine can only make it longer.
      double seconds = HUGE_VAL;
      int trials = 0;
      const std::function<void()> run = [&] {
        model->Run(tasks, [&](const Result<TrialOutcome>& outcome) {
          ASSERT_TRUE(outcome);
          seconds = std::min(seconds, Makespan(outcome.value().lanes));
          if (++trials == 6) loop.Stop();
          else loop.Post(run);
        });
      };
      model->Start([&](const Result<double>& started) {
        ASSERT_TRUE(started);
        run();
      });
      ServeUntilStopped(loop, entry.name.c_str());
      const double speedup = workers * kLatencyMs / 1000 / seconds;
      points.push_back(
          {.workers = workers,
           .speedup = {.ratio = speedup, .low = speedup, .high = speedup, .confidence = 0}});
    }
    const AmdahlFit fit = FitAmdahl(points, 6);
    EXPECT_NEAR(fit.serial_fraction, 0.1, 0.03) << entry.name << ": off by " << fit.residual;
  }
}

}  // namespace
}  // namespace lab
