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
  const Task task = {.kind = TaskKind::kDownload, .index = 7, .mark = 1u << 20, .size = -1, .latency_ms = 0.25, .timeout_ms = 1e4, .url = "http://a/ü"};
  const Task back = ThereAndBack(TaskMessage{.task = task}).task;
  EXPECT_EQ(back.kind, task.kind);
  EXPECT_EQ(back.index, task.index);
  EXPECT_EQ(back.mark, task.mark);
  EXPECT_EQ(back.size, task.size);
  EXPECT_EQ(back.latency_ms, task.latency_ms);
  EXPECT_EQ(back.timeout_ms, task.timeout_ms);
  EXPECT_EQ(back.url, task.url);
}

TEST(Message, AnOutputArrivesToTheLastBit) {
  const ResultMessage message = {.index = 3, .begin = 10, .end = 20, .output = TaskOutput{.value = 0.1 + 0.2, .checksum = ~uint64_t{0}}};
  const ResultMessage back = ThereAndBack(message);
  EXPECT_EQ(back.index, 3);
  EXPECT_EQ(back.begin, 10);
  EXPECT_EQ(back.end, 20);
  EXPECT_EQ(back.output.value().value, 0.1 + 0.2);
  EXPECT_EQ(back.output.value().checksum, ~uint64_t{0});
}

TEST(Message, AnErrorArrivesWithItsWords) {
  const ResultMessage message = {.index = 1, .output = Error{.code = ErrorCode::kDownloadFailed, .message = "m", .next = "n", .field = "f"}};
  const Error back = ThereAndBack(message).output.error();
  EXPECT_EQ(back.code, ErrorCode::kDownloadFailed);
  EXPECT_EQ(back.message + back.next + back.field, "mnf");
}

TEST(Message, CutOffOrUnknownBytesAreNoMessage) {
  const std::vector<std::byte> whole = EncodeMessage(TaskMessage{.task = {.url = "http://x"}});
  for (size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(DecodeMessage(std::span(whole).first(size))) << size;
  std::vector<std::byte> longer = whole;
  longer.push_back(std::byte{0});
  EXPECT_FALSE(DecodeMessage(longer));
  EXPECT_FALSE(DecodeMessage(std::vector{std::byte{99}}));
}

}  // namespace
}  // namespace lab
