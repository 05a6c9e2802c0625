#include "model/threads.h"

#include <atomic>
#include <mutex>
#include <optional>

#include "gil/checkpoint.h"
#include "gil/gil.h"
#include "model/thread_team.h"
#include "workload/memory_mark.h"
#include "workload/run_task.h"

namespace lab {
namespace {

// One trial as its threads see it. Threads that were left behind keep it alive.
class ThreadTrial {
 public:
  ThreadTrial(std::vector<Task> tasks, int threads, std::optional<Nanoseconds> switch_interval)
      : tasks_(std::move(tasks)), mark_(NewMark()), lanes_(threads), outputs_(tasks_.size()) {
    for (Task& task : tasks_) task.mark = mark_;
    if (switch_interval) gil_.emplace(breaker_, *switch_interval);
  }

  // The body of one thread: takes tasks until none is left.
  void Work(int lane) {
    if (gil_) gil_->Take(lane);
    Checkpoint checkpoint(breaker_, gil_ ? &*gil_ : nullptr, lane);
    for (size_t next = next_++; next < tasks_.size() && !failed_; next = next_++) {
      const Nanoseconds begin = Now();
      Result<TaskOutput> output = RunTask(tasks_[next], checkpoint);
      lanes_[lane].Add({.task = tasks_[next].index, .begin = begin, .end = Now()});
      if (output) outputs_[next] = output.value();
      else Fail(output.error());
    }
    if (gil_) gil_->DropAtEnd(lane);
  }

  void Cancel() { breaker_.Set(Breaker::kCancel); }

  // Once every thread is back.
  Result<TrialOutcome> Outcome() {
    if (error_) return *error_;
    TrialOutcome outcome = {.lanes = std::move(lanes_), .outputs = std::move(outputs_), .handoffs = {}, .shared_memory = LatestMark() == mark_};
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

  std::vector<Task> tasks_;
  const uint64_t mark_;
  Breaker breaker_;
  std::optional<Gil> gil_;
  std::atomic<size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::vector<Lane> lanes_;           // each written by its thread only
  std::vector<TaskOutput> outputs_;   // each written by the thread that took the task
  std::mutex error_mutex_;
  std::optional<Error> error_;        // guarded by error_mutex_
};

class ThreadsModel final : public Model {
 public:
  ThreadsModel(EventLoop& loop, int threads, std::optional<Nanoseconds> switch_interval)
      : threads_(threads), switch_interval_(switch_interval), team_(loop, threads) {}
  ~ThreadsModel() override {
    if (trial_) trial_->Cancel();
  }

  void Start(Started started) override { team_.Start(std::move(started)); }

  void Run(std::vector<Task> tasks, Finished finished) override {
    trial_ = std::make_shared<ThreadTrial>(std::move(tasks), threads_, switch_interval_);
    team_.Run([trial = trial_](int lane) { trial->Work(lane); },
              [this, finished = std::move(finished)] {
                const std::shared_ptr<ThreadTrial> trial = std::move(trial_);
                finished(trial->Outcome());
              });
  }

 private:
  const int threads_;
  const std::optional<Nanoseconds> switch_interval_;
  std::shared_ptr<ThreadTrial> trial_;  // null between trials
  ThreadTeam team_;
};

}  // namespace

std::unique_ptr<Model> MakeThreadsGil(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options.workers, options.switch_interval);
}

std::unique_ptr<Model> MakeThreadsFree(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ThreadsModel>(loop, options.workers, std::nullopt);
}

std::unique_ptr<Model> MakeSequentialThread(EventLoop& loop, const ModelOptions&) {
  return std::make_unique<ThreadsModel>(loop, 1, std::nullopt);
}

}  // namespace lab
