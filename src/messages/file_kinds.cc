#include "messages/file_kinds.h"

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
  if (json.contains("traceEvents")) return "a trace";
  if (IsSweep(json)) return "a sweep";
  return HasSchema(json, "speedup-lab/validation") ? "a validation" : "";
}

std::string WrongKind(std::string_view schema) {
  if (schema == kRunSchema) return "it is the result of a run and not a sweep";
  if (schema == kSweepSchema) return "it is a sweep and not the result of a run";
  return "it is not a result of Speedup Lab";
}

}  // namespace lab
