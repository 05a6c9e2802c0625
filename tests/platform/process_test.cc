#include "platform/process.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "model/message.h"
#include "tests/support/children.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

TaskMessage CountTask(int64_t size) { return {.task = {.kind = TaskKind::kCount, .index = 3, .mark = 1, .size = size}}; }

TEST(Process, SaysHelloThenAnswersATask) {
  EventLoop loop;
  std::unique_ptr<Process> process;
  std::optional<ResultMessage> result;
  process = Process::Start(loop, "process 1 of 1",
                           {.message =
                                [&](std::span<const std::byte> bytes) {
                                  const std::optional<ProcessMessage> message = DecodeMessage(bytes);
                                  ASSERT_TRUE(message);
                                  if (std::holds_alternative<HelloMessage>(*message)) return process->Send(EncodeMessage(CountTask(1000)));
                                  result = std::get<ResultMessage>(*message);
                                  loop.Stop();
                                },
                            .ended = [&](const std::string& reason) { ADD_FAILURE() << reason; }});
  ServeUntilStopped(loop, "the result");
  ASSERT_TRUE(result && result->output);
  EXPECT_EQ(result->index, 3);
  EXPECT_EQ(result->output.value().value, 1000);
  EXPECT_LE(result->begin, result->end);
}

TEST(Process, ItsDeathIsToldWithTheSignal) {
  EventLoop loop;
  std::string told;
  std::unique_ptr<Process> process = Process::Start(loop, "process 1 of 1",
                                                    {.message = [&](std::span<const std::byte>) { kill(Children().front(), SIGKILL); },
                                                     .ended =
                                                         [&](const std::string& reason) {
                                                           told = reason;
                                                           loop.Stop();
                                                         }});
  ServeUntilStopped(loop, "the end of the process");
  EXPECT_NE(told.find("signal 9"), std::string::npos) << told;
}

TEST(Process, DestroyingItEndsIt) {
  EventLoop loop;
  std::unique_ptr<Process> process = Process::Start(loop, "process 1 of 1", {.message = [&](std::span<const std::byte>) { loop.Stop(); },
                                                                            .ended = [](const std::string&) {}});
  ServeUntilStopped(loop, "the hello");
  process->Send(EncodeMessage(CountTask(int64_t{1} << 40)));
  process.reset();
  EXPECT_TRUE(Children().empty());
}

}  // namespace
}  // namespace lab
