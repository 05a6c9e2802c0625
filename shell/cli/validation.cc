#include "shell/cli/validation.h"

#include <semaphore.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <thread>

#include "base/text.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "gil/checkpoint.h"
#include "model/chunk.h"
#include "platform/affinity.h"
#include "platform/delay_origin.h"
#include "platform/load.h"
#include "platform/usage.h"
#include "shell/cli/trial_runner.h"
#include "stats/sample.h"
#include "workload/kernels.h"

namespace lab {
namespace {

using nlohmann::json;

constexpr double kMostOtherCores = 0.12;
constexpr Nanoseconds kMillisecond = 1'000'000;

// One repetition of everything that is compared: figures by name.
struct Figures {
  std::map<std::string, double> ours;
  std::map<std::string, double> pythons;
};

class Validator {
 public:
  Validator(PythonProcess& python, const ValidationPlan& plan, const std::function<void(const std::string&)>& tell)
      : python_(python), plan_(plan), tell_(tell), gil_(python.facts().value("gil", true)) {}

  Result<Validation> Run() {
    Calibrate();
    for (int repetition = 0; !fault_ && repetition < plan_.repetitions; ++repetition) {
      Repeat("count", repetition, [this](Figures& figures, bool ours) { CountSide(figures, ours); });
      if (gil_) Repeat("hand-offs", repetition, [this](Figures& figures, bool ours) { HandoffSide(figures, ours); });
      if (gil_) Repeat("thread start", repetition, [this](Figures& figures, bool ours) { StartSide(figures, ours); });
      Repeat("downloads", repetition, [this](Figures& figures, bool ours) { DownloadSide(figures, ours); });
      Repeat("pool", repetition, [this](Figures& figures, bool ours) { PoolSide(figures, ours); });
    }
    if (!fault_) Once();
    if (fault_) return *fault_;
    Conclude();
    return std::move(validation_);
  }

 private:
  // Runs both sides, in alternating order, until others left the machine alone meanwhile.
  void Repeat(const std::string& what, int repetition, const std::function<void(Figures&, bool ours)>& side) {
    for (int attempt = 0; !fault_; ++attempt) {
      tell_(Format("%s, repetition %d of %d%s", what.c_str(), repetition + 1, plan_.repetitions, attempt > 0 ? ", again" : ""));
      Figures figures;
      const LoadMeter load;
      const bool first = repetition % 2 == 0;
      side(figures, first);
      if (!fault_) side(figures, !first);
      const double others = load.OtherCores().value_or(0);
      if (others > kMostOtherCores && attempt < plan_.retries) {
        ++validation_.repeated;
        continue;
      }
      if (others > kMostOtherCores) ++validation_.disturbed;
      validation_.other_cores = std::max(validation_.other_cores, others);
      for (const auto& [name, value] : figures.ours) pairs_[name].ours.push_back(value);
      for (const auto& [name, value] : figures.pythons) pairs_[name].pythons.push_back(value);
      return;
    }
  }

  json Ask(const json& request) {
    Result<json> answer = python_.Ask(request);
    if (answer) return std::move(answer).value();
    if (!fault_) fault_ = answer.error();
    return json::object();
  }
  double Seconds(const json& request) { return Ask(request).value("seconds", 0.0); }

  TrialOutcome Trial(const std::string& model, const ModelOptions& options, const std::vector<Task>& tasks) {
    Result<std::unique_ptr<TrialRunner>> runner = TrialRunner::Start(model, options);
    if (!runner) return Faulty(runner.error());
    Result<TrialOutcome> outcome = runner.value()->Run(tasks);
    if (!outcome) return Faulty(outcome.error());
    return std::move(outcome).value();
  }
  TrialOutcome Faulty(const Error& error) {
    if (!fault_) fault_ = error;
    return {};
  }
  double TrialSeconds(const std::string& model, int workers, const std::vector<Task>& tasks) {
    return Makespan(Trial(model, {.workers = workers}, tasks).lanes);
  }

