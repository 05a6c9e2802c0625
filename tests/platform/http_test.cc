#include "platform/http.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock.h"
#include "platform/delay_origin.h"
#include "platform/native/name_lookup.h"
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
  EXPECT_EQ(answer.value().body, "{\"id\":7,\"delay_ms\":50,\"text\":\"" + sentence + sentence +
                                     sentence + sentence + sentence + sentence + "\"}");
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
  EXPECT_NE(answer.error().message.find("within 50 ms"), std::string::npos)
      << answer.error().message;
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
  EXPECT_NE(answer.error().message.find("within 300 ms"), std::string::npos)
      << answer.error().message;
}

TEST(HttpGet, AConnectionThatBreaksOffIsNotCalledSlow) {
  CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nxxx"});
  const Result<HttpAnswer> answer = HttpGet(server.url(), 10'000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("broke off"), std::string::npos) << answer.error().message;
}

TEST(HttpGet, AHostMayHaveAName) {
  CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"});
  const std::string port = server.host().substr(server.host().rfind(':'));
  // Whichever of its addresses the system tells first.
  const Result<HttpAnswer> answer = HttpGet("http://localhost" + port + "/", 5000);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer.value().body, "hi");
}

TEST(HttpGet, AHostThatNobodyKnowsIsSaidInTime) {
  const Nanoseconds before = Now();
  const Result<HttpAnswer> answer = HttpGet("http://no-such-host.invalid/", 400);
  ASSERT_FALSE(answer);
  EXPECT_LT(Now() - before, 3'000'000'000);
  const std::string& said = answer.error().message;
  EXPECT_TRUE(said.ends_with(": the host is unknown.") ||
              said.ends_with(": no complete response within 400 ms."))
      << said;
}

TEST(AddressesOf, AreNotWaitedForBeyondTheDeadline) {
  EXPECT_FALSE(AddressesOf("localhost", Now()));
  const std::optional<std::vector<std::string>> addresses =
      AddressesOf("localhost", Now() + 5'000'000'000);
  ASSERT_TRUE(addresses);
  EXPECT_TRUE(std::ranges::find(*addresses, "127.0.0.1") != addresses->end() ||
              std::ranges::find(*addresses, "::1") != addresses->end());
}

TEST(HttpGet, FollowsARedirect) {
  Result<std::unique_ptr<DelayOrigin>> target = DelayOrigin::Open();
  ASSERT_TRUE(target);
  CannedServer server({"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " +
                       target.value()->origin() + "/delay/0/posts/1.json\r\n\r\n"});
  const Result<HttpAnswer> answer = HttpGet(server.url(), 5000);
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer.value().status, 200);
  EXPECT_TRUE(answer.value().body.starts_with("{\"id\":1,"));
}

// A byte of a header now and then, for ever: each comes in time, all of them never.
TEST(HttpGet, TheLimitIsForHeadersToo) {
  CannedServer server({CannedAnswer{
      .pieces = {"HTTP/1.1 200 OK\r\nSlow: ", "x"}, .pause_ms = 20, .endless = true}});
  const Nanoseconds begin = Now();
  const Result<HttpAnswer> answer = HttpGet(server.url(), 300);
  EXPECT_LT(Now() - begin, 1'000'000'000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("no complete response within 300 ms"), std::string::npos)
      << answer.error().message;
}

TEST(HttpGet, HeadersWithoutEndAreRefusedSoon) {
  std::string lines;
  for (int line = 0; line < 100; ++line) lines += "Again: and again and again and again\r\n";
  CannedServer server({CannedAnswer{.pieces = {"HTTP/1.1 200 OK\r\n", lines}, .endless = true}});
  const Nanoseconds begin = Now();
  const Result<HttpAnswer> answer = HttpGet(server.url(), 20'000);
  EXPECT_LT(Now() - begin, 5'000'000'000);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("the headers of the response are larger than 256 KiB"),
            std::string::npos)
      << answer.error().message;
  EXPECT_LT(server.sent(), 32'000'000u) << "the download itself has taken little of it";
}

// A large body behind short headers is no header, however fast it comes.
TEST(HttpGet, ALargeBodyIsNotTakenForHeaders) {
  const std::string body(8'000'000, 'b');
  for (int time = 0; time < 20; ++time) {
    CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 8000000\r\n\r\n" + body});
    const Result<HttpAnswer> answer = HttpGet(server.url(), 20'000);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer.value().body.size(), body.size());
  }
}

constexpr const char* kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

std::string RedirectTo(const std::string& location) {
  return "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n";
}

TEST(HttpGet, RedirectsAreFollowedToOtherServers) {
  for (const char* location : {"//HOST/x", "HTTP://HOST/x", "http://HOST/up/../x#fragment"}) {
    CannedServer other({kOk});
    std::string to = location;
    CannedServer server({RedirectTo(to.replace(to.find("HOST"), 4, other.host()))});
    const Result<HttpAnswer> answer = HttpGet(server.url() + "a/b", 5000);
    EXPECT_TRUE(answer) << location << (answer ? "" : answer.error().message);
    EXPECT_TRUE(other.asked().starts_with("GET /x HTTP/1.1\r\n")) << other.asked();
  }
}

// On the same server, which answers the first request with a redirect.
TEST(HttpGet, RedirectsAreFollowedFromWhereTheyStand) {
  for (const auto& [location, asked] : {std::pair{"next.json", "/a/next.json"},
                                        {"?q=1", "/a/b?q=1"},
                                        {"../up", "/up"},
                                        {"/root", "/root"}}) {
    CannedServer server(
        {CannedAnswer{.pieces = {RedirectTo(location)}}, CannedAnswer{.pieces = {kOk}}});
    const Result<HttpAnswer> answer = HttpGet(server.url() + "a/b?c", 5000);
    EXPECT_TRUE(answer) << location << (answer ? "" : answer.error().message);
    EXPECT_TRUE(server.asked().starts_with(std::string("GET ") + asked + " HTTP/1.1\r\n"))
        << server.asked();
  }
}

TEST(HttpGet, ARedirectToNoDownloadIsSaid) {
  for (const auto& [location, fault] :
       {std::pair{"file:///etc/passwd",
                  " redirects to file:/etc/passwd, which cannot be downloaded: only http:// and "
                  "https:// addresses are fetched, not file:."},
        {"http://localhost:65536/",
         "which cannot be downloaded: port 65536 is not a number from 1 to 65,535."},
        {"http://localhost:99999999999999/", "port 99999999999999 is not"},
        {"http://me:secret@localhost/",
         " redirects to http://localhost/, which cannot be downloaded: it contains a user name or "
         "password"}}) {
    CannedServer server({RedirectTo(location)});
    const Result<HttpAnswer> answer = HttpGet(server.url(), 5000);
    ASSERT_FALSE(answer) << location;
    EXPECT_NE(answer.error().message.find(fault), std::string::npos) << answer.error().message;
    EXPECT_EQ(answer.error().message.find("secret"), std::string::npos);
  }
}

TEST(HttpGet, WhatIsNoDownloadIsSaid) {
  for (const auto& [url, said] :
       {std::pair{"nonsense", "nonsense is not the address of a download."},
        {"http:///x", "http:///x cannot be downloaded: it names no host."},
        {"http://a:x/",
         "http://a:x/ cannot be downloaded: port x is not a number from 1 to 65,535."},
        {"http://a/b c",
         "http://a/b c cannot be downloaded: it contains a character that addresses cannot "
         "have."}}) {
    const Result<HttpAnswer> answer = HttpGet(url, 200);
    ASSERT_FALSE(answer) << url;
    EXPECT_EQ(answer.error().message, said);
    EXPECT_EQ(answer.error().next,
              "Give an address that starts with http:// or https:// and names a host.");
  }
}

TEST(HttpGet, NonsenseIsAnError) {
  for (const char* url :
       {"", "nonsense", "ftp://127.0.0.1/", "http://", "http://localhost:99999999999999/",
        "http://127.0.0.1:0/", "http://me:secret@127.0.0.1/"}) {
    const Result<HttpAnswer> answer = HttpGet(url, 200);
    ASSERT_FALSE(answer) << url;
    EXPECT_EQ(answer.error().message.find("secret"), std::string::npos) << answer.error().message;
  }
}

}  // namespace
}  // namespace lab
