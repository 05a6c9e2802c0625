// A server that answers one connection with what it is told, piece by piece, and then hangs up.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/text.h"
#include "platform/wait.h"

namespace lab {

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

}  // namespace lab
