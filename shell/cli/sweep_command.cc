#include "engine/codec.h"
#include "report/markdown.h"
#include "report/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/conversation.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

// The sweep as far as it came, with the reason why it ended.
bool Save(const SweepCommand& command, const SweepResult& result) {
  const bool json = Write(command.json, EncodeSweep(result));
  const bool csv = Write(command.csv, AsCsv(result));
  const bool markdown = Write(command.markdown, AsMarkdown(result));
  return json && csv && markdown;
}

}  // namespace

int RunSweep(const SweepCommand& command) {
  std::optional<SweepResult> so_far;
  const Ending ending = Converse(SweepRequest{.run = 1, .experiment = command.experiment}, [&](const Notice& notice) {
    const auto* point = std::get_if<PointDone>(&notice);
    if (point == nullptr) return;
    so_far = point->so_far;
    so_far->error = Error{.code = ErrorCode::kCancelled, .message = "The sweep had not finished.", .next = "The points are those that came in."};
    if (IsFile(command.json)) Write(command.json, EncodeSweep(*so_far));
  });
  if (const auto* finished = std::get_if<SweepFinished>(&ending)) {
    const bool quiet = command.json == "-" || command.csv == "-" || command.markdown == "-";
    const bool shown = quiet || Write("-", AsTable(finished->result));
    return Save(command, finished->result) && shown ? kDone : kRunFailed;
  }
  if (const auto* failed = std::get_if<Failed>(&ending)) {
    Complain(*failed);
    if (so_far) so_far->error = failed->error;
  }
  if (so_far) Save(command, *so_far);
  return kRunFailed;
}

}  // namespace lab
