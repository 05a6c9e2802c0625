#include "shell/validate/echo.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <system_error>
#include <thread>
#include <vector>

#include "gil/checkpoint.h"
#include "workload/kernels.h"

namespace lab {
namespace {

constexpr Nanoseconds kSwitchInterval = 5'000'000;

// Two connected ends of a TCP connection that does not wait for more to send.
class Connection {
 public:
  Connection() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {.sin_family = AF_INET,
                           .sin_port = 0,
                           .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)},
                           .sin_zero = {}};
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    const bool listens = bind(listener, generic, size) == 0 && listen(listener, 1) == 0 &&
                         getsockname(listener, generic, &size) == 0;
    client_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listens && connect(client_, generic, size) == 0)
      server_ = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    close(listener);
    const int yes = 1;
    for (const int end : {client_, server_})
      setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  }
  ~Connection() {
    if (server_ >= 0) close(server_);
    close(client_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool ok() const { return server_ >= 0; }
  int server() const { return server_; }
  int client() const { return client_; }

 private:
  int server_ = -1;
  int client_ = -1;
};

// Ends server and busy threads.
class EchoEnd {
 public:
  EchoEnd(const Connection& connection, Breaker& breaker)
      : connection_(connection), breaker_(breaker) {}
  ~EchoEnd() {
    shutdown(connection_.client(), SHUT_RDWR);
    breaker_.Set(Breaker::kCancel);
  }
  EchoEnd(const EchoEnd&) = delete;
  EchoEnd& operator=(const EchoEnd&) = delete;

 private:
  const Connection& connection_;
  Breaker& breaker_;
};

// Every call that may block releases the lock, whether it will block or not.
void Serve(int connection, Checkpoint& checkpoint) {
  char byte = 0;
  for (;;) {
    {
      Checkpoint::Blocking blocking(checkpoint);
      if (recv(connection, &byte, 1, 0) <= 0) return;
    }
    Checkpoint::Blocking blocking(checkpoint);
    if (send(connection, &byte, 1, MSG_NOSIGNAL) != 1) return;
  }
}

// How often it was answered in that time. Knows nothing of any lock, as a program elsewhere would.
int Ask(int connection, double seconds) {
  int answers = 0;
  char byte = 'x';
  const Nanoseconds end = Now() + static_cast<Nanoseconds>(seconds * kSecond);
  while (Now() < end && send(connection, &byte, 1, MSG_NOSIGNAL) == 1 &&
         recv(connection, &byte, 1, 0) == 1)
    ++answers;
  return answers;
}

}  // namespace

std::optional<double> EchoesPerSecond(int busy, double seconds) try {
  const Connection connection;
  if (!connection.ok()) return std::nullopt;
  Breaker breaker;
  Gil gil(breaker, kSwitchInterval);
  const auto under_gil = [&](int number, auto body) {
    return std::jthread([&gil, &breaker, number, body] {
      gil.Take(number);
      Checkpoint checkpoint(breaker, &gil, number);
      body(checkpoint);
      gil.DropAtEnd(number);
    });
  };
  std::vector<std::jthread> threads;
  // Before they are waited for, also where the system allows only some of them.
  const EchoEnd end(connection, breaker);
  threads.push_back(
      under_gil(0, [&](Checkpoint& checkpoint) { Serve(connection.server(), checkpoint); }));
  for (int number = 1; number <= busy; ++number) {
    threads.push_back(under_gil(number, [](Checkpoint& checkpoint) {
      while (checkpoint.Pass()) Count(0, 1 << 20, checkpoint);
    }));
  }
  const Nanoseconds begin = Now();
  const int answers = Ask(connection.client(), seconds);
  const double took_s = static_cast<double>(Now() - begin) / kSecond;
  return answers / took_s;
} catch (const std::system_error&) {
  return std::nullopt;
}

}  // namespace lab
