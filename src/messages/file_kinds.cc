#include "messages/file_kinds.h"

#include "words/english/messages.h"

namespace lab {
namespace {

bool HasSchema(const Json& json, const char* schema) {
  const auto found = json.find("schema");
  return found != json.end() && *found == schema;
}

}  // namespace

bool IsSweep(const Json& json) { return json.is_object() && HasSchema(json, kSweepSchema); }

std::string OtherKind(const Json& json) {
  if (!json.is_object()) return "";
  if (json.contains("traceEvents")) return Phrase<words::kATrace>();
  if (IsSweep(json)) return Phrase<words::kASweep>();
  return HasSchema(json, "speedup-lab/validation") ? Phrase<words::kAValidation>() : "";
}

std::string WrongKind(std::string_view schema) {
  if (schema == kRunSchema) return Phrase<words::kRunNotSweep>();
  if (schema == kSweepSchema) return Phrase<words::kSweepNotRun>();
  return Phrase<words::kNoResult>();
}

}  // namespace lab
