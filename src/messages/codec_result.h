// The parts of a result as JSON values, shared by the codec's messages and its files.
#pragma once

#include "base/result.h"
#include "messages/json.h"
#include "messages/result.h"

namespace lab {

Json ToJson(const Environment& environment);
Json ToJson(const Experiment& experiment);
Json ToJson(const Error& error);
Json ToJson(const Calibration& calibration);
Json ToJson(const Estimate& estimate);
Json ToJson(const ModelResult& model);
Json ToJson(const Trace& trace);
Json ToJson(const UnavailableModel& model);
Json ToJson(const Verdict& verdict);
Json ToJson(const RunResult& result);
Json ToJson(const SweepResult& result);

Result<Environment> EnvironmentFromJson(const Json& json);
// Missing keys take the preset's value; a faulty one is an error that names it.
Result<Experiment> ExperimentFromJson(const Json& json);
Result<Calibration> CalibrationFromJson(const Json& json);
Result<ModelResult> ModelFromJson(const Json& json);
Result<Trace> TraceFromJson(const Json& json);
Result<UnavailableModel> UnavailableFromJson(const Json& json);
Result<RunResult> ResultFromJson(const Json& json);
Result<SweepResult> SweepFromJson(const Json& json);
bool IsSweep(const Json& json);
// What else a file of ours may be: "a sweep", "a trace", "a validation"; empty if it is none of them.
std::string OtherKind(const Json& json);
// Result<Error> would not know which of the two it holds: an unreadable one is a fault of the reader.
void ReadError(ObjectReader& reader, const char* key, Error& into);
// Leaves it as it is when there is none.
void ReadVerdict(ObjectReader& reader, Verdict& into);

template <typename T>
Json ToJsonArray(const std::vector<T>& values) {
  Json array = Json::array();
  for (const T& value : values) array.push_back(ToJson(value));
  return array;
}

template <typename T>
Json OrNull(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

// A part that cannot be read, as an error for those who read the whole: they say where it lies.
Error Faulty(const ObjectReader& reader);
// Fails with what is wrong with the part of that name.
void FailWithin(ObjectReader& reader, const std::string& name, const Error& fault);

// The elements under `key`, none if it is missing; the reader fails if one is faulty or there are more than `most`.
template <typename Parse, typename T>
void ReadArray(ObjectReader& reader, const char* key, Parse parse, std::vector<T>& into, size_t most) {
  const Json* array = reader.Find(key);
  if (array == nullptr) return;
  if (!array->is_array()) return reader.Fail(std::string("\"") + key + "\" is not a list");
  if (array->size() > most) return reader.Fail(std::string("\"") + key + "\" has " + std::to_string(array->size()) + " elements, and must have at most " + std::to_string(most));
  for (const Json& element : *array) {
    Result<T> parsed = parse(element);
    if (!parsed) return FailWithin(reader, key + ("[" + std::to_string(into.size()) + "]"), parsed.error());
    into.push_back(std::move(parsed).value());
  }
}

// Reads `key` with `parse` into `into`; a missing one is a fault unless it is optional.
template <typename Parse, typename T>
void ReadPart(ObjectReader& reader, const char* key, Parse parse, T& into, bool required = true) {
  const Json* json = reader.Find(key);
  if (json == nullptr) {
    if (required) reader.Fail(std::string("\"") + key + "\" is missing");
    return;
  }
  auto part = parse(*json);
  if (part) into = std::move(part).value();
  else FailWithin(reader, key, part.error());
}

Error Unreadable(std::string_view what, std::string_view fault);

// Puts an Error or a value in the place of an outcome that carries more.
template <typename Message, typename T>
Result<Message> Lifted(const ObjectReader& reader, T message) {
  if (!reader.ok()) return Unreadable("The message", reader.fault());
  return Message(std::move(message));
}

}  // namespace lab
