// Ends downloads that take too long or send headers without end, whatever the library that waits
// for them does meanwhile: it times each reading, not all of them, and takes as many headers as
// come. One thread of the process watches all sockets, seldom; it ends a download by shutting its
// socket down.
#pragma once

#include <cstdint>

#include "platform/clock.h"

namespace lab {

// A response's headers may have that many bytes; those that are larger are found out within a
// quarter of a second.
inline constexpr uint64_t kMostHeaderBytes = 256 << 10;

class DownloadGuard {
 public:
  enum class Ended { kNot, kTooLate, kTooManyHeaders };

  // For one download, on the thread that waits for it.
  explicit DownloadGuard(Nanoseconds deadline);
  ~DownloadGuard();
  DownloadGuard(const DownloadGuard&) = delete;
  DownloadGuard& operator=(const DownloadGuard&) = delete;

  // From now on this socket, before it is connected; its owner closes it as usual.
  void Watch(int socket);
  void HeadersDone();
  // Why it was ended from here.
  Ended ended() const;

 private:
  const uint64_t id_;
};

}  // namespace lab
