// A server that answers each connection with what it is told, piece by piece, and then hangs up.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"
#include "platform/wait.h"

namespace lab {

struct CannedAnswer {
  std::vector<std::string> pieces;
  double pause_ms = 0;
  bool endless = false;  // the last piece comes again and again
};

class CannedServer {
 public:
  explicit CannedServer(std::vector<std::string> pieces, double pause_ms = 0)
      : CannedServer(
            std::vector<CannedAnswer>{{.pieces = std::move(pieces), .pause_ms = pause_ms}}) {}
  // One answer for each connection, one connection after the other.
  explicit CannedServer(std::vector<CannedAnswer> answers) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(listener_, 4), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    host_ = Format("127.0.0.1:%d", ntohs(address.sin_port));
    url_ = "http://" + host_ + "/";
    thread_ = std::thread([this, answers = std::move(answers)] {
      for (const CannedAnswer& answer : answers) Serve(answer);
    });
  }
  ~CannedServer() {
    shutdown(listener_, SHUT_RDWR);  // if nobody ever came
    thread_.join();
    close(listener_);
  }
  const std::string& url() const { return url_; }
  const std::string& host() const { return host_; }
  // How many bytes it got rid of so far.
  size_t sent() const { return sent_; }
  // The latest request.
  std::string asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  void Serve(const CannedAnswer& answer) {
    const int peer = accept(listener_, nullptr, nullptr);
    char request[4096];
    const ssize_t got = recv(peer, request, sizeof request, 0);
    {
      const std::lock_guard lock(mutex_);
      if (got > 0) asked_.assign(request, static_cast<size_t>(got));
    }
    bool heard = true;
    for (const std::string& piece : answer.pieces)
      heard = heard && Say(peer, piece, answer.pause_ms);
    while (answer.endless && heard) heard = Say(peer, answer.pieces.back(), answer.pause_ms);
    close(peer);
  }

  // False if nobody listens any more.
  bool Say(int peer, const std::string& piece, double pause_ms) {
    const ssize_t size = send(peer, piece.data(), piece.size(), MSG_NOSIGNAL);
    if (pause_ms > 0) WaitMilliseconds(pause_ms);
    if (size > 0) sent_ += static_cast<size_t>(size);
    return size >= 0;
  }

  int listener_ = -1;
  std::string host_;
  std::string url_;
  std::atomic<size_t> sent_ = 0;
  mutable std::mutex mutex_;
  std::string asked_;  // guarded by the mutex
  std::thread thread_;
};

}  // namespace lab