  std::vector<Task> Tasks(TaskKind kind, int number, int64_t size) const {
    std::vector<Task> tasks(static_cast<size_t>(number), {.kind = kind, .size = size});
    for (int index = 0; index < number; ++index) tasks[index].index = index;
    return tasks;
  }

  // Sizes that last as long in both.
  void Calibrate() {
    tell_("matching the durations");
    constexpr int64_t kProbe = 3'000'000;
    const auto python_size = [&](const json& request, double wanted) { return static_cast<int64_t>(kProbe * wanted / std::max(1e-3, Seconds(request))); };
    count_python_ = python_size({{"do", "count"}, {"threads", 1}, {"size", kProbe}, {"interval", 0.005}, {"switches", false}}, plan_.seconds);
    switches_python_ = python_size({{"do", "count"}, {"threads", 1}, {"size", kProbe}, {"interval", 0.005}, {"switches", true}}, plan_.seconds);
    heavy_python_ = python_size({{"do", "heavy"}, {"tasks", 1}, {"size", kProbe}}, plan_.pool_seconds / 4);
    count_ours_ = Matched(TaskKind::kCount, plan_.seconds);
    heavy_ours_ = Matched(TaskKind::kHeavy, plan_.pool_seconds / 4);
    Result<std::unique_ptr<DelayOrigin>> delays = DelayOrigin::Open();
    if (delays) delays_ = std::move(delays).value();
    else fault_ = delays.error();
  }
  int64_t Matched(TaskKind kind, double wanted) {
    constexpr int64_t kProbe = 30'000'000;
    const double seconds = TrialSeconds("sequential", 1, Tasks(kind, 1, kProbe));
    return static_cast<int64_t>(kProbe * wanted / std::max(1e-4, seconds));
  }

  void CountSide(Figures& figures, bool ours) {
    std::map<std::string, double>& into = ours ? figures.ours : figures.pythons;
    const auto seconds = [&](int threads) {
      if (ours) return TrialSeconds(threads == 1 ? "sequential" : gil_ ? "threads-gil" : "threads-free", threads, Tasks(TaskKind::kCount, threads, count_ours_ / threads));
      return Seconds({{"do", "count"}, {"threads", threads}, {"size", count_python_}, {"interval", 0.005}, {"switches", false}});
    };
    const double alone = seconds(1);
    for (const int threads : {2, 4, 8}) {
      const double shared = seconds(threads);
      into[Format("count %d", threads)] = shared / alone;
      into[Format("speedup count %d", threads)] = alone / shared;
    }
    if (!gil_) return;
    // The processor time that two threads under the GIL use, for each second that passes.
    if (ours) {
      const TrialOutcome outcome = Trial("threads-gil", {.workers = 2}, Tasks(TaskKind::kCount, 2, count_ours_ / 2));
      double cpu_s = 0;
      for (const Lane& lane : outcome.lanes) cpu_s += lane.usage().cpu_s.value_or(0);
      into["cpu"] = cpu_s / Makespan(outcome.lanes);
    } else {
      const json answer = Ask({{"do", "count"}, {"threads", 2}, {"size", count_python_}, {"interval", 0.005}, {"switches", false}});
      into["cpu"] = answer.value("cpu_s", 0.0) / answer.value("seconds", 1.0);
    }
  }

  void HandoffSide(Figures& figures, bool ours) {
    std::map<std::string, double>& into = ours ? figures.ours : figures.pythons;
    // Without the first, which takes the lock from nobody; long intervals get longer runs, so that
    // beginning and end weigh little.
    const auto rate = [&](int threads, double interval_ms) {
      const int64_t longer = interval_ms > 5 ? 4 : 1;
      if (ours) {
        const ModelOptions options = {.workers = threads, .switch_interval = static_cast<Nanoseconds>(interval_ms * kMillisecond)};
        const TrialOutcome outcome = Trial("threads-gil", options, Tasks(TaskKind::kCount, threads, longer * count_ours_ / threads));
        return (outcome.handoffs.value_or(1) - 1) / Makespan(outcome.lanes);
      }
      const json answer =
          Ask({{"do", "count"}, {"threads", threads}, {"size", longer * switches_python_}, {"interval", interval_ms / 1000}, {"switches", true}});
      return (answer.value("switches", 1.0) - 1) / answer.value("seconds", 1.0);
    };
    for (const double interval_ms : {5.0, 0.5, 50.0}) into[Format("hand-offs %g", interval_ms)] = rate(2, interval_ms);
    for (const int threads : {1, 4, 8}) into[Format("hand-offs of %d", threads)] = rate(threads, 5);
  }

