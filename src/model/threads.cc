// Shown to people: the code view prints this file.
#include "model/threads.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>

#include "gil/checkpoint.h"
#include "gil/gil.h"
#include "model/thread_team.h"
#include "platform/mutex.h"
#include "platform/usage.h"
#include "words/english/model.h"
#include "workload/critical_section.h"
#include "workload/memory_mark.h"
#include "workload/run_task.h"

namespace lab {
namespace {

// A lock as threading.Lock takes it: tried with the GIL held, waited for without it.
class MutexSection final : public CriticalSection {
 public:
  void Enter(Checkpoint& checkpoint) override LAB_ACQUIRES(mutex_) {
    if (mutex_.TryLock()) return;
    Checkpoint::Blocking blocking(checkpoint, EventKind::kWaitingForLock);
    mutex_.Lock();
  }
  void Leave() override LAB_RELEASES(mutex_) { mutex_.Unlock(); }

 private:
  Mutex mutex_;
};

// One trial as its threads see it. Threads that were left behind keep it alive.
class ThreadTrial {
 public:
  ThreadTrial(std::vector<Task> tasks, int threads, std::optional<Nanoseconds> switch_interval,
              bool record)
      : asked_(Now()),
        tasks_(std::move(tasks)),
        mark_(NewMark()),
        lanes_(threads),
        memory_(threads),
        outputs_(tasks_.size()) {
    for (Task& task : tasks_) task.mark = mark_;
    foreground_left_ = static_cast<int>(std::ranges::count(tasks_, false, &Task::background));
    each_its_own_ = threads > 1 && foreground_left_ < static_cast<int>(tasks_.size());
    if (switch_interval) gil_.emplace(breaker_, *switch_interval);
    for (int lane = 0; lane < threads; ++lane)
      recorders_.emplace_back(record ? RoomForLane(static_cast<size_t>(threads)) : 0);
  }

  // The body of one thread: takes tasks until none is left.
  void Work(int lane) {
    Recorder& recorder = recorders_[lane];
    recorder.EnterAt(asked_, EventKind::kWaitingForTask);
    const ThreadUsage before = UsageOfThisThread();
    Gil* const gil = gil_ ? &*gil_ : nullptr;
    if (gil != nullptr) gil->Take(lane, recorder);
    else recorder.Enter(EventKind::kRunning);
    Checkpoint checkpoint(breaker_, gil, lane, recorder);
    if (each_its_own_) DoOwn(static_cast<size_t>(lane), checkpoint);
    else DoNextOnes(lane, checkpoint);
    if (gil != nullptr) gil->DropAtEnd(lane, recorder);
    else recorder.Enter(EventKind::kEnded);
    lanes_[lane].SetUsage(UsageOfThisThread() - before);
    memory_[lane] = MemoryOfThisThread();
  }

  void Cancel() { breaker_.Set(Breaker::kCancel); }

  // Once every thread is back.
  Result<TrialOutcome> Outcome() {
    {
      const MutexLock lock(error_mutex_);
      if (error_) return *error_;
    }
    const double warm_startup_s = WarmStartup(lanes_, asked_);
    TrialOutcome outcome = {.lanes = std::move(lanes_),
                            .outputs = std::move(outputs_),
                            .handoffs = {},
                            .warm_startup_s = warm_startup_s,
                            .memory_bytes = *std::ranges::max_element(memory_),
                            .shared_memory = LatestMark() == mark_};
    if (gil_) outcome.handoffs = static_cast<double>(gil_->handoffs());
    outcome.trace = Recorded();
    if (!outcome.trace) return outcome;
    for (size_t lane = 0; lane < recorders_.size(); ++lane) {
      outcome.trace->lanes[lane].lost = recorders_[lane].lost();
      outcome.trace->disorder = std::max(outcome.trace->disorder, recorders_[lane].disorder());
    }
    return outcome;
  }

  // What has been recorded so far; nothing if nothing is. Any thread.
  std::optional<Trace> Recorded() const {
    if (!recorders_.front().on()) return std::nullopt;
    Trace trace = {.length = Now() - asked_, .gil = gil_.has_value()};
    for (const Recorder& recorder : recorders_) {
      trace.lanes.push_back(
          {.name = Phrase<words::kThreadLane>("number"_a = trace.lanes.size() + 1),
           .events = Since(asked_, recorder.events())});
    }
    return trace;
  }

