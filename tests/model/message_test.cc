#include "model/message.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

template <typename T>
T ThereAndBack(const T& message) {
  const std::optional<ProcessMessage> back = DecodeMessage(EncodeMessage(message));
  EXPECT_TRUE(back && std::holds_alternative<T>(*back));
  return std::get<T>(*back);
}

TEST(Message, ATaskArrivesAsItWas) {
  const Task task = {.kind = TaskKind::kDownload,
                     .index = 7,
                     .mark = 1u << 20,
                     .size = -1,
                     .serial_share = 0.1,
                     .parts = 9,
                     .call_size = 1'000,
                     .background = true,
                     .latency_ms = 0.25,
                     .timeout_ms = 1e4,
                     .url = "http://a/ü"};
  const ChunkMessage chunk = ThereAndBack(ChunkMessage{.tasks = {{}, task}});
  ASSERT_EQ(chunk.tasks.size(), 2u);
  const Task& back = chunk.tasks[1];
  EXPECT_EQ(back.kind, task.kind);
  EXPECT_EQ(back.index, task.index);
  EXPECT_EQ(back.mark, task.mark);
  EXPECT_EQ(back.size, task.size);
  EXPECT_EQ(back.serial_share, task.serial_share);
  EXPECT_EQ(back.parts, task.parts);
  EXPECT_EQ(back.call_size, task.call_size);
  EXPECT_EQ(back.background, task.background);
  EXPECT_EQ(back.latency_ms, task.latency_ms);
  EXPECT_EQ(back.timeout_ms, task.timeout_ms);
  EXPECT_EQ(back.url, task.url);
}

TEST(Message, AnOutputArrivesToTheLastBit) {
  ResultsMessage message = {
      .results = {{.index = 3,
                   .begin = 10,
                   .end = 20,
                   .output = TaskOutput{
                       .value = 0.1 + 0.2, .checksum = ~uint64_t{0}, .delays_s = {0.25, 0.5}}}}};
  message.events = {{.at = 5, .value = 95, .peer = 2, .kind = EventKind::kReceiving}};
  message.lost = 3;
  message.usage = {.cpu_s = 0.25, .voluntary_switches = 7, .involuntary_switches = {}};
  const ResultsMessage whole = ThereAndBack(message);
  EXPECT_EQ(whole.usage.cpu_s, 0.25);
  EXPECT_EQ(whole.usage.voluntary_switches, 7);
  EXPECT_FALSE(whole.usage.involuntary_switches);
  ASSERT_EQ(whole.results.size(), 1u);
  EXPECT_EQ(whole.events, message.events);
  EXPECT_EQ(whole.lost, 3u);
  const TaskResult& back = whole.results.front();
  EXPECT_EQ(back.output.value().delays_s, (std::vector<double>{0.25, 0.5}));
  EXPECT_EQ(back.index, 3);
  EXPECT_EQ(back.begin, 10);
  EXPECT_EQ(back.end, 20);
  EXPECT_EQ(back.output.value().value, 0.1 + 0.2);
  EXPECT_EQ(back.output.value().checksum, ~uint64_t{0});
}

TEST(Message, AnErrorArrivesWithItsWords) {
  const Error error = {
      .code = ErrorCode::kDownloadFailed, .message = "m", .next = "n", .field = "f"};
  const ResultsMessage message = {.results = {{.index = 1, .output = error}}, .usage = {}};
  const Error back = ThereAndBack(message).results.front().output.error();
  EXPECT_EQ(back.code, ErrorCode::kDownloadFailed);
  EXPECT_EQ(back.message + back.next + back.field, "mnf");
}

TEST(Message, CutOffOrUnknownBytesAreNoMessage) {
  const std::vector<std::byte> whole = EncodeMessage(ChunkMessage{.tasks = {{.url = "http://x"}}});
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(DecodeMessage(std::span(whole).first(size))) << size;
  std::vector<std::byte> longer = whole;
  longer.push_back(std::byte{0});
  EXPECT_FALSE(DecodeMessage(longer));
  EXPECT_FALSE(DecodeMessage(std::vector{std::byte{99}}));
}

}  // namespace
}  // namespace lab
