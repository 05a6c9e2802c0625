#include "model/threads.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "gil/checkpoint.h"
#include "gil/gil.h"
#include "model/thread_team.h"
#include "platform/usage.h"
#include "workload/critical_section.h"
#include "workload/memory_mark.h"
#include "workload/run_task.h"

namespace lab {
namespace {

// A lock as threading.Lock takes it: tried with the GIL held, waited for without it.
class MutexSection final : public CriticalSection {
 public:
  void Enter(Checkpoint& checkpoint) override {
    if (mutex_.try_lock()) return;
    Checkpoint::Blocking blocking(checkpoint);
    mutex_.lock();
  }
  void Leave() override { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

// One trial as its threads see it. Threads that were left behind keep it alive.
class ThreadTrial {
 public:
  ThreadTrial(std::vector<Task> tasks, int threads, std::optional<Nanoseconds> switch_interval)
      : asked_(Now()), tasks_(std::move(tasks)), mark_(NewMark()), lanes_(threads), outputs_(tasks_.size()) {
    for (Task& task : tasks_) task.mark = mark_;
    if (switch_interval) gil_.emplace(breaker_, *switch_interval);
  }

  // The body of one thread: takes tasks until none is left.
  void Work(int lane) {
    const ThreadUsage before = UsageOfThisThread();
    if (gil_) gil_->Take(lane);
    Checkpoint checkpoint(breaker_, gil_ ? &*gil_ : nullptr, lane);
    for (size_t next = next_++; next < tasks_.size() && !failed_; next = next_++) {
      const Nanoseconds begin = Now();
      Result<TaskOutput> output = RunTask(tasks_[next], checkpoint, &section_);
      lanes_[lane].Add({.task = tasks_[next].index, .begin = begin, .end = Now()});
      if (output) outputs_[next] = output.value();
      else Fail(output.error());
    }
    if (gil_) gil_->DropAtEnd(lane);
    lanes_[lane].SetUsage(UsageOfThisThread() - before);
  }

  void Cancel() { breaker_.Set(Breaker::kCancel); }

  // Once every thread is back.
  Result<TrialOutcome> Outcome() {
    if (error_) return *error_;
    const double warm_startup_s = WarmStartup(lanes_, asked_);
    TrialOutcome outcome = {.lanes = std::move(lanes_),
                            .outputs = std::move(outputs_),
                            .handoffs = {},
                            .warm_startup_s = warm_startup_s,
                            .memory_bytes = {},
                            .shared_memory = LatestMark() == mark_};
    if (gil_) outcome.handoffs = static_cast<double>(gil_->handoffs());
    return outcome;
  }

 private:
  void Fail(const Error& error) {
    std::lock_guard lock(error_mutex_);
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
  std::atomic<bool> failed_ = false;
  std::vector<Lane> lanes_;           // each written by its thread only
  std::vector<TaskOutput> outputs_;   // each written by the thread that took the task
  std::mutex error_mutex_;
  std::optional<Error> error_;        // guarded by error_mutex_
};

class ThreadsModel final : public Model {
 public:
  ThreadsModel(EventLoop& loop, int threads, bool pin, std::optional<Nanoseconds> switch_interval)
      : threads_(threads), switch_interval_(switch_interval), team_(loop, threads, pin) {}
  ~ThreadsModel() override {
    if (trial_) trial_->Cancel();
  }

  void Start(Started started) override {
    memory_before_ = MemoryOfThisProcess();
    team_.Start(std::move(started));
  }

  void Run(std::vector<Task> tasks, Finished finished) override {
    trial_ = std::make_shared<ThreadTrial>(std::move(tasks), threads_, switch_interval_);
    team_.Run([trial = trial_](int lane) { trial->Work(lane); },
              [this, finished = std::move(finished)] {
                const std::shared_ptr<ThreadTrial> trial = std::move(trial_);
                Result<TrialOutcome> outcome = trial->Outcome();
                if (outcome) outcome.value().memory_bytes = Memory();
                finished(std::move(outcome));
              });
  }

 private:
  // What the program holds more than before the threads were there, by thread. Once: asking takes time.
  std::optional<double> Memory() {
    if (memory_before_ && !memory_bytes_) {
      const std::optional<double> now = MemoryOfThisProcess();
      if (now) memory_bytes_ = std::max(0.0, *now - *memory_before_) / threads_;
    }
    return memory_bytes_;
  }

  const int threads_;
  const std::optional<Nanoseconds> switch_interval_;
  std::optional<double> memory_before_;
  std::optional<double> memory_bytes_;
  std::shared_ptr<ThreadTrial> trial_;  // null between trials
  ThreadTeam team_;
};

}  // namespace

std::unique_ptr<Model> MakeThreadsGil(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options.workers, options.pin, options.switch_interval);
}

std::unique_ptr<Model> MakeThreadsFree(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options.workers, options.pin, std::nullopt);
}

std::unique_ptr<Model> MakeSequentialThread(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, 1, options.pin, std::nullopt);
}

}  // namespace lab
