#include "shell/cli/validation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "model/chunk.h"
#include "platform/delay_origin.h"
#include "platform/load.h"
#include "platform/usage.h"
#include "shell/cli/echo.h"
#include "shell/cli/thread_start.h"
#include "shell/cli/trial_runner.h"
#include "shell/cli/validation_bars.h"
#include "stats/response.h"
#include "stats/sample.h"

namespace lab {
namespace {

using nlohmann::json;

constexpr double kMostOtherCores = 0.12;
constexpr Nanoseconds kMillisecond = 1'000'000;

// One repetition of everything that is compared: figures by name.
using Side = std::map<std::string, std::vector<double>>;
struct Figures {
  Side ours;
  Side pythons;
};

std::vector<double> Numbers(const json& array) { return array.is_array() ? array.get<std::vector<double>>() : std::vector<double>(); }

class Validator {
 public:
  Validator(PythonProcess& python, const ValidationPlan& plan, const std::function<void(const std::string&)>& tell)
      : python_(python), plan_(plan), tell_(tell), gil_(python.facts().value("gil", true)) {}

  Result<Validation> Run() {
    Calibrate();
    for (int repetition = 0; !fault_ && repetition < plan_.repetitions; ++repetition) {
      Repeat("count", repetition, [this](Figures& figures, bool ours) { CountSide(figures, ours); });
      if (gil_) Repeat("hand-offs", repetition, [this](Figures& figures, bool ours) { HandoffSide(figures, ours); });
      if (gil_) Repeat("answers", repetition, [this](Figures& figures, bool ours) { AnswerSide(figures, ours); });
      if (gil_) Repeat("echoes", repetition, [this](Figures& figures, bool ours) { EchoSide(figures, ours); });
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
      for (const auto& [name, values] : figures.ours) Append(pairs_[name].ours, values);
      for (const auto& [name, values] : figures.pythons) Append(pairs_[name].pythons, values);
      return;
    }
  }

  static void Append(std::vector<double>& all, const std::vector<double>& values) { all.insert(all.end(), values.begin(), values.end()); }

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
    Side& into = ours ? figures.ours : figures.pythons;
    const auto seconds = [&](int threads) {
      if (ours) return TrialSeconds(threads == 1 ? "sequential" : gil_ ? "threads-gil" : "threads-free", threads, Tasks(TaskKind::kCount, threads, count_ours_ / threads));
      return Seconds({{"do", "count"}, {"threads", threads}, {"size", count_python_}, {"interval", 0.005}, {"switches", false}});
    };
    const double alone = seconds(1);
    for (const int threads : {2, 4, 8}) {
      const double shared = seconds(threads);
      into[Format("count %d", threads)] = {shared / alone};
      into[Format("speedup count %d", threads)] = {alone / shared};
    }
    if (!gil_) return;
    // The processor time that two threads under the GIL use, for each second that passes.
    if (ours) {
      const TrialOutcome outcome = Trial("threads-gil", {.workers = 2}, Tasks(TaskKind::kCount, 2, count_ours_ / 2));
      double cpu_s = 0;
      for (const Lane& lane : outcome.lanes) cpu_s += lane.usage().cpu_s.value_or(0);
      into["cpu"] = {cpu_s / Makespan(outcome.lanes)};
    } else {
      const json answer = Ask({{"do", "count"}, {"threads", 2}, {"size", count_python_}, {"interval", 0.005}, {"switches", false}});
      into["cpu"] = {answer.value("cpu_s", 0.0) / answer.value("seconds", 1.0)};
    }
  }

  void HandoffSide(Figures& figures, bool ours) {
    Side& into = ours ? figures.ours : figures.pythons;
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
    for (const double interval_ms : {5.0, 0.5, 50.0}) into[Format("hand-offs %g", interval_ms)] = {rate(2, interval_ms)};
    for (const int threads : {1, 4, 8}) into[Format("hand-offs of %d", threads)] = {rate(threads, 5)};
  }

