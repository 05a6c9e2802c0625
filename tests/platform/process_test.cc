#include "platform/process.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "model/message.h"
#include "tests/support/children.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

void SendCount(Process& process, int64_t size) {
  const std::vector<std::byte> chunk = EncodeMessage(
      ChunkMessage{.tasks = {{.kind = TaskKind::kCount, .index = 3, .mark = 1, .size = size}}});
  process.Send({&chunk, 1});
}

TEST(Process, SaysHelloThenAnswersATask) {
  EventLoop loop;
  std::unique_ptr<Process> process;
  std::optional<TaskResult> result;
  process = Process::Start(loop, {.name = "process 1 of 1"},
                           {.message =
                                [&](std::span<const std::byte> bytes) {
                                  const std::optional<ProcessMessage> message =
                                      DecodeMessage(bytes);
                                  ASSERT_TRUE(message);
                                  if (std::holds_alternative<HelloMessage>(*message))
                                    return SendCount(*process, 1000);
                                  result = std::get<ResultsMessage>(*message).results.front();
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
  std::unique_ptr<Process> process = Process::Start(
      loop, {.name = "process 1 of 1"},
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
  std::unique_ptr<Process> process =
      Process::Start(loop, {.name = "process 1 of 1"},
                     {.message = [&](std::span<const std::byte>) { loop.Stop(); },
                      .ended = [](const std::string&) {}});
  ServeUntilStopped(loop, "the hello");
  SendCount(*process, int64_t{1} << 40);
  process.reset();
  EXPECT_TRUE(Children().empty());
}

}  // namespace
}  // namespace lab
