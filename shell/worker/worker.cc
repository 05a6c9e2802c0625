#include "shell/worker/worker.h"

#include "gil/checkpoint.h"
#include "model/message.h"
#include "workload/run_task.h"

namespace lab {

std::vector<std::byte> HelloOfWorker() { return EncodeMessage(HelloMessage{.at = Now()}); }

std::vector<std::byte> AnswerOfWorker(std::span<const std::byte> bytes) {
  const std::optional<ProcessMessage> message = DecodeMessage(bytes);
  const auto* asked = message ? std::get_if<TaskMessage>(&*message) : nullptr;
  if (asked == nullptr) {
    return EncodeMessage(ResultMessage{.output = Error{.code = ErrorCode::kProtocol, .message = "A process got something that is no task."}});
  }
  // Nobody else is here: this breaker stays quiet, but the loop polls it as it does in every model.
  static Breaker breaker;
  Checkpoint checkpoint(breaker);
  ResultMessage result = {.index = asked->task.index, .begin = Now()};
  result.output = RunTask(asked->task, checkpoint);
  result.end = Now();
  return EncodeMessage(result);
}

}  // namespace lab
