#include "engine/codec.h"
#include "engine/partial_result.h"
#include "report/chrome_trace.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/once_a_second.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

// Keeps the files as the figures come in, so that a run that fails late, or is killed, keeps what it measured.
class ResultFiles {
 public:
  explicit ResultFiles(const RunCommand& command) : command_(command) {}

  void TakeIn(const Notice& notice) {
    partial_.TakeIn(notice);
    if (std::holds_alternative<TrialDone>(notice) && partial_.any() && pace_.Due()) SaveFigures();
  }
  // What came in until the end.
  void Save() const {
    if (!partial_.any()) return;
    SaveFigures();
    if (IsFile(command_.trace)) Write(command_.trace, AsChromeTrace(partial_.result()));
  }

 private:
  void SaveFigures() const {
    if (IsFile(command_.json)) Write(command_.json, EncodeResult(partial_.result()));
    if (IsFile(command_.csv)) Write(command_.csv, AsCsv(partial_.result()));
    if (IsFile(command_.markdown)) Write(command_.markdown, AsMarkdown(partial_.result()));
  }

  const RunCommand& command_;
  PartialResult partial_;
  OnceASecond pace_;
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
  ResultFiles files(command);
  const Ending ending = Converse(RunRequest{.run = 1, .experiment = command.experiment}, [&](const Notice& notice) { files.TakeIn(notice); });
  if (const auto* finished = std::get_if<Finished>(&ending)) return Report(command, finished->result);
  if (const auto* failed = std::get_if<Failed>(&ending)) Complain(*failed);
  files.Save();
  return kRunFailed;
}

}  // namespace lab
