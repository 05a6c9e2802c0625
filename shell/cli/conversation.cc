#include "shell/cli/conversation.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <future>
#include <iostream>

#include "base/text.h"
#include "shell/cli/session.h"

namespace lab {
namespace {

// One line on a terminal's standard error that is written over and over; silent elsewhere.
class ProgressLine {
 public:
  void Show(const Notice& notice) {
    if (!shown_) return;
    if (const auto* started = std::get_if<Started>(&notice)) {
      Write(started->run == 0 ? "" : "measuring the machine");
    } else if (const auto* trial = std::get_if<TrialDone>(&notice)) {
      Write(Format("%d of %d · %s %s%s · about %.0f s left", trial->done, trial->trials, trial->model.c_str(), Duration(trial->seconds).c_str(),
                   trial->warmup ? " (warm-up)" : "", trial->left_s));
    } else if (const auto* sweep = std::get_if<SweepStarted>(&notice)) {
      points_ = Format("0 of %zu points", sweep->at.size());
      Write(points_);
    } else if (const auto* point = std::get_if<PointDone>(&notice)) {
      points_ = Format("%d of %d points · about %.0f s left", point->done, point->points, point->left_s);
      Write(points_);
    } else if (const auto* begun = std::get_if<TrialStarted>(&notice); begun != nullptr && !points_.empty()) {
      Write(points_ + " · " + begun->model + (begun->warmup ? ", warming up" : Format(", repetition %d", begun->repetition + 1)));
    }
  }
  void Clear() const {
    if (shown_) std::fputs("\r\033[K", stderr);
  }

 private:
  static void Write(const std::string& text) { std::fprintf(stderr, "\r\033[K%s", text.c_str()); }

  const bool shown_ = isatty(STDERR_FILENO) == 1;
  std::string points_;  // how far the sweep is
};

}  // namespace

Ending Converse(const Request& request, const std::function<void(const Notice&)>& hear) {
  // Taken by the waiting thread below instead of killing the program, so that no worker is left.
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);

  ProgressLine progress;
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
    if (sigtimedwait(&interrupts, nullptr, &kPause) > 0) session.Send(CancelRequest{});
  }
  progress.Clear();
  Ending ended = future.get();
  // At once, and not only when the last worker is gone.
  if (std::holds_alternative<Cancelled>(ended)) std::cerr << "speedup-lab: cancelled.\n" << std::flush;
  return ended;
}

void Complain(const Failed& failed) {
  std::cerr << "speedup-lab: " << (failed.model.empty() ? "" : failed.model + ": ") << failed.error.message << " " << failed.error.next << "\n";
}

}  // namespace lab
