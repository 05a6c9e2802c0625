// Shown to people: the code view prints this file.
#include "model/process_pool.h"

#include <algorithm>
#include <utility>

#include "model/chunk.h"
#include "words/english/model.h"
#include "words/english/platform.h"
#include "workload/memory_mark.h"

// A worker is *starting* from StartWorker until its hello, then *ready* until it ends. One that
// ends while starting, or says nothing for ten seconds, is replaced once; everything else that goes
// wrong breaks the pool for good (`broken_`): the trial under way fails, later ones are refused,
// and whoever holds the pool is told, also between trials.
//
// The pool is *starting* while `started_` is set, then *idle*, and *in a trial* while `finished_`
// is set: from Run until every task in the foreground is done and every queue is empty. A task is
// handed out once, in order (`next_`), and one in the background again as long as the foreground
// lasts. A worker answers its chunks in the order in which it got them, so the front of `queued` is
// what an answer is about; an answer that does not fit breaks the pool.
//
// With a critical section, at most one worker has a task that may be inside (`in_section_`), and
// each has one task at a time; who asks meanwhile waits in line, and is served when the section is
// left or turns out never to have been entered.
//
// The pool owns its processes. They call back on the loop and never after they are gone; only what
// is posted may come later, and asks `alive_`.
namespace lab {
namespace {

constexpr double kProcessHelloLimitS = 10;
constexpr double kHelloCheckS = 1;

Error WorkerFailed(std::string message, std::string next = Phrase<words::kRunAgain>()) {
  return {.code = ErrorCode::kWorkerFailed, .message = std::move(message), .next = std::move(next)};
}

}  // namespace

ProcessPool::ProcessPool(EventLoop& loop, const ModelOptions& options, StartProcess start_process)
    : loop_(loop),
      options_(options),
      start_process_(std::move(start_process)),
      workers_(options.workers),
      clocks_(workers_.size()),
      startups_(workers_.size()),
      trace_(workers_.size(), options.record) {}

ProcessPool::~ProcessPool() { loop_.Cancel(hello_timer_); }

std::string ProcessPool::NameOf(size_t at) const {
  return Phrase<words::kProcessOf>("number"_a = at + 1, "processes"_a = workers_.size());
}

void ProcessPool::Start(Started started) {
  started_ = std::move(started);
  asked_ = Now();
  hello_timer_ = loop_.After(kHelloCheckS, [this] { CheckHellos(); });
  for (size_t at = 0; at < workers_.size(); ++at) StartWorker(at);
}

void ProcessPool::StartWorker(size_t at) {
  workers_[at].asked = Now();
  const std::optional<int> core =
      options_.pin ? std::optional<int>(static_cast<int>(at)) : std::nullopt;
  workers_[at].process = start_process_(
      loop_, {.name = NameOf(at), .core = core},
      {.message = [this, at](std::span<const std::byte> bytes) { Receive(at, bytes); },
       .ended = [this, at](const std::string& reason) { Replace(at, reason); }});
}

// A process ended. One that had not said hello yet gets a second chance.
void ProcessPool::Replace(size_t at, const std::string& reason) {
  Worker& worker = workers_[at];
  if (worker.ready)
    return Fail(
        WorkerFailed(Phrase<words::kProcessDied>("process"_a = NameOf(at), "cause"_a = reason)));
  if (worker.replaced)
    return Fail(WorkerFailed(
        Phrase<words::kProcessNotStarted>("process"_a = NameOf(at), "cause"_a = reason),
        IfNoProcessStarts()));
  worker.replaced = true;
  StartWorker(at);
}

// Looks now and then who has kept us waiting for too long.
void ProcessPool::CheckHellos() {
  for (size_t at = 0; at < workers_.size(); ++at) {
    const bool late =
        static_cast<double>(Now() - workers_[at].asked) / kSecond >= kProcessHelloLimitS;
    if (workers_[at].ready || !late) continue;
    Replace(at, Phrase<words::kNoSignOfLife>("limit"_a = kProcessHelloLimitS));
    if (broken_) return;
  }
  hello_timer_ = loop_.After(kHelloCheckS, [this] { CheckHellos(); });
}

void ProcessPool::Receive(size_t at, std::span<const std::byte> bytes) {
  std::optional<ProcessMessage> message = DecodeMessage(bytes);
  if (message && std::holds_alternative<HelloMessage>(*message)) {
    ReceiveHello(at, std::get<HelloMessage>(*message));
  } else if (message && std::holds_alternative<ResultsMessage>(*message)) {
    ReceiveResults(at, std::get<ResultsMessage>(*message), bytes.size());
  } else if (message && std::holds_alternative<RecordedMessage>(*message)) {
    trace_.TakeIn(at, std::get<RecordedMessage>(*message).events);
  } else if (message && std::holds_alternative<LeftSectionMessage>(*message)) {
    LeaveSection(at);
  } else {
    Fail(WorkerFailed(Phrase<words::kNotAMessage>("process"_a = NameOf(at))));
  }
}

void ProcessPool::ReceiveHello(size_t at, const HelloMessage& hello) {
  workers_[at].ready = true;
  const Nanoseconds now = Now();
  clocks_[at].Sent(asked_, hello.at);
  clocks_[at].Received(hello.at, now);
  startups_[at] = std::max<Nanoseconds>(0, now - asked_);
  for (const Worker& worker : workers_) {
    if (!worker.ready) return;
  }
  loop_.Cancel(hello_timer_);
  const Started started = std::exchange(started_, nullptr);
  // As the engine sees it: a process is of use only when its hello has arrived.
  if (started) started(static_cast<double>(now - asked_) / kSecond);
}

void ProcessPool::Run(std::vector<Task> tasks, Finished finished) {
  asked_to_run_ = Now();
  tasks_ = std::move(tasks);
  finished_ = std::move(finished);
  mark_ = NewMark();
  for (Task& task : tasks_) task.mark = mark_;
  next_ = done_ = 0;
  if (broken_) return ReportBroken();
  outcome_ = {};
  outcome_.lanes.resize(workers_.size());
  outcome_.outputs.resize(tasks_.size());
  foreground_ = static_cast<size_t>(std::ranges::count(tasks_, false, &Task::background));
  chunk_ = options_.chunk > 0 ? static_cast<size_t>(options_.chunk)
                              : ChunkSize(tasks_.size(), workers_.size());
  // Who works in the background is looked after one by one.
  if (foreground_ < tasks_.size()) chunk_ = 1;
  chunk_takes_ = 0;
  serial_ = std::ranges::any_of(tasks_, [](const Task& task) { return task.serial_share > 0; });
  in_section_ = std::nullopt;
  waiting_for_section_.clear();
  trace_.Begin(asked_to_run_);
  for (size_t at = 0; at < workers_.size(); ++at) HandOut(at);
  trace_.Waits();
}

std::optional<Trace> ProcessPool::Recorded() const {
  return finished_ ? trace_.Recorded(clocks_, startups_) : std::nullopt;
}

// How many chunks a process may have: one, unless it would be idle while a message is on its way.
// Until it is known how long a chunk takes, and behind one that takes long, nothing is handed out
// ahead.
size_t ProcessPool::Depth() const {
  constexpr Nanoseconds kAhead = 200'000;
  constexpr Nanoseconds kMost = 64;
  if (chunk_takes_ == 0 || foreground_ < tasks_.size()) return 1;
  return static_cast<size_t>(std::clamp<Nanoseconds>(kAhead / chunk_takes_, 1, kMost));
}

std::vector<std::byte> ProcessPool::NextChunk(size_t at, size_t size) {
  const size_t begin = next_;
  next_ = std::min(next_ + size, tasks_.size());
  return Chunk(at, begin, next_);
}

// The message with the tasks from number `begin` to `end`, noted as handed out.
std::vector<std::byte> ProcessPool::Chunk(size_t at, size_t begin, size_t end) {
  workers_[at].queued.push_back({.tasks = end - begin, .at = Now()});
  const auto first = tasks_.begin() + static_cast<ptrdiff_t>(begin);
  std::vector<std::byte> message = EncodeMessage(ChunkMessage{
      .tasks = {first, first + static_cast<ptrdiff_t>(end - begin)}, .record = options_.record});
  trace_.Sends(at, message.size());
  return message;
}

void ProcessPool::HandOutAgain(size_t at, int task) {
  const std::vector<std::byte> message =
      Chunk(at, static_cast<size_t>(task), static_cast<size_t>(task) + 1);
  workers_[at].process->Send({&message, 1});
}

void ProcessPool::HandOut(size_t at) {
  if (serial_) return HandOutSerial(at);
  const size_t depth = Depth();
  std::deque<Handed>& queued = workers_[at].queued;
  // Filled up when half empty, so that several chunks travel at once.
  if (queued.size() > depth / 2) return;
  std::vector<std::vector<std::byte>> messages;
  while (queued.size() < depth && next_ < tasks_.size()) messages.push_back(NextChunk(at, chunk_));
  if (!messages.empty()) workers_[at].process->Send(messages);
}

// A task with a serial part goes to a process only when nobody is in the section, and alone.
void ProcessPool::HandOutSerial(size_t at) {
  if (next_ == tasks_.size()) return;
  if (in_section_) {
    trace_.WaitsForSection(at);
    return waiting_for_section_.push_back(at);
  }
  in_section_ = at;
  const std::vector<std::byte> message = NextChunk(at, 1);
  workers_[at].process->Send({&message, 1});
}

void ProcessPool::LeaveSection(size_t at) {
  if (in_section_ != at)
    return Fail(WorkerFailed(Phrase<words::kWasNotInSection>("process"_a = NameOf(at))));
  in_section_ = std::nullopt;
  if (waiting_for_section_.empty()) return;
  const size_t next = waiting_for_section_.front();
  waiting_for_section_.pop_front();
  HandOutSerial(next);
}

void ProcessPool::ReceiveResults(size_t at, const ResultsMessage& message, size_t bytes) {
  std::deque<Handed>& queued = workers_[at].queued;
  if (!finished_ || queued.empty() || queued.front().tasks != message.results.size()) {
    return Fail(WorkerFailed(Phrase<words::kUnexpectedResults>("process"_a = NameOf(at))));
  }
  clocks_[at].Sent(queued.front().at, message.results.front().begin);
  clocks_[at].Received(message.results.back().end, Now());
  queued.pop_front();
  trace_.Receives(at, bytes);
  trace_.TakeIn(at, message.events, message.lost, bytes);
  for (const TaskResult& result : message.results) {
    if (!TakeIn(at, result)) return;
  }
  // A little forgetful: one slow chunk shall not keep the queues short for ever.
  const Nanoseconds took = message.results.back().end - message.results.front().begin;
  chunk_takes_ = std::max({took, chunk_takes_ - chunk_takes_ / 8, Nanoseconds{1}});
  Lane& lane = outcome_.lanes[at];
  lane.SetUsage(lane.usage() + message.usage);
  // A part too small to be cut off came to nothing: the process was never inside, and said nothing.
  if (in_section_ == at) LeaveSection(at);
  GoOn(at, message.results.back().index);
  trace_.Waits();
}

// What follows when the process has answered, `last` being the latest of its tasks.
void ProcessPool::GoOn(size_t at, int last) {
  if (done_ < foreground_) return tasks_[last].background ? HandOutAgain(at, last) : HandOut(at);
  const bool quiet =
      std::ranges::all_of(workers_, [](const Worker& worker) { return worker.queued.empty(); });
  if (quiet) Finish();
}

// False if that was the end of the trial.
bool ProcessPool::TakeIn(size_t at, const TaskResult& result) {
  if (result.index < 0 || result.index >= std::ssize(tasks_)) {
    Fail(WorkerFailed(Phrase<words::kUnexpectedResults>("process"_a = NameOf(at))));
    return false;
  }
  if (!result.output) {
    End(result.output.error());
    return false;
  }
  const Nanoseconds offset = clocks_[at].Add();
  outcome_.lanes[at].Add(
      {.task = result.index, .begin = result.begin + offset, .end = result.end + offset});
  if (tasks_[result.index].background) return true;
  outcome_.outputs[result.index] = result.output.value();
  ++done_;
  return true;
}

void ProcessPool::Finish() {
  Measure();
  outcome_.memory_bytes = memory_bytes_;
  outcome_.shared_memory = LatestMark() == mark_;
  outcome_.warm_startup_s = WarmStartup(outcome_.lanes, asked_to_run_);
  trace_.Waits();
  outcome_.trace = trace_.Recorded(clocks_, startups_);
  End(std::move(outcome_));
}

// Once: what a process holds hardly changes, and asking takes time.
void ProcessPool::Measure() {
  if (memory_bytes_) return;
  for (const Worker& worker : workers_) {
    const std::optional<double> bytes = worker.process->Memory();
    if (bytes) memory_bytes_ = std::max(memory_bytes_.value_or(0), *bytes);
  }
}

void ProcessPool::End(Result<TrialOutcome> outcome) {
  const Finished finished = std::exchange(finished_, nullptr);
  if (finished) finished(std::move(outcome));
}

// A process died while nobody waited for it: whoever asks next is told, but not from within the
// call.
void ProcessPool::ReportBroken() {
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (!alive.expired()) End(*broken_);
  });
}

void ProcessPool::Fail(Error error) {
  loop_.Cancel(hello_timer_);
  const bool first = !broken_;
  broken_ = error;
  if (const Started started = std::exchange(started_, nullptr)) started(std::move(error));
  else if (finished_) End(std::move(error));
  else if (first && options_.broken) options_.broken(error);
}

std::unique_ptr<Model> MakeProcesses(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ProcessPool>(loop, options);
}

std::unique_ptr<Model> MakeSequentialProcess(EventLoop& loop, const ModelOptions& options) {
  ModelOptions alone = options;
  alone.workers = 1;
  return std::make_unique<ProcessPool>(loop, alone);
}

}  // namespace lab
