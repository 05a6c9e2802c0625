// Benchmarks of the native program against what people would use instead, in one run, interleaved.
// Prints rows as JSON; bench.mjs makes a table of them. `speedup-lab-bench [--quick] [PART ...]`,
// and `speedup-lab-bench judge` for an array of rows on standard input that were measured
// elsewhere.
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <iostream>
#include <set>
#include <thread>

#include "base/text.h"
#include "platform/environment.h"
#include "platform/usage.h"
#include "shell/validate/trial_runner.h"
#include "stats/sample.h"
#include "tests/bench/rivals.h"
#include "tests/bench/rows.h"

namespace lab::bench {
namespace {

double SecondsOf(const auto& body) {
  const Nanoseconds begin = Now();
  body();
  return static_cast<double>(Now() - begin) / kSecond;
}

std::vector<Task> Tasks(TaskKind kind, int number, int64_t size) {
  std::vector<Task> tasks(static_cast<size_t>(number), {.kind = kind, .size = size});
  for (int index = 0; index < number; ++index) tasks[index].index = index;
  return tasks;
}

class Bench {
 public:
  Bench(bool quick, std::set<std::string> parts) : quick_(quick), parts_(std::move(parts)) {}

  int Run() {
    if (Wanted("kernels")) Kernels();
    if (Wanted("dispatch")) Dispatch();
    if (Wanted("start-up")) StartUp();
    if (Wanted("growth")) Growth();
    if (Wanted("recording")) Recording();
    nlohmann::json rows = nlohmann::json::array();
    for (const Row& row : rows_) rows.push_back(Judged(row));
    std::cout << rows.dump() << "\n";
    return 0;
  }

 private:
  bool Wanted(const std::string& part) const { return parts_.empty() || parts_.contains(part); }

  std::unique_ptr<TrialRunner> Runner(const std::string& model, const ModelOptions& options) {
    Result<std::unique_ptr<TrialRunner>> runner = TrialRunner::Start(model, options);
    if (!runner) {
      std::cerr << runner.error().message << "\n";
      std::exit(1);
    }
    return std::move(runner).value();
  }
  double Trial(TrialRunner& runner, const std::vector<Task>& tasks) {
    return SecondsOf([&] {
      const Result<TrialOutcome> outcome = runner.Run(tasks);
      if (!outcome) std::exit(1);
    });
  }
  int Rounds(int usual) const { return quick_ ? 2 : usual; }

  void Kernels() {
    const std::unique_ptr<TrialRunner> ours = Runner("threads-free", {.workers = cores_});
    const int64_t share = quick_ ? 20 : 1;
    for (const auto& [kind, name, size] :
         {std::tuple{TaskKind::kCount, "count", int64_t{160'000'000}},
          {TaskKind::kHeavy, "heavy", int64_t{40'000'000}}}) {
      for (const int each : {1, 16}) {
        const std::vector<Task> tasks = Tasks(kind, cores_ * each, size / each / share);
        Row row = {.part = "kernels",
                   .what = Format("%s, %zu tasks", name, tasks.size()),
                   .unit = "ms",
                   .ours_name = "threads-free",
                   .target = 0.98,
                   .kind = Row::Target::kRatioAtLeast};
        const std::array<std::pair<const char*, std::function<void()>>, 4> ways = {{
            {"ours", [&] { Trial(*ours, tasks); }},
            {"OpenMP", [&] { WithOpenMp(tasks, cores_); }},
            {"oneTBB", [&] { WithTbb(tasks); }},
            {"std::async", [&] { WithAsync(tasks); }},
        }};
        for (int round = 0; round < Rounds(61); ++round) {
          for (size_t turn = 0; turn < ways.size(); ++turn) {
            const auto& [way, run] = ways[(turn + static_cast<size_t>(round)) % ways.size()];
            AwaitQuiet();
            const double milliseconds = SecondsOf(run) * 1e3;
            if (round == 0) continue;  // warm-up
            (way == ways.front().first ? row.ours : row.others[way]).push_back(milliseconds);
          }
        }
        rows_.push_back(row);
      }
    }
  }

