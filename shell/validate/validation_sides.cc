#include "shell/validate/validation_sides.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "platform/delay_origin.h"
#include "platform/native/limits.h"
#include "shell/validate/echo.h"
#include "shell/validate/thread_start.h"
#include "shell/validate/trial_runner.h"
#include "stats/response.h"
#include "stats/sample.h"
#include "stats/timeline.h"
#include "words/english/validate.h"

namespace lab {
namespace {

using nlohmann::json;

constexpr Nanoseconds kMillisecond = 1'000'000;

constexpr int kPoolTasks = 4;

std::vector<double> Numbers(const json& array) {
  return array.is_array() ? array.get<std::vector<double>>() : std::vector<double>();
}

// As long as all threads were at work: whoever is left alone hands nothing over.
double HandOffsPerSecond(const TrialOutcome& outcome) {
  if (!outcome.trace) return 0;
  Nanoseconds first_end = outcome.trace->length;
  for (const LaneTrace& lane : outcome.trace->lanes) {
    const std::vector<TaskOnLane> tasks = TasksOf(lane, outcome.trace->length);
    if (!tasks.empty()) first_end = std::min(first_end, tasks.back().end);
  }
  const auto handed = std::ranges::count_if(
      HandOffsOf(*outcome.trace), [&](const HandOff& each) { return each.at <= first_end; });
  return static_cast<double>(handed) * kSecond / static_cast<double>(first_end);
}

}  // namespace

Sides::Sides(PythonProcess& python, const ValidationPlan& plan)
    : python_(python), plan_(plan), gil_(python.facts().value("gil", true)) {}

Sides::~Sides() = default;

json Sides::Ask(const json& request) {
  Result<json> answer = python_.Ask(request);
  if (answer) return std::move(answer).value();
  if (!fault_) fault_ = answer.error();
  return json::object();
}

double Sides::Seconds(const json& request) { return Ask(request).value("seconds", 0.0); }

TrialOutcome Sides::Trial(const std::string& model, const ModelOptions& options,
                          const std::vector<Task>& tasks) {
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

double Sides::Had(std::optional<double> figure) {
  if (!figure) Faulty(NoMoreThreads(Phrase<words::kComparedThread>()));
  return figure.value_or(0);
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
  const auto python_size = [&](const json& request, double wanted) {
    return static_cast<int64_t>(kProbe * wanted / std::max(1e-3, Seconds(request)));
  };
  count_python_ = python_size(
      {{"do", "count"}, {"threads", 1}, {"size", kProbe}, {"interval", 0.005}}, plan_.seconds);
  switches_python_ = python_size(
      {{"do", "hand-offs"}, {"threads", 1}, {"size", kProbe}, {"interval", 0.005}}, plan_.seconds);
  heavy_python_ =
      python_size({{"do", "heavy"}, {"tasks", 1}, {"size", kProbe}}, plan_.pool_seconds / 4);
  count_ours_ = Matched(TaskKind::kCount, plan_.seconds);
  heavy_ours_ = Matched(TaskKind::kHeavy, plan_.pool_seconds / 4);
  Result<std::unique_ptr<DelayOrigin>> delays = DelayOrigin::Open();
  if (delays) delays_ = std::move(delays).value();
  else fault_ = delays.error();
}

int64_t Sides::Matched(TaskKind kind, double wanted) {
  constexpr int64_t kProbe = 30'000'000;
  constexpr int kProbes = 3;
  // The quickest: what interrupts a probe would shorten all that is measured by it.
  double seconds = HUGE_VAL;
  for (int probe = 0; probe < kProbes; ++probe)
    seconds = std::min(seconds, TrialSeconds("sequential", 1, Tasks(kind, 1, kProbe)));
  return static_cast<int64_t>(kProbe * wanted / std::max(1e-4, seconds));
}

void Sides::Count(Figures& figures, bool ours, int threads) {
  Side& into = ours ? figures.ours : figures.pythons;
  const auto seconds = [&](int number) {
    if (ours)
      return TrialSeconds(number == 1 ? "sequential"
                          : gil_      ? "threads-gil"
                                      : "threads-free",
                          number, Tasks(TaskKind::kCount, number, count_ours_ / number));
    return Seconds(
        {{"do", "count"}, {"threads", number}, {"size", count_python_}, {"interval", 0.005}});
  };
  const double alone = seconds(1);
  const double shared = seconds(threads);
  into[Format("count %d", threads)] = {shared / alone};
  into[Format("speedup count %d", threads)] = {alone / shared};
}

void Sides::ProcessorTime(Figures& figures, bool ours) {
  if (ours) {
    const TrialOutcome outcome =
        Trial("threads-gil", {.workers = 2}, Tasks(TaskKind::kCount, 2, count_ours_ / 2));
    double cpu_s = 0;
    for (const Lane& lane : outcome.lanes) cpu_s += lane.usage().cpu_s.value_or(0);
    figures.ours["cpu"] = {cpu_s / Makespan(outcome.lanes)};
  } else {
    const json answer =
        Ask({{"do", "count"}, {"threads", 2}, {"size", count_python_}, {"interval", 0.005}});
    figures.pythons["cpu"] = {answer.value("cpu_s", 0.0) / answer.value("seconds", 1.0)};
  }
}

void Sides::HandOffs(Figures& figures, bool ours, int threads, double interval_ms) {
  const std::string name = Format("hand-offs %d %g", threads, interval_ms);
  // Long intervals get longer runs, so that one hand-off more or less weighs little.
  const int64_t longer = interval_ms > 5 ? 4 : 1;
  if (ours) {
    const ModelOptions options = {
        .workers = threads,
        .switch_interval = static_cast<Nanoseconds>(interval_ms * kMillisecond)};
    figures.ours[name] = {HandOffsPerSecond(Trial(
        "threads-gil", options, Tasks(TaskKind::kCount, threads, longer * count_ours_ / threads)))};
  } else {
    const json answer = Ask({{"do", "hand-offs"},
                             {"threads", threads},
                             {"size", longer * switches_python_},
                             {"interval", interval_ms / 1000}});
    figures.pythons[name] = {answer.value("switches", 0.0) / answer.value("seconds", 1.0)};
  }
}

void Sides::Answers(Figures& figures, bool ours, int busy, double interval_ms) {
  Side& into = ours ? figures.ours : figures.pythons;
  const int answers = interval_ms > 5 ? std::max(5, plan_.answers / 4) : plan_.answers;
  const std::string of = Format(" %d %g", busy, interval_ms);
  const std::vector<double> late = Delays(ours, busy, interval_ms, 0, answers);
  into["late" + of] = {Median(late)};
  into["latest" + of] = {Quantile(late, 0.9)};
  into["delays" + of] = late;
}

void Sides::AnswersBesideCalls(Figures& figures, bool ours) {
  constexpr double kCallMs = 46;
  (ours ? figures.ours : figures.pythons)["delays calls"] =
      Delays(ours, 1, 5, kCallMs, plan_.answers);
}

std::vector<double> Sides::Delays(bool ours, int busy, double interval_ms, double call_ms,
                                  int answers) {
  std::vector<double> late = ours ? OurDelays(busy, interval_ms, call_ms, answers)
                                  : Numbers(Ask({{"do", "answers"},
                                                 {"busy", busy},
                                                 {"interval", interval_ms / 1000},
                                                 {"call_s", call_ms / 1000},
                                                 {"answers", answers},
                                                 {"wait_s", kAnswerWaitMs / 1000}})["delays"]);
  for (double& each : late) each *= 1000;
  return late;
}

std::vector<double> Sides::OurDelays(int busy, double interval_ms, double call_ms, int answers) {
  Experiment experiment = MakeExperiment(ExperimentKind::kConvoy);
  experiment.busy = busy;
  experiment.answers = answers;
  experiment.call_ms = call_ms;
  // Calls must last what they are said to, so that their size is found in the same second, as the
  // Python script does.
  const double per_second = call_ms > 0 ? static_cast<double>(Matched(TaskKind::kCount, 1))
                                        : static_cast<double>(count_ours_) / plan_.seconds;
  experiment.size = IterationsOf(experiment, per_second);
  const ModelOptions options = {
      .workers = busy + 1, .switch_interval = static_cast<Nanoseconds>(interval_ms * kMillisecond)};
  const TrialOutcome outcome = Trial("threads-gil", options, MakeTasks(experiment, ""));
  return outcome.outputs.empty() ? std::vector<double>() : outcome.outputs.front().delays_s;
}

void Sides::Echoes(Figures& figures, bool ours) {
  for (const int busy : {0, 1}) {
    const double rate = ours ? Had(EchoesPerSecond(busy, plan_.seconds))
                             : Ask({{"do", "echoes"}, {"busy", busy}, {"duration", plan_.seconds}})
                                       .value("echoes", 0.0) /
                                   plan_.seconds;
    (ours ? figures.ours : figures.pythons)[Format("echoes %d", busy)] = {rate};
  }
}

void Sides::ThreadStart(Figures& figures, bool ours) {
  constexpr int kStarts = 11;  // one start more or less is a matter of luck
  std::vector<double> milliseconds;
  for (int start = 0; start < kStarts; ++start)
    milliseconds.push_back((ours ? Had(StartUnderGil()) : Seconds({{"do", "start"}})) * 1000);
  (ours ? figures.ours : figures.pythons)["start"] = {Median(milliseconds)};
}

void Sides::Downloads(Figures& figures, bool ours) {
  Side& into = ours ? figures.ours : figures.pythons;
  const auto seconds = [&](int downloads, int threads) {
    Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
    experiment.tasks = downloads;
    experiment.latency_ms = plan_.latency_ms;
    const std::vector<Task> tasks = MakeTasks(experiment, delays_->origin());
    if (ours)
      return TrialSeconds(threads == 1 ? "sequential"
                          : gil_       ? "threads-gil"
                                       : "threads-free",
                          threads, tasks);
    json urls = json::array();
    for (const Task& task : tasks) urls.push_back(task.url);
    return Seconds({{"do", "downloads"}, {"urls", urls}, {"threads", threads}});
  };
  into["speedup downloads 5"] = {seconds(5, 1) / seconds(5, 5)};
  const double alone = seconds(8, 1);
  for (const int threads : {2, 4, 8})
    into[Format("downloads 8 on %d", threads)] = {alone / seconds(8, threads)};
}

void Sides::Pool(Figures& figures, bool ours, int processes) {
  const std::string name = Format("speedup pool %d", processes);
  if (ours) {
    const std::vector<Task> tasks = Tasks(TaskKind::kHeavy, kPoolTasks, heavy_ours_);
    const double alone = TrialSeconds("sequential", 1, tasks);
    figures.ours[name] = {alone / TrialSeconds("processes", processes, tasks)};
    return;
  }
  const double alone = Seconds({{"do", "heavy"}, {"tasks", kPoolTasks}, {"size", heavy_python_}});
  const auto pool = [&](const char* method) {
    return Ask({{"do", "pool"},
                {"method", method},
                {"processes", processes},
                {"tasks", kPoolTasks},
                {"size", heavy_python_}});
  };
  const json forked = pool("fork");
  in_order_ = in_order_ && forked.value("in_order", false);
  figures.pythons[name] = {alone / forked.value("seconds", 1.0)};
  if (processes == 1) return;
  figures.pythons["plain"] = {
      alone /
      Seconds({{"do", "plain"}, {"processes", 2}, {"tasks", kPoolTasks}, {"size", heavy_python_}})};
  figures.pythons["pool start"] = {forked.value("create_s", 0.0) * 1000};
  figures.pythons["speedup pool 4 forkserver"] = {alone / pool("forkserver").value("seconds", 1.0)};
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
