#include "shell/worker/worker.h"

#include "gil/checkpoint.h"
#include "model/message.h"
#include "platform/process.h"
#include "workload/run_task.h"

namespace lab {
namespace {

// The engine sends a task with a serial part only when the section is free, so entering it needs
// nothing; it waits for the news that it is free again.
class GrantedSection final : public CriticalSection {
 public:
  void Enter(Checkpoint&) override {}
  void Leave() override { SendToEngine(EncodeMessage(LeftSectionMessage{})); }
};

TaskResult Done(const Task& task) {
  // Nobody else is here: this breaker stays quiet, but the loop polls it as it does in every model.
  static Breaker breaker;
  Checkpoint checkpoint(breaker);
  GrantedSection section;
  TaskResult result = {.index = task.index, .begin = Now()};
  result.output = RunTask(task, checkpoint, &section);
  result.end = Now();
  return result;
}

}  // namespace

std::vector<std::byte> HelloOfWorker() { return EncodeMessage(HelloMessage{.at = Now()}); }

void WorkOn(std::span<const std::byte> bytes) {
  const std::optional<ProcessMessage> message = DecodeMessage(bytes);
  const auto* chunk = message ? std::get_if<ChunkMessage>(&*message) : nullptr;
  ResultsMessage answer;
  if (chunk == nullptr) {
    answer.results.push_back({.output = Error{.code = ErrorCode::kProtocol, .message = "A process got something that is no task."}});
  } else {
    const ThreadUsage before = UsageOfThisThread();
    for (const Task& task : chunk->tasks) answer.results.push_back(Done(task));
    answer.usage = UsageOfThisThread() - before;
  }
  SendToEngine(EncodeMessage(answer));
}

}  // namespace lab
