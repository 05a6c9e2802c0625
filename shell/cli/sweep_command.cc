#include "engine/codec.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/once_a_second.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

bool Save(const SweepCommand& command, const SweepResult& result) {
  const bool json = Write(command.json, EncodeSweep(result));
  const bool csv = Write(command.csv, AsCsv(result));
  const bool markdown = Write(command.markdown, AsMarkdown(result));
  return json && csv && markdown;
}

// Keeps the files as the points come in, with the reason why there are no more.
class SweepFiles {
 public:
  explicit SweepFiles(const SweepCommand& command) : command_(command) {}

  void TakeIn(const Notice& notice) {
    const auto* point = std::get_if<PointDone>(&notice);
    if (point == nullptr) return;
    so_far_ = point->so_far;
    so_far_->error = Error{.code = ErrorCode::kCancelled, .message = "The sweep had not finished.", .next = "The points are those that came in."};
    if (pace_.Due()) SaveAsFiles();
  }
  void Fail(const Error& error) {
    if (so_far_) so_far_->error = error;
  }
  void SaveAsFiles() const {
    if (!so_far_) return;
    if (IsFile(command_.json)) Write(command_.json, EncodeSweep(*so_far_));
    if (IsFile(command_.csv)) Write(command_.csv, AsCsv(*so_far_));
    if (IsFile(command_.markdown)) Write(command_.markdown, AsMarkdown(*so_far_));
  }

 private:
  const SweepCommand& command_;
  std::optional<SweepResult> so_far_;
  OnceASecond pace_;
};

}  // namespace

int RunSweep(const SweepCommand& command) {
  SweepFiles files(command);
  const Ending ending = Converse(SweepRequest{.run = 1, .experiment = command.experiment}, [&](const Notice& notice) { files.TakeIn(notice); });
  if (const auto* finished = std::get_if<SweepFinished>(&ending)) {
    const bool quiet = command.json == "-" || command.csv == "-" || command.markdown == "-";
    const bool shown = quiet || Write("-", AsTable(finished->result));
    return Save(command, finished->result) && shown ? kDone : kRunFailed;
  }
  if (const auto* failed = std::get_if<Failed>(&ending)) {
    Complain(*failed);
    files.Fail(failed->error);
  }
  files.SaveAsFiles();
  return kRunFailed;
}

}  // namespace lab
