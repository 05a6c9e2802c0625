#include <iostream>

#include "engine/codec.h"
#include "platform/native/read_text.h"
#include "report/comparison.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

Result<RunResult> Read(const std::string& file) {
  const Result<std::string> text = ReadText(file, kLargestFile);
  if (!text) return text.error();
  Result<SavedFile> saved = DecodeFile(text.value());
  if (!saved) {
    Error error = saved.error();
    error.message = file + ": " + error.message;
    return error;
  }
  if (auto* result = std::get_if<RunResult>(&saved.value())) return std::move(*result);
  return Error{.code = ErrorCode::kInvalidArgument, .message = file + " is a sweep.", .next = "Give two results of runs."};
}

}  // namespace

int Compare(const CompareCommand& command) {
  const Result<RunResult> first = Read(command.first);
  const Result<RunResult> second = Read(command.second);
  for (const Result<RunResult>* result : {&first, &second}) {
    if (result->ok()) continue;
    std::cerr << "speedup-lab: " << result->error().message << " " << result->error().next << "\n";
    return kUsage;
  }
  return Write("-", AsTable(CompareResults(first.value(), second.value()))) ? kDone : kRunFailed;
}

}  // namespace lab
