#include "model/process_pool.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "workload/memory_mark.h"

namespace lab {
namespace {

constexpr double kHelloLimitS = 10;
constexpr double kHelloCheckS = 1;

Error WorkerFailed(std::string message) {
  return {.code = ErrorCode::kWorkerFailed,
          .message = std::move(message),
          .next = "Run again: every run starts fresh processes. If it happens again, ask for fewer workers."};
}

}  // namespace

ProcessPool::ProcessPool(EventLoop& loop, int processes) : loop_(loop), workers_(processes) {}

ProcessPool::~ProcessPool() { loop_.Cancel(hello_timer_); }

std::string ProcessPool::NameOf(size_t at) const { return Format("Process %zu of %zu", at + 1, workers_.size()); }

void ProcessPool::Start(Started started) {
  started_ = std::move(started);
  asked_ = Now();
  hello_timer_ = loop_.After(kHelloCheckS, [this] { CheckHellos(); });
  for (size_t at = 0; at < workers_.size(); ++at) StartWorker(at);
}

void ProcessPool::StartWorker(size_t at) {
  workers_[at].asked = Now();
  workers_[at].process = Process::Start(loop_, NameOf(at),
                                        {.message = [this, at](std::span<const std::byte> bytes) { Receive(at, bytes); },
                                         .ended = [this, at](const std::string& reason) { Replace(at, reason); }});
}

// A process ended. One that had not said hello yet gets a second chance.
void ProcessPool::Replace(size_t at, const std::string& reason) {
  Worker& worker = workers_[at];
  if (worker.ready || worker.replaced) {
    return Fail(WorkerFailed(worker.ready ? NameOf(at) + " died during the run: " + reason + "."
                                          : NameOf(at) + " did not start, nor did its replacement: " + reason + "."));
  }
  worker.replaced = true;
  StartWorker(at);
}

// Looks now and then who has kept us waiting for too long.
void ProcessPool::CheckHellos() {
  for (size_t at = 0; at < workers_.size(); ++at) {
    const bool late = static_cast<double>(Now() - workers_[at].asked) / kSecond >= kHelloLimitS;
    if (workers_[at].ready || !late) continue;
    Replace(at, Format("no hello within %.0f s", kHelloLimitS));
    if (broken_) return;
  }
  hello_timer_ = loop_.After(kHelloCheckS, [this] { CheckHellos(); });
}

void ProcessPool::Receive(size_t at, std::span<const std::byte> bytes) {
  std::optional<ProcessMessage> message = DecodeMessage(bytes);
  if (message && std::holds_alternative<HelloMessage>(*message)) {
    ReceiveHello(at, std::get<HelloMessage>(*message));
  } else if (message && std::holds_alternative<ResultMessage>(*message)) {
    ReceiveResult(at, std::get<ResultMessage>(std::move(*message)));
  } else {
    Fail(WorkerFailed(NameOf(at) + " sent something that is no message."));
  }
}

void ProcessPool::ReceiveHello(size_t at, const HelloMessage& hello) {
  workers_[at].ready = true;
  // It cannot have said hello before it was asked, nor after we heard it. Browsers may give a new
  // worker another time origin after the system's clock was set; what is off at least is put right.
  const Nanoseconds now = Now();
  workers_[at].skew = std::clamp(hello.at, asked_, now) - hello.at;
  for (const Worker& worker : workers_) {
    if (!worker.ready) return;
  }
  loop_.Cancel(hello_timer_);
  const Started started = std::exchange(started_, nullptr);
  // As the engine sees it: a process is of use only when its hello has arrived.
  if (started) started(static_cast<double>(now - asked_) / kSecond);
}

void ProcessPool::Run(std::vector<Task> tasks, Finished finished) {
  tasks_ = std::move(tasks);
  finished_ = std::move(finished);
  mark_ = NewMark();
  for (Task& task : tasks_) task.mark = mark_;
  next_ = done_ = 0;
  if (broken_) return ReportBroken();
  outcome_ = {};
  outcome_.lanes.resize(workers_.size());
  outcome_.outputs.resize(tasks_.size());
  for (size_t at = 0; at < workers_.size(); ++at) HandOut(at);
}

void ProcessPool::HandOut(size_t at) {
  if (next_ == tasks_.size()) return;
  workers_[at].busy = true;
  workers_[at].process->Send(EncodeMessage(TaskMessage{.task = tasks_[next_++]}));
}

void ProcessPool::ReceiveResult(size_t at, ResultMessage result) {
  const bool expected = finished_ && workers_[at].busy && result.index >= 0 && result.index < std::ssize(tasks_);
  if (!expected) return Fail(WorkerFailed(NameOf(at) + " sent a result that nobody asked for."));
  workers_[at].busy = false;
  if (!result.output) return End(result.output.error());
  const Nanoseconds skew = workers_[at].skew;
  outcome_.lanes[at].Add({.task = result.index, .begin = result.begin + skew, .end = result.end + skew});
  outcome_.outputs[result.index] = result.output.value();
  if (++done_ < tasks_.size()) return HandOut(at);
  outcome_.shared_memory = LatestMark() == mark_;
  End(std::move(outcome_));
}

void ProcessPool::End(Result<TrialOutcome> outcome) {
  const Finished finished = std::exchange(finished_, nullptr);
  if (finished) finished(std::move(outcome));
}

// A process died while nobody waited for it: whoever asks next is told, but not from within the call.
void ProcessPool::ReportBroken() {
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (!alive.expired()) End(*broken_);
  });
}

void ProcessPool::Fail(Error error) {
  loop_.Cancel(hello_timer_);
  broken_ = error;
  if (const Started started = std::exchange(started_, nullptr)) started(std::move(error));
  else End(std::move(error));
}

}  // namespace lab
