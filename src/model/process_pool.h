// A fixed number of processes that pull chunks of tasks from one queue, as multiprocessing.Pool
// does. Chunks that are done sooner than a message travels are handed out ahead, as many as keep a
// process busy meanwhile. Used on its event loop's thread only.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/catalog.h"
#include "model/message.h"
#include "model/model.h"
#include "model/pool_trace.h"
#include "platform/event_loop.h"
#include "platform/process.h"

namespace lab {

class ProcessPool final : public Model {
 public:
  using StartProcess = std::function<std::unique_ptr<Process>(
      EventLoop& loop, Process::Options options, Process::Events events)>;

  // `start_process` is the platform's, but where a test has processes of its own.
  ProcessPool(EventLoop& loop, const ModelOptions& options,
              StartProcess start_process = Process::Start);
  ~ProcessPool() override;

  // A process that does not say hello in time is replaced once, then reported.
  void Start(Started started) override;
  // Results come back in the tasks' order, whoever was done first.
  void Run(std::vector<Task> tasks, Finished finished) override;
  std::optional<Trace> Recorded() const override;

 private:
  // What a process has been given and has not answered yet.
  struct Handed {
    size_t tasks = 0;
    Nanoseconds at = 0;
  };
  struct Worker {
    std::unique_ptr<Process> process;
    bool ready = false;
    bool replaced = false;
    std::deque<Handed> queued;
    Nanoseconds asked = 0;
  };

  void StartWorker(size_t at);
  void Replace(size_t at, const std::string& reason);
  void Receive(size_t at, std::span<const std::byte> bytes);
  void ReceiveHello(size_t at, const HelloMessage& hello);
  void ReceiveResults(size_t at, const ResultsMessage& message, size_t bytes);
  bool TakeIn(size_t at, const TaskResult& result);
  void LeaveSection(size_t at);
  void HandOut(size_t at);
  void HandOutSerial(size_t at);
  void HandOutAgain(size_t at, int task);
  void GoOn(size_t at, int last);
  std::vector<std::byte> NextChunk(size_t at, size_t size);
  std::vector<std::byte> Chunk(size_t at, size_t begin, size_t end);
  size_t Depth() const;
  void Finish();
  void Measure();
  void CheckHellos();
  void End(Result<TrialOutcome> outcome);
  void ReportBroken();
  void Fail(Error error);
  std::string NameOf(size_t at) const;

  EventLoop& loop_;
  const ModelOptions options_;
  const StartProcess start_process_;
  std::vector<Worker> workers_;
  std::vector<ClockOffset> clocks_;       // of the processes
  std::vector<Nanoseconds> startups_;     // of the processes
  PoolTrace trace_;
  EventLoop::Timer hello_timer_ = 0;
  Nanoseconds asked_ = 0;
  Started started_;    // empty once it has been called

  std::optional<Error> broken_;  // a process is gone: no trial can be run any more
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);

  Finished finished_;  // empty between trials
  std::vector<Task> tasks_;
  size_t next_ = 0;
  size_t done_ = 0;  // of those that are not in the background
  size_t foreground_ = 0;  // so many are not
  TrialOutcome outcome_;
  uint64_t mark_ = 0;
  Nanoseconds asked_to_run_ = 0;
  size_t chunk_ = 1;
  Nanoseconds chunk_takes_ = 0;  // the longest of late; 0 while unknown
  bool serial_ = false;  // tasks have a part in the critical section
  std::optional<size_t> in_section_;  // whose task may be inside
  std::deque<size_t> waiting_for_section_;  // who waits for a task until the section is free
  // Of the largest process, seen at the end of the first trial.
  std::optional<double> memory_bytes_;
};

// `options.workers` processes that take chunks of tasks (CPython's multiprocessing).
std::unique_ptr<Model> MakeProcesses(EventLoop& loop, const ModelOptions& options);
// One process, whatever `options.workers` says.
std::unique_ptr<Model> MakeSequentialProcess(EventLoop& loop, const ModelOptions& options);

}  // namespace lab
