// The format does not change by itself: what was written once is read, and written again to the
// very bytes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "messages/codec.h"
#include "tests/support/results.h"

namespace lab {
namespace {

const std::filesystem::path kWritten = std::filesystem::path(LAB_ROOT) / "tests/messages/written";

std::string TextOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Format, FilesOfRunsAndSweepsAreWrittenAsTheyWere) {
  for (const char* name : {"convoy.json", "mixed.json", "sweep.json"}) {
    const std::string text = TextOf(kWritten / name);
    const Result<SavedFile> file = DecodeFile(text);
    ASSERT_TRUE(file) << name << ": " << file.error().message;
    const auto* run = std::get_if<RunResult>(&file.value());
    EXPECT_EQ(
        run != nullptr ? EncodeResult(*run) : EncodeSweep(std::get<SweepResult>(file.value())),
        text)
        << name;
  }
}

TEST(Format, AResultIsWrittenAsItWas) {
  std::ifstream in(kWritten / "messages.jsonl");
  const std::string text = Encode(Notice(Finished{.run = 3, .result = SomeResult()}));
  std::string line;
  while (line != text && std::getline(in, line)) {
  }
  EXPECT_EQ(line, text);
}

TEST(Format, MessagesAreWrittenAsTheyWere) {
  std::ifstream in(kWritten / "messages.jsonl");
  size_t notices = 0;
  size_t requests = 0;
  for (std::string line; std::getline(in, line);) {
    if (const Result<Notice> notice = DecodeNotice(line)) {
      ++notices;
      EXPECT_EQ(Encode(notice.value()), line);
    } else {
      const Result<Request> request = DecodeRequest(line);
      ASSERT_TRUE(request) << line << ": " << notice.error().message;
      ++requests;
      EXPECT_EQ(Encode(request.value()), line);
    }
  }
  EXPECT_EQ(notices, 13u);
  EXPECT_EQ(requests, 5u);
}

}  // namespace
}  // namespace lab