  void StartSide(Figures& figures, bool ours) {
    constexpr int kStarts = 11;  // one start more or less is a matter of luck
    std::vector<double> milliseconds;
    for (int start = 0; start < kStarts; ++start) milliseconds.push_back((ours ? StartUnderGil() : Seconds({{"do", "start"}})) * 1000);
    (ours ? figures.ours : figures.pythons)["start"] = Median(milliseconds);
  }

  // Thread.start() under our GIL: the starter waits, without the lock, until the new thread has run,
  // and then waits for the lock, since the new thread computes on. Each on a core of its own: where the
  // kernel puts both on one, it is the kernel's time slice that is measured.
  static double StartUnderGil() {
    double seconds = 0;
    std::thread([&] {
      PinThisThread(0);
      seconds = StartFromThisThread();
    }).join();
    return seconds;
  }
  static double StartFromThisThread() {
    Breaker breaker;
    Gil gil(breaker, 5 * kMillisecond);
    sem_t started;
    sem_init(&started, 0, 0);
    gil.Take(0);
    const Nanoseconds begin = Now();
    std::thread thread([&] {
      PinThisThread(1);
      gil.Take(1);
      sem_post(&started);
      Checkpoint checkpoint(breaker, &gil, 1);
      while (checkpoint.Pass()) Count(0, 1 << 20, checkpoint);
      gil.DropAtEnd(1);
    });
    gil.Drop(0);
    sem_wait(&started);
    gil.Take(0);
    const double seconds = static_cast<double>(Now() - begin) / kSecond;
    breaker.Set(Breaker::kCancel);
    gil.DropAtEnd(0);
    thread.join();
    sem_destroy(&started);
    return seconds;
  }

  void DownloadSide(Figures& figures, bool ours) {
    std::map<std::string, double>& into = ours ? figures.ours : figures.pythons;
    const auto seconds = [&](int downloads, int threads) {
      Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
      experiment.tasks = downloads;
      experiment.latency_ms = plan_.latency_ms;
      const std::vector<Task> tasks = MakeTasks(experiment, false, delays_->origin());
      if (ours) return TrialSeconds(threads == 1 ? "sequential" : gil_ ? "threads-gil" : "threads-free", threads, tasks);
      json urls = json::array();
      for (const Task& task : tasks) urls.push_back(task.url);
      return Seconds({{"do", "downloads"}, {"urls", urls}, {"threads", threads}});
    };
    into["speedup downloads 5"] = seconds(5, 1) / seconds(5, 5);
    const double alone = seconds(8, 1);
    for (const int threads : {2, 4, 8}) into[Format("downloads 8 on %d", threads)] = alone / seconds(8, threads);
  }

  void PoolSide(Figures& figures, bool ours) {
    if (ours) {
      const std::vector<Task> tasks = Tasks(TaskKind::kHeavy, 4, heavy_ours_);
      const double alone = TrialSeconds("sequential", 1, tasks);
      for (const int processes : {4, 1}) figures.ours[Format("speedup pool %d", processes)] = alone / TrialSeconds("processes", processes, tasks);
      return;
    }
    const double alone = Seconds({{"do", "heavy"}, {"tasks", 4}, {"size", heavy_python_}});
    const auto pool = [&](const char* method, int processes) {
      return Ask({{"do", "pool"}, {"method", method}, {"processes", processes}, {"tasks", 4}, {"size", heavy_python_}});
    };
    const json forked = pool("fork", 4);
    in_order_ = in_order_ && forked.value("in_order", false);
    figures.pythons["speedup pool 4"] = alone / forked.value("seconds", 1.0);
    figures.pythons["pool start"] = forked.value("create_s", 0.0) * 1000;
    figures.pythons["speedup pool 4 forkserver"] = alone / pool("forkserver", 4).value("seconds", 1.0);
    figures.pythons["speedup pool 1"] = alone / pool("fork", 1).value("seconds", 1.0);
    figures.pythons["plain"] = alone / Seconds({{"do", "plain"}, {"processes", 2}, {"tasks", 4}, {"size", heavy_python_}});
  }

