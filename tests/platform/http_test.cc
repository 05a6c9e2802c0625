#include "platform/http.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "platform/clock.h"
#include "platform/delay_origin.h"
#include "tests/support/canned_server.h"

namespace lab {
namespace {

class DelayedDownloads : public testing::Test {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<DelayOrigin>> opened = DelayOrigin::Open();
    ASSERT_TRUE(opened) << opened.error().message;
    server_ = std::move(opened).value();
  }
  std::unique_ptr<DelayOrigin> server_;
};

TEST_F(DelayedDownloads, AnswerAfterTheDelayWithTheAgreedBody) {
  const Nanoseconds before = Now();
  const Result<HttpAnswer> answer = HttpGet(server_->origin() + "/delay/50/posts/7.json", 5000);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_GE(Now() - before, 50'000'000);
  EXPECT_EQ(answer.value().status, 200);
  const std::string sentence = "The quick brown fox jumps over the lazy dog. ";
  EXPECT_EQ(answer.value().body,
            "{\"id\":7,\"delay_ms\":50,\"text\":\"" + sentence + sentence + sentence + sentence + sentence + sentence + "\"}");
}

TEST_F(DelayedDownloads, AnUnknownPathIsAnAnswerToo) {
  const Result<HttpAnswer> answer = HttpGet(server_->origin() + "/nothing", 5000);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer.value().status, 404);
}

TEST_F(DelayedDownloads, ASlowAnswerIsAnErrorThatNamesTheLimit) {
  const Result<HttpAnswer> answer = HttpGet(server_->origin() + "/delay/5000/posts/1.json", 50);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kDownloadFailed);
  EXPECT_NE(answer.error().message.find("within 50 ms"), std::string::npos) << answer.error().message;
}

TEST_F(DelayedDownloads, ARefusedConnectionIsAnErrorThatNamesTheAddress) {
  const std::string origin = server_->origin();
  server_.reset();  // nobody listens any more
  const Result<HttpAnswer> answer = HttpGet(origin + "/x", 1000);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kDownloadFailed);
  EXPECT_NE(answer.error().message.find(origin), std::string::npos) << answer.error().message;
}

TEST(HttpGet, TheLimitIsForTheWholeAnswerAndNotForEachPiece) {
  std::vector<std::string> pieces = {"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"};
  pieces.insert(pieces.end(), 40, "x");
  CannedServer server(pieces, 50);
  const Nanoseconds begin = Now();
  const Result<HttpAnswer> answer = HttpGet(server.url(), 300);
  EXPECT_LT(Now() - begin, 1'500'000'000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("within 300 ms"), std::string::npos) << answer.error().message;
}

TEST(HttpGet, AConnectionThatBreaksOffIsNotCalledSlow) {
  CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nxxx"});
  const Result<HttpAnswer> answer = HttpGet(server.url(), 10'000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("broke off"), std::string::npos) << answer.error().message;
}

TEST(HttpGet, FollowsARedirect) {
  Result<std::unique_ptr<DelayOrigin>> target = DelayOrigin::Open();
  ASSERT_TRUE(target);
  CannedServer server({"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target.value()->origin() + "/delay/0/posts/1.json\r\n\r\n"});
  const Result<HttpAnswer> answer = HttpGet(server.url(), 5000);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer.value().status, 200);
  EXPECT_TRUE(answer.value().body.starts_with("{\"id\":1,"));
}

TEST(HttpGet, ARedirectToNonsenseIsAnError) {
  CannedServer server({"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://localhost:99999999999999/\r\n\r\n"});
  EXPECT_FALSE(HttpGet(server.url(), 5000));
}

TEST(HttpGet, NonsenseIsAnError) {
  for (const char* url : {"", "nonsense", "ftp://127.0.0.1/", "http://", "http://localhost:99999999999999/", "http://127.0.0.1:0/"}) EXPECT_FALSE(HttpGet(url, 200)) << url;
}

}  // namespace
}  // namespace lab
