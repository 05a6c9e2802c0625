#include <nlohmann/json.hpp>

#include "engine/codec.h"
#include "report/comparison.h"
#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"

namespace lab {
namespace {

// Which of our other files it is; empty if it is none of them.
std::string KindOf(const std::string& text) {
  const nlohmann::json document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object()) return "";
  if (document.contains("traceEvents")) return "a trace";
  const auto schema = document.find("schema");
  if (schema == document.end()) return "";
  return *schema == "speedup-lab/sweep" ? "a sweep" : *schema == "speedup-lab/validation" ? "a validation" : "";
}

Result<RunResult> Read(const std::string& file) {
  const Result<std::string> text = ReadText(file);
  if (!text) return text.error();
  Result<RunResult> result = DecodeResult(text.value());
  if (result) return result;
  Error error = result.error();
  if (const std::string kind = KindOf(text.value()); kind.empty()) error.message = file + ": " + error.message;
  else error = {.code = error.code, .message = file + " is " + kind + ".", .next = "Two results of run (or of the page) can be compared."};
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
