#include "messages/codec.h"

#include "messages/bounded_json.h"
#include "messages/described_messages.h"
#include "words/english/messages.h"

namespace lab {
namespace {

std::string Dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// `what` selects a noun of words::kCannotBeRead.
Error Unreadable(std::string_view what, std::string_view fault) {
  return {.code = ErrorCode::kProtocol,
          .message = Phrase<words::kCannotBeRead>("what"_a = what, "fault"_a = fault),
          .next = Phrase<words::kCheckWhole>()};
}

template <typename Message>
std::string Written(const Message& message, const char* type) {
  FieldWriter writer;
  writer.Put("type", type);
  std::visit([&](const auto& kind) { Describe(writer, kind); }, message);
  return Dump(writer.Take());
}

// What kind of message it is; an error if the text is no JSON object with a "type".
Result<std::string> TypeOf(const Parsed& message) {
  if (!message.fault.empty()) return Unreadable("message", message.fault);
  std::string type;
  FieldReader reader(message.json);
  reader.Needed("type", type);
  if (!reader.fault().empty()) return Unreadable("message", reader.fault());
  return type;
}

// The message of that type, which is one of a Request's or a Notice's.
template <typename Message, size_t at = 0>
Result<Message> ReadMessage(const char* what, const auto& types, const std::string& type,
                            const Json& json) {
  if constexpr (at == std::variant_size_v<Message>) {
    return Unreadable(what, Phrase<words::kUnknownType>("type"_a = type));
  } else {
    if (type != types[at]) return ReadMessage<Message, at + 1>(what, types, type, json);
    std::variant_alternative_t<at, Message> message;
    const std::string fault = ReadPart(json, message);
    if (!fault.empty()) return Unreadable("message", fault);
    return Message(std::move(message));
  }
}

// A text of its own, which is an object of that kind.
template <typename T>
Result<T> ReadWhole(const char* what, const Parsed& parsed) {
  T whole;
  const std::string fault = parsed.fault.empty() ? ReadPart(parsed.json, whole) : parsed.fault;
  if (!fault.empty()) return Unreadable(what, fault);
  return whole;
}
Result<RunResult> ReadRun(const Parsed& parsed) { return ReadWhole<RunResult>("result", parsed); }
Result<SweepResult> ReadSweep(const Parsed& parsed) {
  return ReadWhole<SweepResult>("sweep", parsed);
}

// As it was asked for by a person: who is told which setting is at fault.
Result<Experiment> ReadAsked(const Json& json) {
  if (!json.is_object()) return Unreadable("experiment", Phrase<words::kExpectedObject>());
  return ExperimentFromJson(json);
}

template <typename T>  // RunResult or SweepResult
Result<SavedFile> AsFile(Result<T> result) {
  if (!result) return result.error();
  return SavedFile(std::move(result).value());
}

}  // namespace

std::string Encode(const Request& request) {
  return Written(request, kRequestTypes[request.index()]);
}
std::string Encode(const Notice& notice) { return Written(notice, kNoticeTypes[notice.index()]); }

Result<Request> DecodeRequest(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  const Result<std::string> type = TypeOf(parsed);
  if (!type) return type.error();
  if (const auto experiment = parsed.json.find("experiment"); experiment != parsed.json.end()) {
    const Result<Experiment> asked = ReadAsked(*experiment);
    if (!asked) return asked.error();
  }
  return ReadMessage<Request>("request", kRequestTypes, type.value(), parsed.json);
}

int RunNumberOf(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  int run = 0;
  FieldReader(parsed.json).Field("run", run, kRounds);
  return run;
}

Result<Notice> DecodeNotice(std::string_view text) {
  // Our own engine says it, and a long sweep may say more than a file can hold.
  const Parsed parsed = ParseBounded(text, {}, std::string_view::npos);
  const Result<std::string> type = TypeOf(parsed);
  if (!type) return type.error();
  return ReadMessage<Notice>("notice", kNoticeTypes, type.value(), parsed.json);
}

std::string EncodeResult(const RunResult& result) { return Dump(PartToJson(result), 2) + "\n"; }
std::string EncodeSweep(const SweepResult& result) { return Dump(PartToJson(result), 2) + "\n"; }
std::string EncodeEnvironment(const Environment& environment) {
  return Dump(PartToJson(environment), 2) + "\n";
}
std::string EncodeExperiment(const Experiment& experiment) { return Dump(PartToJson(experiment)); }

Result<RunResult> DecodeResult(std::string_view text) { return ReadRun(ParseBounded(text)); }
Result<SweepResult> DecodeSweep(std::string_view text) { return ReadSweep(ParseBounded(text)); }

std::string OtherKindOf(std::string_view text) { return OtherKind(ParseBounded(text).json); }

Result<SavedFile> DecodeFile(std::string_view text, const std::function<void(double)>& progress) {
  const Parsed parsed = ParseBounded(text, progress);
  if (IsSweep(parsed.json)) return AsFile(ReadSweep(parsed));
  if (const std::string kind = OtherKind(parsed.json); !kind.empty())
    return Unreadable("file", Phrase<words::kItIs>("kind"_a = kind));
  return AsFile(ReadRun(parsed));
}

Result<Experiment> DecodeExperiment(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  if (!parsed.fault.empty()) return Unreadable("experiment", parsed.fault);
  return ReadAsked(parsed.json);
}

}  // namespace lab