 private:
  void DoNextOnes(int lane, Checkpoint& checkpoint) {
    for (size_t next = next_++; next < tasks_.size() && !failed_ && !tasks_[next].background;
         next = next_++)
      DoOnce(next, lane, checkpoint);
  }
  void DoOwn(size_t task, Checkpoint& checkpoint) {
    const int lane = static_cast<int>(task);
    if (task >= tasks_.size()) return;
    if (!tasks_[task].background) return DoOnce(task, lane, checkpoint);
    while (foreground_left_ > 0 && !failed_ && Do(task, lane, checkpoint)) continue;
  }
  void DoOnce(size_t next, int lane, Checkpoint& checkpoint) {
    if (Result<TaskOutput> output = Do(next, lane, checkpoint))
      outputs_[next] = std::move(output).value();
    --foreground_left_;
  }

  Result<TaskOutput> Do(size_t next, int lane, Checkpoint& checkpoint) {
    const int task = tasks_[next].index;
    const Nanoseconds begin = Now();
    recorders_[lane].MarkTask(begin, EventKind::kTaskBegun, task);
    Result<TaskOutput> output = RunTask(tasks_[next], checkpoint, &section_);
    const Nanoseconds end = Now();
    recorders_[lane].MarkTask(end, EventKind::kTaskDone, task);
    lanes_[lane].Add({.task = task, .begin = begin, .end = end});
    if (!output) Fail(output.error());
    return output;
  }

  void Fail(const Error& error) {
    MutexLock lock(error_mutex_);
    if (!error_) error_ = error;
    failed_ = true;
    breaker_.Set(Breaker::kCancel);  // the others need not go on
  }

  const Nanoseconds asked_;
  std::vector<Task> tasks_;
  const uint64_t mark_;
  Breaker breaker_;
  std::optional<Gil> gil_;
  MutexSection section_;
  std::atomic<size_t> next_ = 0;
  std::atomic<int> foreground_left_ = 0;
  bool each_its_own_ =
      false;         // some work in the background, so each thread has one task and keeps it
  std::atomic<bool> failed_ = false;
  std::vector<Lane> lanes_;           // each written by its thread only
  std::vector<std::optional<double>> memory_;  // bytes; each written by its thread only
  std::deque<Recorder> recorders_;    // each written by its thread only
  std::vector<TaskOutput> outputs_;   // each written by the thread that took the task
  Mutex error_mutex_;
  std::optional<Error> error_ LAB_GUARDED_BY(error_mutex_);
};

class ThreadsModel final : public Model {
 public:
  ThreadsModel(EventLoop& loop, const ModelOptions& options, int threads,
               std::optional<Nanoseconds> switch_interval)
      : threads_(threads),
        record_(options.record),
        switch_interval_(switch_interval),
        team_(loop, threads, options.pin) {}
  ~ThreadsModel() override {
    if (trial_) trial_->Cancel();
  }

  void Start(Started started) override { team_.Start(std::move(started)); }

  void Run(std::vector<Task> tasks, Finished finished) override {
    trial_ = std::make_shared<ThreadTrial>(std::move(tasks), threads_, switch_interval_, record_);
    team_.Run([trial = trial_](int lane) { trial->Work(lane); },
              [this, finished = std::move(finished)] {
                const std::shared_ptr<ThreadTrial> trial = std::move(trial_);
                Result<TrialOutcome> outcome = trial->Outcome();
                if (outcome) NameStartups(outcome.value().trace);
                finished(std::move(outcome));
              });
  }

  std::optional<Trace> Recorded() const override {
    return trial_ ? trial_->Recorded() : std::nullopt;
  }

 private:
  void NameStartups(std::optional<Trace>& trace) const {
    const std::vector<Nanoseconds> startups = team_.startups();
    for (int lane = 0; trace && lane < threads_; ++lane)
      trace->lanes[lane].startup = startups[lane];
  }

  const int threads_;
  const bool record_;
  const std::optional<Nanoseconds> switch_interval_;
  std::shared_ptr<ThreadTrial> trial_;  // null between trials
  ThreadTeam team_;
};

}  // namespace

std::unique_ptr<Model> MakeThreadsGil(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options, options.workers, options.switch_interval);
}

std::unique_ptr<Model> MakeThreadsFree(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options, options.workers, std::nullopt);
}

std::unique_ptr<Model> MakeSequentialThread(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options, 1, std::nullopt);
}

}  // namespace lab
