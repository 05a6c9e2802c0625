#include "platform/http.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "base/text.h"
#include "platform/clock.h"
#include "platform/delay_origin.h"
#include "platform/wait.h"

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

// A server that answers one connection with what it is told, piece by piece, and then hangs up.
class CannedServer {
 public:
  explicit CannedServer(std::vector<std::string> pieces, double pause_ms = 0) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(listener_, 4), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    url_ = Format("http://127.0.0.1:%d/", ntohs(address.sin_port));
    thread_ = std::thread([this, pieces = std::move(pieces), pause_ms] {
      const int peer = accept(listener_, nullptr, nullptr);
      char request[4096];
      [[maybe_unused]] const ssize_t got = recv(peer, request, sizeof request, 0);
      for (const std::string& piece : pieces) {
        if (send(peer, piece.data(), piece.size(), MSG_NOSIGNAL) < 0) break;
        if (pause_ms > 0) WaitMilliseconds(pause_ms);
      }
      close(peer);
    });
  }
  ~CannedServer() {
    shutdown(listener_, SHUT_RDWR);  // if nobody ever came
    thread_.join();
    close(listener_);
  }
  const std::string& url() const { return url_; }

 private:
  int listener_ = -1;
  std::string url_;
  std::thread thread_;
};

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