  // How late a thread comes back that waits, beside computing ones.
  void AnswerSide(Figures& figures, bool ours) {
    Side& into = ours ? figures.ours : figures.pythons;
    const auto delays = [&](int busy, double interval_ms, double call_ms, int answers) {
      std::vector<double> late = ours ? OurDelays(busy, interval_ms, call_ms, answers)
                                      : Numbers(Ask({{"do", "answers"}, {"busy", busy}, {"interval", interval_ms / 1000}, {"call_s", call_ms / 1000},
                                                     {"answers", answers}, {"wait_s", kAnswerWaitMs / 1000}})["delays"]);
      for (double& each : late) each *= 1000;
      return late;
    };
    const int few = std::max(5, plan_.answers / 4);
    for (const double interval_ms : {5.0, 0.5, 50.0}) {
      const std::vector<double> late = delays(1, interval_ms, 0, interval_ms > 5 ? few : plan_.answers);
      into[Format("late %g", interval_ms)] = {Median(late)};
      into[Format("latest %g", interval_ms)] = {Quantile(late, 0.9)};
    }
    into["late alone"] = {Median(delays(0, 5, 0, plan_.answers))};
    for (const int busy : {2, 4}) into[Format("late beside %d", busy)] = delays(busy, 5, 0, plan_.answers);
    constexpr double kCallMs = 46;
    into["late by calls"] = delays(1, 5, kCallMs, plan_.answers);
  }
  std::vector<double> OurDelays(int busy, double interval_ms, double call_ms, int answers) {
    Experiment experiment = MakeExperiment(ExperimentKind::kConvoy);
    experiment.busy = busy;
    experiment.answers = answers;
    experiment.call_ms = call_ms;
    experiment.size = IterationsOf(experiment, static_cast<double>(count_ours_) / plan_.seconds);
    const ModelOptions options = {.workers = busy + 1, .switch_interval = static_cast<Nanoseconds>(interval_ms * kMillisecond)};
    const TrialOutcome outcome = Trial("threads-gil", options, MakeTasks(experiment, false, ""));
    return outcome.outputs.empty() ? std::vector<double>() : outcome.outputs.front().delays_s;
  }

  void EchoSide(Figures& figures, bool ours) {
    for (const int busy : {0, 1}) {
      const double rate = ours ? EchoesPerSecond(busy, plan_.seconds).value_or(0)
                               : Ask({{"do", "echoes"}, {"busy", busy}, {"duration", plan_.seconds}}).value("echoes", 0.0) / plan_.seconds;
      (ours ? figures.ours : figures.pythons)[Format("echoes %d", busy)] = {rate};
    }
  }

  void StartSide(Figures& figures, bool ours) {
    constexpr int kStarts = 11;  // one start more or less is a matter of luck
    std::vector<double> milliseconds;
    for (int start = 0; start < kStarts; ++start) milliseconds.push_back((ours ? StartUnderGil() : Seconds({{"do", "start"}})) * 1000);
    (ours ? figures.ours : figures.pythons)["start"] = {Median(milliseconds)};
  }

  void DownloadSide(Figures& figures, bool ours) {
    Side& into = ours ? figures.ours : figures.pythons;
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
    into["speedup downloads 5"] = {seconds(5, 1) / seconds(5, 5)};
    const double alone = seconds(8, 1);
    for (const int threads : {2, 4, 8}) into[Format("downloads 8 on %d", threads)] = {alone / seconds(8, threads)};
  }

  void PoolSide(Figures& figures, bool ours) {
    if (ours) {
      const std::vector<Task> tasks = Tasks(TaskKind::kHeavy, 4, heavy_ours_);
      const double alone = TrialSeconds("sequential", 1, tasks);
      for (const int processes : {4, 1}) figures.ours[Format("speedup pool %d", processes)] = {alone / TrialSeconds("processes", processes, tasks)};
      return;
    }
    const double alone = Seconds({{"do", "heavy"}, {"tasks", 4}, {"size", heavy_python_}});
    const auto pool = [&](const char* method, int processes) {
      return Ask({{"do", "pool"}, {"method", method}, {"processes", processes}, {"tasks", 4}, {"size", heavy_python_}});
    };
    const json forked = pool("fork", 4);
    in_order_ = in_order_ && forked.value("in_order", false);
    figures.pythons["speedup pool 4"] = {alone / forked.value("seconds", 1.0)};
    figures.pythons["pool start"] = {forked.value("create_s", 0.0) * 1000};
    figures.pythons["speedup pool 4 forkserver"] = {alone / pool("forkserver", 4).value("seconds", 1.0)};
    figures.pythons["speedup pool 1"] = {alone / pool("fork", 1).value("seconds", 1.0)};
    figures.pythons["plain"] = {alone / Seconds({{"do", "plain"}, {"processes", 2}, {"tasks", 4}, {"size", heavy_python_}})};
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

  void Conclude() {
    validation_.python = python_.Name();
    for (const auto& [figure, label] : {std::pair{"speedup count 2", "count, 2 threads"}, {"speedup count 4", "count, 4 threads"},
                                        {"speedup count 8", "count, 8 threads"}, {"speedup downloads 5", "downloads, 5 threads"},
                                        {"speedup pool 4", "heavy, Pool(4), fork"}, {"speedup pool 4 forkserver", "heavy, Pool(4), forkserver"},
                                        {"plain", "heavy, two plain processes"}}) {
      const Pair& pair = pairs_[figure];
      validation_.speedups.push_back({.experiment = label, .ours = EstimateOf(pair.ours), .pythons = EstimateOf(pair.pythons), .samples = pair});
    }
    pairs_["in order"].ours = {in_order_ ? 1.0 : 0.0};
    validation_.bars = BarsOf(pairs_, exact_, gil_);
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
  Pairs pairs_;
  std::vector<Bar> exact_;
  Validation validation_;
};

}  // namespace

Result<Validation> Validate(PythonProcess& python, const ValidationPlan& plan, const std::function<void(const std::string&)>& tell) {
  return Validator(python, plan, tell).Run();
}

}  // namespace lab
