#include "shell/cli/conversation.h"

#include <unistd.h>

#include <csignal>
#include <future>

#include "shell/cli/output.h"
#include "shell/cli/progress_line.h"
#include "shell/cli/session.h"

namespace lab {
namespace {

// What asks the program to end, unless whoever started it wants that ignored.
sigset_t EndingSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    sigaction(signal, nullptr, &now);
    if (now.sa_handler != SIG_IGN) sigaddset(&signals, signal);
  }
  return signals;
}

}  // namespace

Ending Converse(const Request& request, const std::function<void(const Notice&)>& hear) {
  // Taken by the waiting thread below instead of killing the program, so that no worker is left.
  const sigset_t signals = EndingSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  ProgressLine progress(isatty(STDERR_FILENO) == 1);
  std::promise<Ending> ending;
  Session session([&](const Notice& notice) {
    progress.Show(notice);
    hear(notice);
    if (const auto* finished = std::get_if<Finished>(&notice)) ending.set_value(*finished);
    if (const auto* swept = std::get_if<SweepFinished>(&notice)) ending.set_value(*swept);
    if (const auto* failed = std::get_if<Failed>(&notice)) ending.set_value(*failed);
    if (const auto* cancelled = std::get_if<Cancelled>(&notice)) ending.set_value(*cancelled);
  });
  session.Send(request);

  std::future<Ending> future = ending.get_future();
  constexpr timespec kPause = {.tv_sec = 0, .tv_nsec = 20'000'000};
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (sigtimedwait(&signals, nullptr, &kPause) > 0) session.Send(CancelRequest{});
  }
  progress.Clear();
  Ending ended = future.get();
  // At once, and not only when the last worker is gone.
  if (std::holds_alternative<Cancelled>(ended)) Say("cancelled.");
  return ended;
}

void Complain(const Failed& failed) {
  Say((failed.model.empty() ? "" : failed.model + ": ") + failed.error.message + " " + failed.error.next);
}

}  // namespace lab
