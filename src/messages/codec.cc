#include "messages/codec.h"

#include "messages/bounded_json.h"
#include "messages/codec_notice.h"
#include "messages/codec_result.h"

namespace lab {
namespace {

std::string Dump(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json Write(const RunRequest& run) { return {{"type", "run"}, {"run", run.run}, {"experiment", ToJson(run.experiment)}}; }
Json Write(const SweepRequest& sweep) { return {{"type", "sweep"}, {"run", sweep.run}, {"experiment", ToJson(sweep.experiment)}}; }
Json Write(const ConditionsRequest& conditions) {
  return {{"type", "conditions"}, {"hidden", conditions.hidden}, {"on_battery", conditions.on_battery}};
}
Json Write(const CancelRequest&) { return {{"type", "cancel"}}; }
Json Write(const DescribeRequest&) { return {{"type", "describe"}}; }

template <typename T>  // RunRequest or SweepRequest
Result<Request> ReadRun(const Json& json) {
  T request;
  ObjectReader reader(json);
  reader.Optional("run", request.run, kRounds);
  const Json* experiment = reader.Find("experiment");
  if (experiment == nullptr) reader.Fail("\"experiment\" is missing");
  if (reader.ok()) {
    Result<Experiment> read = ExperimentFromJson(*experiment);
    if (!read) return read.error();
    request.experiment = std::move(read).value();
  }
  return Lifted<Request>(reader, std::move(request));
}

Result<Request> ReadConditions(const Json& json) {
  ConditionsRequest request;
  ObjectReader reader(json);
  reader.Optional("hidden", request.hidden);
  reader.Optional("on_battery", request.on_battery);
  return Lifted<Request>(reader, request);
}

// What kind of message it is; an error if the text is no JSON object with a "type".
Result<std::string> TypeOf(const Parsed& message) {
  if (!message.fault.empty()) return Unreadable("The message", message.fault);
  std::string type;
  ObjectReader reader(message.json);
  reader.Required("type", type);
  return Lifted<std::string>(reader, std::move(type));
}

// A text of its own, whose parts know only what is wrong with them.
template <typename Read>
auto ReadWhole(const char* what, const Parsed& parsed, Read read) -> decltype(read(parsed.json)) {
  if (!parsed.fault.empty()) return Unreadable(what, parsed.fault);
  auto result = read(parsed.json);
  if (!result) return Unreadable(what, result.error().message);
  return result;
}

template <typename T>  // RunResult or SweepResult
Result<SavedFile> AsFile(Result<T> result) {
  if (!result) return result.error();
  return SavedFile(std::move(result).value());
}

}  // namespace

std::string Encode(const Request& request) {
  return Dump(std::visit([](const auto& kind) { return Write(kind); }, request));
}
std::string Encode(const Notice& notice) { return Dump(ToJson(notice)); }

Result<Request> DecodeRequest(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  const Json& json = parsed.json;
  const Result<std::string> type = TypeOf(parsed);
  if (!type) return type.error();
  if (type.value() == "run") return ReadRun<RunRequest>(json);
  if (type.value() == "sweep") return ReadRun<SweepRequest>(json);
  if (type.value() == "conditions") return ReadConditions(json);
  if (type.value() == "cancel") return Request(CancelRequest{});
  if (type.value() == "describe") return Request(DescribeRequest{});
  return Unreadable("The request", "its type \"" + type.value() + "\" is unknown");
}

int RunNumberOf(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  int run = 0;
  ObjectReader(parsed.json).Optional("run", run, kRounds);
  return run;
}

Result<Notice> DecodeNotice(std::string_view text) {
  // Our own engine says it, and a long sweep may say more than a file can hold.
  const Parsed parsed = ParseBounded(text, {}, std::string_view::npos);
  const Result<std::string> type = TypeOf(parsed);
  if (!type) return type.error();
  return NoticeFromJson(type.value(), parsed.json);
}

std::string EncodeResult(const RunResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<RunResult> DecodeResult(std::string_view text) {
  return ReadWhole("The result", ParseBounded(text), ResultFromJson);
}

std::string EncodeSweep(const SweepResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<SweepResult> DecodeSweep(std::string_view text) {
  return ReadWhole("The sweep", ParseBounded(text), SweepFromJson);
}

std::string OtherKindOf(std::string_view text) { return OtherKind(ParseBounded(text).json); }

Result<SavedFile> DecodeFile(std::string_view text, const std::function<void(double)>& progress) {
  const Parsed parsed = ParseBounded(text, progress);
  if (const std::string kind = OtherKind(parsed.json); !kind.empty() && !IsSweep(parsed.json)) return Unreadable("The file", "it is " + kind);
  if (IsSweep(parsed.json)) return AsFile(ReadWhole("The sweep", parsed, SweepFromJson));
  return AsFile(ReadWhole("The result", parsed, ResultFromJson));
}

std::string EncodeExperiment(const Experiment& experiment) { return Dump(ToJson(experiment)); }

Result<Experiment> DecodeExperiment(std::string_view text) {
  const Parsed parsed = ParseBounded(text);
  if (!parsed.fault.empty()) return Unreadable("The experiment", parsed.fault);
  return ExperimentFromJson(parsed.json);
}

std::string EncodeEnvironment(const Environment& environment) { return Dump(ToJson(environment), 2) + "\n"; }

}  // namespace lab
