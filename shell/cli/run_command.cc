#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <future>
#include <iostream>

#include "base/text.h"
#include "engine/codec.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/session.h"

namespace lab {
namespace {

// One line on a terminal's standard error that is written over and over; silent elsewhere.
class ProgressLine {
 public:
  void Show(const TrialDone& trial) const {
    if (shown_) std::fprintf(stderr, "\r\033[K%d of %d · %s %s · about %.0f s left", trial.done, trial.trials, trial.model.c_str(),
                             Duration(trial.seconds).c_str(), trial.left_s);
  }
  void Clear() const {
    if (shown_) std::fputs("\r\033[K", stderr);
  }

 private:
  const bool shown_ = isatty(STDERR_FILENO) == 1;
};

// The notice that ends a run.
using Ending = std::variant<Finished, Failed, Cancelled>;

// Waits for the end of the run; Ctrl-C cancels it.
Ending Await(const Experiment& experiment) {
  // Taken by the waiting thread below instead of killing the program, so that no worker is left.
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  sigaddset(&interrupts, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);

  const ProgressLine progress;
  std::promise<Ending> ending;
  Session session([&](const Notice& notice) {
    if (const auto* trial = std::get_if<TrialDone>(&notice)) progress.Show(*trial);
    if (const auto* finished = std::get_if<Finished>(&notice)) ending.set_value(*finished);
    if (const auto* failed = std::get_if<Failed>(&notice)) ending.set_value(*failed);
    if (const auto* cancelled = std::get_if<Cancelled>(&notice)) ending.set_value(*cancelled);
  });
  session.Send(RunRequest{.run = 1, .experiment = experiment});

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

// Writes to a file or, for "-", to standard output; false if that was not possible.
bool Write(const std::string& where, const std::string& text) {
  if (where.empty()) return true;
  std::ofstream file;
  if (where != "-") file.open(where);
  std::ostream& out = where == "-" ? std::cout : file;
  out << text << std::flush;
  const std::string name = where == "-" ? "standard output" : where;
  if (!out.good()) std::cerr << "speedup-lab: " << name << " cannot be written. Check the folder, its rights and the room on the disk.\n";
  return out.good();
}

int Report(const RunCommand& command, const RunResult& result) {
  const bool quiet = command.json == "-" || command.csv == "-";
  const bool shown = quiet || Write("-", AsTable(result));
  const bool json = Write(command.json, EncodeResult(result));
  const bool csv = Write(command.csv, AsCsv(result));
  return shown && json && csv ? kDone : kRunFailed;
}

int Report(const Failed& failed) {
  std::cerr << "speedup-lab: " << (failed.model.empty() ? "" : failed.model + ": ") << failed.error.message << " " << failed.error.next << "\n";
  return kRunFailed;
}

}  // namespace

int Run(const RunCommand& command) {
  const Ending ending = Await(command.experiment);
  if (const auto* finished = std::get_if<Finished>(&ending)) return Report(command, finished->result);
  if (const auto* failed = std::get_if<Failed>(&ending)) return Report(*failed);
  return kRunFailed;
}

}  // namespace lab
