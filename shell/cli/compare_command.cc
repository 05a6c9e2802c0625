#include "messages/codec.h"
#include "platform/native/read_text.h"
#include "report/comparison.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {
namespace {

Result<RunResult> Read(const std::string& file) {
  const Result<std::string> text = ReadText(file, kLargestFile);
  if (!text) return text.error();
  Result<RunResult> result = DecodeResult(text.value());
  if (result) return result;
  Error error = result.error();
  error.message = file + ": " + error.message;
  const std::string kind = OtherKindOf(text.value());
  if (!kind.empty())
    error = {.code = error.code,
             .message = Phrase<words::kIsOfOtherKind>("file"_a = file, "kind"_a = kind),
             .next = Phrase<words::kRunsCompare>()};
  return error;
}

}  // namespace

int Compare(const CompareCommand& command) {
  const Result<RunResult> first = Read(command.first);
  const Result<RunResult> second = Read(command.second);
  for (const Result<RunResult>* result : {&first, &second}) {
    if (result->ok()) continue;
    Say(result->error());
    return kUsage;
  }
  return Print(AsTable(CompareResults(first.value(), second.value()))) ? kDone : kRunFailed;
}

}  // namespace lab
