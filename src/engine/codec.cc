#include "engine/codec.h"

#include "engine/codec_notice.h"
#include "engine/codec_result.h"

namespace lab {
namespace {

Json Parse(std::string_view text) { return Json::parse(text, nullptr, /*allow_exceptions=*/false); }

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
  reader.Optional("run", request.run);
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
Result<std::string> TypeOf(const Json& json) {
  if (json.is_discarded()) return Unreadable("The message", "it is not JSON");
  std::string type;
  ObjectReader reader(json);
  reader.Required("type", type);
  return Lifted<std::string>(reader, std::move(type));
}

}  // namespace

std::string Encode(const Request& request) {
  return Dump(std::visit([](const auto& kind) { return Write(kind); }, request));
}
std::string Encode(const Notice& notice) { return Dump(ToJson(notice)); }

Result<Request> DecodeRequest(std::string_view text) {
  const Json json = Parse(text);
  const Result<std::string> type = TypeOf(json);
  if (!type) return type.error();
  if (type.value() == "run") return ReadRun<RunRequest>(json);
  if (type.value() == "sweep") return ReadRun<SweepRequest>(json);
  if (type.value() == "conditions") return ReadConditions(json);
  if (type.value() == "cancel") return Request(CancelRequest{});
  if (type.value() == "describe") return Request(DescribeRequest{});
  return Unreadable("The request", "its type \"" + type.value() + "\" is unknown");
}

int RunNumberOf(std::string_view text) {
  const Json json = Parse(text);
  int run = 0;
  ObjectReader(json).Optional("run", run);
  return run;
}

Result<Notice> DecodeNotice(std::string_view text) {
  const Json json = Parse(text);
  const Result<std::string> type = TypeOf(json);
  if (!type) return type.error();
  return NoticeFromJson(type.value(), json);
}

std::string EncodeResult(const RunResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<RunResult> DecodeResult(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The result", "it is not JSON");
  return ResultFromJson(json);
}

std::string EncodeSweep(const SweepResult& result) { return Dump(ToJson(result), 2) + "\n"; }

Result<SweepResult> DecodeSweep(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The sweep", "it is not JSON");
  return SweepFromJson(json);
}

std::string EncodeExperiment(const Experiment& experiment) { return Dump(ToJson(experiment)); }

Result<Experiment> DecodeExperiment(std::string_view text) {
  const Json json = Parse(text);
  if (json.is_discarded()) return Unreadable("The experiment", "it is not JSON");
  return ExperimentFromJson(json);
}

std::string EncodeEnvironment(const Environment& environment) { return Dump(ToJson(environment), 2) + "\n"; }

}  // namespace lab
