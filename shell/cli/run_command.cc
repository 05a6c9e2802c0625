#include "base/printable.h"
#include "messages/codec.h"
#include "messages/partial_result.h"
#include "report/bars_text.h"
#include "report/chrome_trace.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/open_files.h"
#include "shell/cli/result_files.h"

namespace lab {
namespace {

ResultFiles<RunResult> FilesOf(const RunCommand& command) {
  return ResultFiles<RunResult>(
      {{.place = {"--json", command.json}, .text = EncodeResult},
       {.place = {"--csv", command.csv}, .text = AsCsv},
       {.place = {"--markdown", command.markdown}, .text = AsMarkdown},
       {.place = {"--trace", command.trace}, .text = AsChromeTrace, .large = true}});
}

// What comes last is what is seen first on a terminal.
std::string TextOf(const RunResult& result, const RunCommand& command) {
  const bool coloured = HasColours(command.color);
  return Printable(AsTable(result, command.details)) + "\n" + AsBars(result, coloured) + "\n" +
         AsAnswer(Printable(result.answer), Printable(result.reason), coloured);
}

}  // namespace

int RunExperiment(const RunCommand& command) {
  ResultFiles<RunResult> files = FilesOf(command);
  if (!files.CanBeWritten()) return kUsage;
  if (const std::optional<Error> fault = TooFewFiles(command.experiment)) {
    Say(*fault);
    return kRunFailed;
  }
  PartialResult partial;
  const Ending ending =
      Converse(RunRequest{.run = 1, .experiment = command.experiment}, [&](const Notice& notice) {
        partial.TakeIn(notice);
        if (std::holds_alternative<TrialDone>(notice) && partial.any())
          files.Grow(partial.result());
      });
  if (const auto* finished = std::get_if<Finished>(&ending)) {
    const bool saved = files.SaveWhole(finished->result);
    const bool shown = files.OnStandardOutput() || Write("-", TextOf(finished->result, command));
    return saved && shown ? kDone : kRunFailed;
  }
  if (const auto* failed = std::get_if<Failed>(&ending)) Complain(*failed);
  if (partial.any()) files.EndEarly(partial.result());
  return kRunFailed;
}

}  // namespace lab
