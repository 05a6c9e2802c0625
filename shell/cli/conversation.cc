#include "shell/cli/conversation.h"

#include <unistd.h>

#include <chrono>
#include <future>

#include "shell/cli/interrupts.h"
#include "shell/cli/output.h"
#include "shell/cli/progress_line.h"
#include "shell/cli/session.h"
#include "words/english/cli.h"

namespace lab {
namespace {

// Ctrl-C on a terminal goes to the workers as well: that one died of it is no failure. The signal
// to us comes a moment later at most.
bool DiedOfInterrupt(const Notice& notice, Interrupts& interrupts) {
  constexpr std::chrono::milliseconds kMoment(200);
  const auto* failed = std::get_if<Failed>(&notice);
  return failed != nullptr && failed->error.code == ErrorCode::kWorkerFailed &&
         interrupts.Came(kMoment);
}

}  // namespace

Ending Converse(const Request& request, const std::function<void(const Notice&)>& hear) {
  Interrupts interrupts;
  ProgressLine progress(isatty(STDERR_FILENO) == 1);
  std::promise<Ending> ending;
  Session session([&](const Notice& came) {
    const Notice cancellation = Cancelled{};
    const Notice& notice = DiedOfInterrupt(came, interrupts) ? cancellation : came;
    progress.Show(notice);
    hear(notice);
    if (const auto* finished = std::get_if<Finished>(&notice)) ending.set_value(*finished);
    if (const auto* swept = std::get_if<SweepFinished>(&notice)) ending.set_value(*swept);
    if (const auto* failed = std::get_if<Failed>(&notice)) ending.set_value(*failed);
    if (const auto* cancelled = std::get_if<Cancelled>(&notice)) ending.set_value(*cancelled);
  });
  session.Send(request);

  std::future<Ending> future = ending.get_future();
  bool cancelled = false;
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (cancelled) {
      future.wait();
    } else if (interrupts.Came(std::chrono::milliseconds(20))) {
      session.Send(CancelRequest{});
      cancelled = true;
    }
  }
  progress.Clear();
  Ending ended = future.get();
  // At once, and not only when the last worker is gone.
  if (std::holds_alternative<Cancelled>(ended)) Say(Phrase<words::kCancelled>());
  return ended;
}

void Complain(const Failed& failed) {
  Say((failed.model.empty() ? "" : failed.model + ": ") + failed.error.message + " " +
      failed.error.next);
}

}  // namespace lab
