// A fixed number of processes that pull tasks one at a time from one queue, as multiprocessing.Pool
// does with chunks of one. Used on its event loop's thread only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "model/message.h"
#include "model/model.h"
#include "platform/event_loop.h"
#include "platform/process.h"

namespace lab {

class ProcessPool final : public Model {
 public:
  ProcessPool(EventLoop& loop, int processes);
  ~ProcessPool() override;

  // A process that does not say hello in time is replaced once, then reported.
  void Start(Started started) override;
  // Results come back in the tasks' order, whoever was done first.
  void Run(std::vector<Task> tasks, Finished finished) override;

 private:
  struct Worker {
    std::unique_ptr<Process> process;
    bool ready = false;
    bool replaced = false;
    bool busy = false;
    Nanoseconds asked = 0;
    Nanoseconds skew = 0;  // what to add to its stamps, see ReceiveHello
  };

  void StartWorker(size_t at);
  void Replace(size_t at, const std::string& reason);
  void Receive(size_t at, std::span<const std::byte> bytes);
  void ReceiveHello(size_t at, const HelloMessage& hello);
  void ReceiveResult(size_t at, ResultMessage result);
  void HandOut(size_t at);
  void CheckHellos();
  void End(Result<TrialOutcome> outcome);
  void ReportBroken();
  void Fail(Error error);
  std::string NameOf(size_t at) const;

  EventLoop& loop_;
  std::vector<Worker> workers_;
  EventLoop::Timer hello_timer_ = 0;
  Nanoseconds asked_ = 0;
  Started started_;    // empty once it has been called

  std::optional<Error> broken_;                                   // a process is gone: no trial can be run any more
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);

  Finished finished_;  // empty between trials
  std::vector<Task> tasks_;
  size_t next_ = 0;
  size_t done_ = 0;
  TrialOutcome outcome_;
  uint64_t mark_ = 0;
};

}  // namespace lab
