#include "base/printable.h"
#include "messages/codec.h"
#include "report/bars_text.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/open_files.h"
#include "shell/cli/result_files.h"
#include "words/english/cli.h"

namespace lab {
namespace {

ResultFiles<SweepResult> FilesOf(const SweepCommand& command) {
  return ResultFiles<SweepResult>(
      {{.place = {"--json", command.json}, .text = EncodeSweep},
       {.place = {"--csv", command.csv}, .text = AsCsv},
       {.place = {"--markdown", command.markdown}, .text = AsMarkdown}});
}

// The points that came in, with the reason why there are no more.
class SweepSoFar {
 public:
  explicit SweepSoFar(ResultFiles<SweepResult>& files) : files_(files) {}

  void TakeIn(const Notice& notice) {
    const auto* point = std::get_if<PointDone>(&notice);
    if (point == nullptr) return;
    so_far_ = point->so_far;
    so_far_->error = Error{.code = ErrorCode::kCancelled,
                           .message = Phrase<words::kSweepUnfinished>(),
                           .next = Phrase<words::kPointsSoFar>()};
    files_.Grow(*so_far_);
  }
  void Fail(const Error& error) {
    if (so_far_) so_far_->error = error;
  }
  void EndEarly() {
    if (so_far_) files_.EndEarly(*so_far_);
  }

 private:
  ResultFiles<SweepResult>& files_;
  std::optional<SweepResult> so_far_;
};

}  // namespace

int RunSweep(const SweepCommand& command) {
  ResultFiles<SweepResult> files = FilesOf(command);
  if (!files.CanBeWritten()) return kUsage;
  if (const std::optional<Error> fault = TooFewFiles(command.experiment)) {
    Say(*fault);
    return kRunFailed;
  }
  SweepSoFar so_far(files);
  const Ending ending = Converse(SweepRequest{.run = 1, .experiment = command.experiment},
                                 [&](const Notice& notice) { so_far.TakeIn(notice); });
  if (const auto* finished = std::get_if<SweepFinished>(&ending)) {
    const bool saved = files.SaveWhole(finished->result);
    const std::string text =
        Printable(AsTable(finished->result, command.details)) + "\n" +
        AsAnswer(Printable(finished->result.answer), Printable(finished->result.reason),
                 HasColours(command.color));
    const bool shown = files.OnStandardOutput() || Write("-", text);
    return saved && shown ? kDone : kRunFailed;
  }
  if (const auto* failed = std::get_if<Failed>(&ending)) {
    Complain(*failed);
    so_far.Fail(failed->error);
  }
  so_far.EndEarly();
  return kRunFailed;
}

}  // namespace lab
