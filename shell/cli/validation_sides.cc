#include "shell/cli/validation_sides.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "platform/delay_origin.h"
#include "shell/cli/echo.h"
#include "shell/cli/thread_start.h"
#include "shell/cli/trial_runner.h"
#include "stats/response.h"
#include "stats/sample.h"

namespace lab {
namespace {

using nlohmann::json;

constexpr Nanoseconds kMillisecond = 1'000'000;

std::vector<double> Numbers(const json& array) { return array.is_array() ? array.get<std::vector<double>>() : std::vector<double>(); }

}  // namespace

Sides::Sides(PythonProcess& python, const ValidationPlan& plan) : python_(python), plan_(plan), gil_(python.facts().value("gil", true)) {}

Sides::~Sides() = default;

json Sides::Ask(const json& request) {
  Result<json> answer = python_.Ask(request);
  if (answer) return std::move(answer).value();
  if (!fault_) fault_ = answer.error();
  return json::object();
}

double Sides::Seconds(const json& request) { return Ask(request).value("seconds", 0.0); }

TrialOutcome Sides::Trial(const std::string& model, const ModelOptions& options, const std::vector<Task>& tasks) {
  Result<std::unique_ptr<TrialRunner>> runner = TrialRunner::Start(model, options);
  if (!runner) return Faulty(runner.error());
  Result<TrialOutcome> outcome = runner.value()->Run(tasks);
  if (!outcome) return Faulty(outcome.error());
  return std::move(outcome).value();
}

TrialOutcome Sides::Faulty(const Error& error) {
  if (!fault_) fault_ = error;
  return {};
}

double Sides::TrialSeconds(const std::string& model, int workers, const std::vector<Task>& tasks) {
  return Makespan(Trial(model, {.workers = workers}, tasks).lanes);
}

std::vector<Task> Sides::Tasks(TaskKind kind, int number, int64_t size) const {
  std::vector<Task> tasks(static_cast<size_t>(number), {.kind = kind, .size = size});
  for (int index = 0; index < number; ++index) tasks[index].index = index;
  return tasks;
}

void Sides::Calibrate() {
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

int64_t Sides::Matched(TaskKind kind, double wanted) {
  constexpr int64_t kProbe = 30'000'000;
  const double seconds = TrialSeconds("sequential", 1, Tasks(kind, 1, kProbe));
  return static_cast<int64_t>(kProbe * wanted / std::max(1e-4, seconds));
}

void Sides::Count(Figures& figures, bool ours) {
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

void Sides::HandOffs(Figures& figures, bool ours) {
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

void Sides::Answers(Figures& figures, bool ours) {
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

std::vector<double> Sides::OurDelays(int busy, double interval_ms, double call_ms, int answers) {
  Experiment experiment = MakeExperiment(ExperimentKind::kConvoy);
  experiment.busy = busy;
  experiment.answers = answers;
  experiment.call_ms = call_ms;
  experiment.size = IterationsOf(experiment, static_cast<double>(count_ours_) / plan_.seconds);
  const ModelOptions options = {.workers = busy + 1, .switch_interval = static_cast<Nanoseconds>(interval_ms * kMillisecond)};
  const TrialOutcome outcome = Trial("threads-gil", options, MakeTasks(experiment, false, ""));
  return outcome.outputs.empty() ? std::vector<double>() : outcome.outputs.front().delays_s;
}

void Sides::Echoes(Figures& figures, bool ours) {
  for (const int busy : {0, 1}) {
    const double rate = ours ? EchoesPerSecond(busy, plan_.seconds).value_or(0)
                             : Ask({{"do", "echoes"}, {"busy", busy}, {"duration", plan_.seconds}}).value("echoes", 0.0) / plan_.seconds;
    (ours ? figures.ours : figures.pythons)[Format("echoes %d", busy)] = {rate};
  }
}

void Sides::ThreadStart(Figures& figures, bool ours) {
  constexpr int kStarts = 11;  // one start more or less is a matter of luck
  std::vector<double> milliseconds;
  for (int start = 0; start < kStarts; ++start) milliseconds.push_back((ours ? StartUnderGil() : Seconds({{"do", "start"}})) * 1000);
  (ours ? figures.ours : figures.pythons)["start"] = {Median(milliseconds)};
}

void Sides::Downloads(Figures& figures, bool ours) {
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

void Sides::Pool(Figures& figures, bool ours) {
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

double Sides::MakespanOfPool() {
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
  return Makespan(outcome.lanes) / ((sum - longest) / 2 + longest);
}

double Sides::StartupMs() {
  const Nanoseconds begin = Now();
  Result<std::unique_ptr<TrialRunner>> runner = TrialRunner::Start("processes", {.workers = 4});
  if (!runner) Faulty(runner.error());
  return static_cast<double>(Now() - begin) / kMillisecond;
}

}  // namespace lab
