#include "engine/codec.h"
#include "engine/partial_result.h"
#include "platform/clock.h"
#include "report/chrome_trace.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

// Keeps the file as the figures come in, so that a run that fails late, or is killed, keeps what it
// measured.
class ResultFile {
 public:
  explicit ResultFile(std::string file) : file_(std::move(file)) {}

  void TakeIn(const Notice& notice) {
    partial_.TakeIn(notice);
    if (std::holds_alternative<TrialDone>(notice)) SaveNowAndThen();
  }
  // The last state, whatever it is; false if it cannot be written.
  bool Save() const { return !IsFile(file_) || !partial_.any() || Write(file_, EncodeResult(partial_.result())); }

  const PartialResult& partial() const { return partial_; }

 private:
  void SaveNowAndThen() {
    constexpr Nanoseconds kPause = 1'000'000'000;
    if (Now() - saved_ < kPause) return;
    saved_ = Now();
    Save();
  }

  const std::string file_;  // empty or "-": nothing is kept
  PartialResult partial_;
  Nanoseconds saved_ = 0;
};

int Report(const RunCommand& command, const RunResult& result) {
  const bool quiet = command.json == "-" || command.csv == "-" || command.markdown == "-" || command.trace == "-";
  const bool shown = quiet || Write("-", AsTable(result));
  const bool json = Write(command.json, EncodeResult(result));
  const bool csv = Write(command.csv, AsCsv(result));
  const bool markdown = Write(command.markdown, AsMarkdown(result));
  const bool trace = command.trace.empty() || Write(command.trace, AsChromeTrace(result));
  return shown && json && csv && markdown && trace ? kDone : kRunFailed;
}

}  // namespace

int RunExperiment(const RunCommand& command) {
  ResultFile file(command.json);
  const Ending ending = Converse(RunRequest{.run = 1, .experiment = command.experiment}, [&](const Notice& notice) { file.TakeIn(notice); });
  if (const auto* finished = std::get_if<Finished>(&ending)) return Report(command, finished->result);
  if (const auto* failed = std::get_if<Failed>(&ending)) Complain(*failed);
  file.Save();
  if (!file.partial().any()) return kRunFailed;
  const RunResult& came_in = file.partial().result();
  if (IsFile(command.csv)) Write(command.csv, AsCsv(came_in));
  if (IsFile(command.markdown)) Write(command.markdown, AsMarkdown(came_in));
  if (IsFile(command.trace)) Write(command.trace, AsChromeTrace(came_in));
  return kRunFailed;
}

}  // namespace lab