  // What is exact and needs no repetition.
  void Once() {
    tell_("chunks and messages");
    const std::vector<std::pair<size_t, size_t>> cases = {{4, 4}, {1000, 4}, {20'000, 2}, {0, 4}};
    const json sizes = Ask({{"do", "chunks"}, {"cases", cases}}).value("sizes", json::array());
    for (size_t at = 0; at < cases.size(); ++at) {
      Bar bar = {.name = Format("21 chunk size of %zu items for %zu", cases[at].first, cases[at].second)};
      bar.measured.ours = {static_cast<double>(ChunkSize(cases[at].first, cases[at].second))};
      if (at < sizes.size()) bar.measured.pythons = {sizes[at].get<double>()};
      exact_.push_back(bar);
    }
    // A long task first: nobody waits behind it.
    std::vector<Task> tasks = Tasks(TaskKind::kCount, 9, count_ours_ / 16);
    tasks.front().size *= 4;
    const TrialOutcome outcome = Trial("processes", {.workers = 2, .chunk = 1}, tasks);
    double sum = 0;
    double longest = 0;
    for (const Lane& lane : outcome.lanes) {
      for (const TaskSpan& event : lane.tasks()) {
        const double seconds = static_cast<double>(event.end - event.begin) / kSecond;
        sum += seconds;
        longest = std::max(longest, seconds);
      }
    }
    pairs_["makespan"].ours = {Makespan(outcome.lanes) / ((sum - longest) / 2 + longest)};
    const json bytes = Ask({{"do", "pickled"}});
    const double start_ms = StartupMs();
    validation_.costs = {
        {"a pool of 4 until it can be used", start_ms, Median(pairs_["pool start"].pythons), "ms"},
        {"a pickled task, bytes", std::nullopt, bytes.value("task_bytes", 0.0), "B"},
        {"a pickled result, bytes", std::nullopt, bytes.value("result_bytes", 0.0), "B"},
    };
  }
  double StartupMs() {
    const Nanoseconds begin = Now();
    Result<std::unique_ptr<TrialRunner>> runner = TrialRunner::Start("processes", {.workers = 4});
    if (!runner) fault_ = runner.error();
    return static_cast<double>(Now() - begin) / kMillisecond;
  }

  Bar Within(const std::string& name, const std::string& figure, Bar::Kind kind, double allowed, const std::string& unit = "") {
    return {.name = name, .kind = kind, .allowed = allowed, .unit = unit, .measured = pairs_[figure]};
  }
  Bar InRange(const std::string& name, const std::string& figure, double low, double high, const std::string& unit = "") {
    return {.name = name, .kind = Bar::Kind::kRange, .low = low, .high = high, .unit = unit, .measured = pairs_[figure]};
  }

  void Conclude() {
    using enum Bar::Kind;
    validation_.python = python_.Name();
    for (const auto& [figure, label] : {std::pair{"speedup count 2", "count, 2 threads"}, {"speedup count 4", "count, 4 threads"},
                                        {"speedup count 8", "count, 8 threads"}, {"speedup downloads 5", "downloads, 5 threads"},
                                        {"speedup pool 4", "heavy, Pool(4), fork"}, {"speedup pool 4 forkserver", "heavy, Pool(4), forkserver"},
                                        {"plain", "heavy, two plain processes"}}) {
      const Pair& pair = pairs_[figure];
      validation_.speedups.push_back({.experiment = label, .ours = EstimateOf(pair.ours), .pythons = EstimateOf(pair.pythons), .samples = pair});
    }
    std::vector<Bar>& bars = validation_.bars;
    if (gil_) {
      bars.push_back(Within("1 count, 2 threads / sequential", "count 2", kDifference, 0.05));
      for (const int threads : {4, 8}) bars.push_back(Within(Format("2 count, %d threads / sequential", threads), Format("count %d", threads), kDifference, 0.08));
      bars.push_back(InRange("3 CPU time / time, 2 threads", "cpu", 0.97, 1.05));
      bars.push_back(Within("4 hand-offs, 2 threads, 5 ms", "hand-offs 5", kRatio, 0.05, "/s"));
      bars.push_back(Within("4 hand-offs, 2 threads, 0.5 ms", "hand-offs 0.5", kRatio, 0.12, "/s"));
      bars.push_back(Within("4 hand-offs, 2 threads, 50 ms", "hand-offs 50", kRatio, 0.03, "/s"));
      for (const int threads : {4, 8}) bars.push_back(Within(Format("5 hand-offs, %d threads, 5 ms", threads), Format("hand-offs of %d", threads), kRatio, 0.1, "/s"));
      bars.push_back(InRange("6 hand-offs, 1 thread", "hand-offs of 1", 0, 5, "/s"));
      bars.push_back(InRange("13 start of a computing thread", "start", 5.0, 5.7, "ms"));
    }
    bars.push_back(Within("14 5 downloads, 5 threads", "speedup downloads 5", kRatio, 0.03, "×"));
    bars.push_back(InRange("14 5 downloads, 5 threads", "speedup downloads 5", 4.8, 5.05, "×"));
    for (const int threads : {2, 4, 8}) bars.push_back(Within(Format("15 8 downloads, pool of %d", threads), Format("downloads 8 on %d", threads), kRatio, 0.03, "×"));
    pairs_["pool to plain"].ours = Ratios(pairs_["speedup pool 4"].ours, pairs_["plain"].pythons);
    bars.push_back(InRange("18 pool of 4 / two plain processes", "pool to plain", 0.95, HUGE_VAL));
    bars.push_back(InRange("20 pool of 1", "speedup pool 1", 0.94, 1.005, "×"));
    bars.insert(bars.end(), exact_.begin(), exact_.end());
    pairs_["in order"].ours = {in_order_ ? 1.0 : 0.0};
    bars.push_back(InRange("21 results in the tasks' order", "in order", 1, 1));
    bars.push_back(InRange("22 long task first: time / bound", "makespan", 0, 1.03));
  }

  static std::vector<double> Ratios(const std::vector<double>& above, const std::vector<double>& below) {
    std::vector<double> ratios;
    for (size_t at = 0; at < std::min(above.size(), below.size()); ++at) ratios.push_back(above[at] / below[at]);
    return ratios;
  }
  // Speedups as if against a baseline of one second each.
  static Estimate EstimateOf(const std::vector<double>& speedups) {
    const std::vector<double> ones(speedups.size(), 1.0);
    return Speedup(speedups, ones);
  }

  PythonProcess& python_;
  const ValidationPlan plan_;
  const std::function<void(const std::string&)>& tell_;
  const bool gil_;
  std::optional<Error> fault_;
  std::unique_ptr<DelayOrigin> delays_;
  int64_t count_python_ = 0;
  int64_t switches_python_ = 0;
  int64_t heavy_python_ = 0;
  int64_t count_ours_ = 0;
  int64_t heavy_ours_ = 0;
  bool in_order_ = true;
  std::map<std::string, Pair> pairs_;
  std::vector<Bar> exact_;
  Validation validation_;
};

}  // namespace

Result<Validation> Validate(PythonProcess& python, const ValidationPlan& plan, const std::function<void(const std::string&)>& tell) {
  return Validator(python, plan, tell).Run();
}

}  // namespace lab