  // The cost of a task that does nothing, in µs.
  void Dispatch() {
    const std::vector<Task> many = Tasks(TaskKind::kCount, quick_ ? 2000 : 50'000, 1);
    const std::vector<Task> some = Tasks(TaskKind::kCount, 2000, 1);
    const auto each = [](double seconds, const std::vector<Task>& tasks) {
      return seconds * 1e6 / static_cast<double>(tasks.size());
    };
    const std::unique_ptr<TrialRunner> threads = Runner("threads-free", {.workers = 2});
    const std::unique_ptr<TrialRunner> processes = Runner("processes", {.workers = 2, .chunk = 1});
    Row row = {.part = "dispatch",
               .what = "a task for 2 threads",
               .unit = "µs",
               .ours_name = "threads-free",
               .target = 1,
               .kind = Row::Target::kFigureAtMost};
    Row pool = {.part = "dispatch",
                .what = "a task for 2 processes, chunk size 1",
                .unit = "µs",
                .ours_name = "processes",
                .target = 8,
                .kind = Row::Target::kFigureAtMost};
    for (int round = 0; round < Rounds(8); ++round) {
      const double mine = each(Trial(*threads, many), many);
      const double tbb = each(SecondsOf([&] { WithTbb(many); }), many);
      const double async = each(SecondsOf([&] { WithAsync(some); }), some);
      const double piped = each(Trial(*processes, many), many);
      const double python = PythonPool();
      if (round == 0) continue;
      row.ours.push_back(mine);
      row.others["oneTBB"].push_back(tbb);
      row.others["std::async"].push_back(async);
      pool.ours.push_back(piped);
      if (python > 0) pool.others["CPython Pool"].push_back(python);
    }
    rows_.push_back(row);
    rows_.push_back(pool);
  }
  // µs for each item of Pool(2).map(abs, …, chunksize=1); 0 without Python.
  static double PythonPool() {
    return Printed(
        "python3 -c 'import multiprocessing, time\n"
        "with multiprocessing.Pool(2) as pool:\n"
        "  pool.map(abs, range(200), 1)\n"
        "  begin = time.perf_counter()\n"
        "  pool.map(abs, range(10000), 1)\n"
        "  print((time.perf_counter() - begin) / 10000 * 1e6)'");
  }
  static double Printed(const std::string& command) {
    double number = 0;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return 0;
    if (std::fscanf(pipe, "%lf", &number) != 1) number = 0;
    pclose(pipe);
    return number;
  }

  void StartUp() {
    Row threads = {.part = "start-up",
                   .what = "a thread until it says hello, cold",
                   .unit = "µs",
                   .ours_name = "threads-free"};
    Row warm = {.part = "start-up",
                .what = "a waiting thread until its task begins",
                .unit = "µs",
                .ours_name = "threads-free"};
    Row processes = {.part = "start-up",
                     .what = "a process until it says hello, cold",
                     .unit = "µs",
                     .ours_name = "processes"};
    Row warm_process = {.part = "start-up",
                        .what = "a waiting process until its task begins",
                        .unit = "µs",
                        .ours_name = "processes"};
    const std::vector<Task> one = Tasks(TaskKind::kCount, 1, 1);
    for (int round = 0; round < Rounds(20); ++round) {
      for (auto& [row, warm_row, model] :
           {std::tuple<Row&, Row&, const char*>{threads, warm, "threads-free"},
            {processes, warm_process, "processes"}}) {
        std::unique_ptr<TrialRunner> runner;
        row.ours.push_back(SecondsOf([&] { runner = Runner(model, {.workers = 1}); }) * 1e6);
        const Result<TrialOutcome> first = runner->Run(one);
        const Result<TrialOutcome> outcome = runner->Run(one);
        if (!first || !outcome) std::exit(1);
        warm_row.ours.push_back(outcome.value().warm_startup_s * 1e6);
      }
      threads.others["std::thread, joined"].push_back(SecondsOf([] { std::thread([] {}).join(); }) *
                                                      1e6);
      processes.others["posix_spawn of true, waited for"].push_back(SecondsOf(SpawnTrue) * 1e6);
    }
    const double python = Printed(
        "python3 -c 'import threading, time\n"
        "times = []\n"
        "for _ in range(50):\n"
        "  begin = time.perf_counter(); thread = threading.Thread(target=abs, args=(1,)); "
        "thread.start(); thread.join()\n"
        "  times.append(time.perf_counter() - begin)\n"
        "print(sorted(times)[25] * 1e6)'");
    if (python > 0) threads.others["CPython Thread, joined"] = {python};
    const double forked = Printed(
        "python3 -c 'import multiprocessing, time\n"
        "times = []\n"
        "for _ in range(20):\n"
        "  begin = time.perf_counter(); process = multiprocessing.Process(target=abs, args=(1,)); "
        "process.start(); process.join()\n"
        "  times.append(time.perf_counter() - begin)\n"
        "print(sorted(times)[10] * 1e6)'");
    if (forked > 0) processes.others["CPython Process (fork), joined"] = {forked};
    for (const Row& row : {threads, warm, processes, warm_process}) rows_.push_back(row);
  }
  static void SpawnTrue() {
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    pid_t pid = 0;
    if (posix_spawn(&pid, name, nullptr, nullptr, arguments, environ) == 0)
      waitpid(pid, nullptr, 0);
  }

  // Cost of one more worker or task when there are many, against when there are few: 1 is linear.
  void Growth() {
    for (const char* model : {"threads-free", "processes"}) {
      Row workers = {.part = "growth",
                     .what = Format("%s: start of one of 64 workers / of one of 8", model),
                     .unit = "×",
                     .ours_name = model,
                     .target = 2,
                     .kind = Row::Target::kFigureAtMost};
      Row tasks = {.part = "growth",
                   .what = Format("%s: one of 100,000 tasks / of one of 1,000", model),
                   .unit = "×",
                   .ours_name = model,
                   .target = 1.5,
                   .kind = Row::Target::kFigureAtMost};
      Row memory = {.part = "growth",
                    .what = Format("%s: memory for each of 64 workers", model),
                    .unit = "KiB",
                    .ours_name = model};
      const std::unique_ptr<TrialRunner> runner = Runner(model, {.workers = 2, .chunk = 1});
      for (int round = 0; round < Rounds(6); ++round) {
        const auto started = [&](int number) {
          return SecondsOf([&] { Runner(model, {.workers = number}); }) / number;
        };
        workers.ours.push_back(started(64) / started(8));
        const auto done = [&](int number) {
          return Trial(*runner, Tasks(TaskKind::kCount, number, 1)) / number;
        };
        done(1000);
        tasks.ours.push_back(done(quick_ ? 10'000 : 100'000) / done(1000));
      }
      const std::unique_ptr<TrialRunner> crowd = Runner(model, {.workers = 64});
      const Result<TrialOutcome> outcome = crowd->Run(Tasks(TaskKind::kCount, 64, 1000));
      if (outcome && outcome.value().memory_bytes)
        memory.ours.push_back(*outcome.value().memory_bytes / 1024);
      for (const Row& row : {workers, tasks, memory}) rows_.push_back(row);
    }
  }

  // What an event costs, and a whole trial with its events.
  void Recording() {
    Row event = {.part = "recording",
                 .what = "an event",
                 .unit = "ns",
                 .ours_name = "recorder",
                 .target = 50,
                 .kind = Row::Target::kFigureAtMost};
    for (int round = 0; round < Rounds(12); ++round)
      event.ours.push_back(NanosecondsOfEvent(100'000));
    rows_.push_back(event);
    const int64_t share = quick_ ? 20 : 1;
    for (const auto& [model, tasks] :
         {std::pair{"threads-gil", 2}, {"threads-free", 2}, {"processes", 8}}) {
      const std::vector<Task> work = Tasks(TaskKind::kCount, tasks, 400'000'000 / tasks / share);
      Row row = {.part = "recording",
                 .what = Format("%s, %d tasks, with every event", model, tasks),
                 .unit = "ms",
                 .ours_name = "recorded",
                 .target = 0.99,
                 .kind = Row::Target::kRatioAtLeast};
      const std::unique_ptr<TrialRunner> with = Runner(model, {.workers = 2});
      const std::unique_ptr<TrialRunner> without = Runner(model, {.workers = 2, .record = false});
      for (int round = 0; round < Rounds(25); ++round) {
        // In turns, so that no side is always the first.
        double seconds[2] = {};
        for (const int side : {round % 2, 1 - round % 2})
          seconds[side] = Trial(side == 0 ? *with : *without, work);
        if (round == 0) continue;
        row.ours.push_back(seconds[0] * 1e3);
        row.others["without"].push_back(seconds[1] * 1e3);
      }
      rows_.push_back(row);
    }
  }
  static double NanosecondsOfEvent(int events) {
    Recorder lane(static_cast<size_t>(events));
    const double seconds = SecondsOf([&] {
      for (int at = 0; at < events; ++at)
        lane.Enter(at % 2 == 0 ? EventKind::kRunning : EventKind::kBlocked);
    });
    if (lane.events().size() != static_cast<size_t>(events)) std::exit(1);
    return seconds * 1e9 / events;
  }

  const bool quick_;
  const std::set<std::string> parts_;
  const int cores_ = DescribeEnvironment().cores;
  std::vector<Row> rows_;
};

int Judge() {
  nlohmann::json rows = nlohmann::json::array();
  for (const nlohmann::json& row : nlohmann::json::parse(std::cin))
    rows.push_back(Judged(RowFrom(row)));
  std::cout << rows.dump() << "\n";
  return 0;
}

}  // namespace
}  // namespace lab::bench

int main(int count, char** arguments) {
  std::set<std::string> parts(arguments + 1, arguments + count);
  if (parts.contains("judge")) return lab::bench::Judge();
  const bool quick = parts.erase("--quick") > 0;
  return lab::bench::Bench(quick, std::move(parts)).Run();
}
