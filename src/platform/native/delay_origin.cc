#include "platform/delay_origin.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>

#include "base/text.h"
#include "platform/clock.h"
#include "platform/native/limits.h"
#include "platform/native/request_threads.h"
#include "platform/wait.h"
#include "words/english/platform.h"

namespace lab {
namespace {

constexpr int kThreads = 80;  // more than workers can be, so that no request waits for another
constexpr double kLongestMs = 60'000;
constexpr double kSliceMs = 50;
constexpr double kStartLimitMs = 500;  // it takes well under one

std::string Body(const std::string& number, const std::string& delay) {
  std::string text;
  for (int times = 0; times < 6; ++times) text += "The quick brown fox jumps over the lazy dog. ";
  return "{\"id\":" + number + ",\"delay_ms\":" + delay + ",\"text\":\"" + text + "\"}";
}

class LoopbackServer final : public DelayOrigin {
 public:
  LoopbackServer() : threads_(std::make_unique<RequestThreads>(kThreads)) {
    if (threads_->number() < kThreads) {
      fault_ = NoMoreThreads(Phrase<words::kDownloadThread>("number"_a = threads_->number() + 1,
                                                            "threads"_a = kThreads));
      return;
    }
    server_.new_task_queue = [this] { return threads_.release(); };
    server_.set_keep_alive_max_count(1);
    server_.Get(R"(/delay/(\d{1,9})/posts/(\d{1,9})\.json)",
                [this](const httplib::Request& request, httplib::Response& response) {
                  const std::string delay = request.matches[1];
                  Delay(std::min(std::stod(delay), kLongestMs));
                  response.set_content(Body(request.matches[2], delay), "application/json");
                });
    int listener = -1;
    server_.set_socket_options([&](int socket) { listener = socket; });
    port_ = server_.bind_to_any_port("127.0.0.1");
    if (port_ > 0) {
      // The library lets five connections queue; the sixth of many at once would come a second
      // late.
      listen(listener, kThreads);
      Serve();
    }
    if (!fault_ && !server_.is_running()) {
      fault_ = Error{.code = ErrorCode::kUnavailable,
                     .message = Phrase<words::kNoPort>(),
                     .next = Phrase<words::kFreePorts>()};
    }
  }
  ~LoopbackServer() override {
    stopping_ = true;
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  // Why it does not listen.
  const std::optional<Error>& fault() const { return fault_; }
  std::string origin() const override { return Format("http://127.0.0.1:%d", port_); }

 private:
  void Serve() try {
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    const Nanoseconds limit = Now() + static_cast<Nanoseconds>(kStartLimitMs * 1e6);
    while (!server_.is_running() && Now() < limit) std::this_thread::yield();
  } catch (const std::system_error&) {
    fault_ = NoMoreThreads(Phrase<words::kDownloadServer>());
  }

  // In slices, so that the end of the program need not wait for the slowest response.
  void Delay(double milliseconds) const {
    const Nanoseconds until = Now() + static_cast<Nanoseconds>(milliseconds * 1e6);
    while (!stopping_) {
      const double left = static_cast<double>(until - Now()) / 1e6;
      if (left <= 0) return;
      WaitMilliseconds(std::min(left, kSliceMs));
    }
  }

  std::atomic<bool> stopping_ = false;
  std::optional<Error> fault_;
  std::unique_ptr<RequestThreads> threads_;  // the server's, once it serves
  httplib::Server server_;
  int port_ = -1;
  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<DelayOrigin>> DelayOrigin::Open() {
  auto server = std::make_unique<LoopbackServer>();
  if (server->fault()) return *server->fault();
  return std::unique_ptr<DelayOrigin>(std::move(server));
}

}  // namespace lab
