#include "platform/native/download_guard.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <map>
#include <thread>

#include "platform/condition.h"
#include "platform/mutex.h"

namespace lab {
namespace {

constexpr Nanoseconds kNever = std::numeric_limits<Nanoseconds>::max();

// How long headers may come unseen: so much of them is some megabytes at most. Most downloads are
// over before, and cost the thread nothing.
constexpr Nanoseconds kGlance = 250'000'000;

struct Watched {
  Nanoseconds deadline;
  Nanoseconds look_at;  // when to look at its headers next
  // A copy of the descriptor, so that it means this socket even when its owner has closed it.
  int socket = -1;
  bool in_headers = true;
  DownloadGuard::Ended ended = DownloadGuard::Ended::kNot;
};

// How many bytes the download has taken out of its socket; 0 where the system does not tell.
uint64_t BytesTaken(int socket) {
  tcp_info info{};
  socklen_t size = sizeof info;
  int waiting = 0;
  if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
      ioctl(socket, FIONREAD, &waiting) != 0)
    return 0;
  if (size < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received) return 0;
  return info.tcpi_bytes_received -
         std::min<uint64_t>(info.tcpi_bytes_received, static_cast<uint64_t>(waiting));
}

// Whoever waits for the socket goes on; the other side hears of it at once, also when it is stuck
// in sending.
void Break(int socket) {
  const linger at_once = {.l_onoff = 1, .l_linger = 0};
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  shutdown(socket, SHUT_RDWR);
}

// The thread and what it watches. Never destroyed: a download that was left behind may outlive
// main().
class Watcher {
 public:
  static Watcher& The() {
    static Watcher& watcher = *new Watcher;
    return watcher;
  }

  uint64_t Add(Nanoseconds deadline) {
    const MutexLock lock(mutex_);
    const Nanoseconds look_at = Now() + kGlance;
    watched_.emplace(++last_, Watched{.deadline = deadline, .look_at = look_at});
    if (std::min(deadline, look_at) < sleeps_until_) changed_.NotifyOne();
    return last_;
  }

  void Remove(uint64_t id) {
    const MutexLock lock(mutex_);
    Close(watched_.at(id));
    watched_.erase(id);
  }

  void Take(uint64_t id, int socket) {
    const MutexLock lock(mutex_);
    Watched& each = watched_.at(id);
    Close(each);
    each.socket = dup(socket);
    if (each.ended != DownloadGuard::Ended::kNot) Break(each.socket);
  }

  void HeadersDone(uint64_t id) {
    const MutexLock lock(mutex_);
    watched_.at(id).in_headers = false;
  }

  DownloadGuard::Ended EndedOf(uint64_t id) {
    const MutexLock lock(mutex_);
    return watched_.at(id).ended;
  }

 private:
  Watcher() {
    std::thread([this] { Live(); }).detach();
  }

  static void Close(Watched& each) {
    if (each.socket >= 0) close(each.socket);
    each.socket = -1;
  }

  static void End(Watched& each, DownloadGuard::Ended why) {
    if (each.ended != DownloadGuard::Ended::kNot) return;
    each.ended = why;
    if (each.socket >= 0) Break(each.socket);
  }

  [[noreturn]] void Live() {
    const MutexLock lock(mutex_);
    while (true) {
      const Nanoseconds now = Now();
      sleeps_until_ = kNever;
      for (auto& [id, each] : watched_) {
        Look(each, now);
        if (each.ended != DownloadGuard::Ended::kNot) continue;
        sleeps_until_ =
            std::min({sleeps_until_, each.deadline, each.in_headers ? each.look_at : kNever});
      }
      if (sleeps_until_ == kNever) changed_.Wait(mutex_);
      else
        changed_.WaitFor(mutex_, std::min(std::max<Nanoseconds>(sleeps_until_ - now, 0) + 500'000,
                                          kLongestSleep));
    }
  }

  static void Look(Watched& each, Nanoseconds now) {
    if (each.deadline <= now) End(each, DownloadGuard::Ended::kTooLate);
    if (!each.in_headers || each.look_at > now) return;
    each.look_at = now + kGlance;
    // What is taken beyond the headers is taken after HeadersDone.
    if (each.socket >= 0 && BytesTaken(each.socket) > kMostHeaderBytes)
      End(each, DownloadGuard::Ended::kTooManyHeaders);
  }

  static constexpr Nanoseconds kLongestSleep = 60'000'000'000;

  Mutex mutex_;
  Condition changed_;
  std::map<uint64_t, Watched> watched_ LAB_GUARDED_BY(mutex_);
  uint64_t last_ LAB_GUARDED_BY(mutex_) = 0;
  Nanoseconds sleeps_until_ LAB_GUARDED_BY(mutex_) = kNever;
};

}  // namespace

DownloadGuard::DownloadGuard(Nanoseconds deadline) : id_(Watcher::The().Add(deadline)) {}
DownloadGuard::~DownloadGuard() { Watcher::The().Remove(id_); }
void DownloadGuard::Watch(int socket) { Watcher::The().Take(id_, socket); }
void DownloadGuard::HeadersDone() { Watcher::The().HeadersDone(id_); }
DownloadGuard::Ended DownloadGuard::ended() const { return Watcher::The().EndedOf(id_); }

}  // namespace lab
