#include "shell/cli/interrupts.h"

namespace lab {

Interrupts::Interrupts() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now{};
    sigaction(signal, nullptr, &now);
    if (now.sa_handler != SIG_IGN) sigaddset(&signals_, signal);
  }
  pthread_sigmask(SIG_BLOCK, &signals_, &former_);
}

// What came and was heeded shall not end the program once more.
Interrupts::~Interrupts() {
  constexpr timespec kNow = {};
  while (sigtimedwait(&signals_, nullptr, &kNow) > 0) continue;
  pthread_sigmask(SIG_SETMASK, &former_, nullptr);
}

bool Interrupts::Came(std::chrono::milliseconds wait) {
  const timespec limit = {.tv_sec = wait.count() / 1000,
                          .tv_nsec = wait.count() % 1000 * 1'000'000};
  if (!came_ && sigtimedwait(&signals_, nullptr, &limit) > 0) came_ = true;
  return came_;
}

}  // namespace lab
