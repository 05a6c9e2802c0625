#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"
#include "messages/codec_result.h"

namespace lab {

Json ToJson(const Estimate& estimate) {
  return {{"ratio", estimate.ratio}, {"low", estimate.low}, {"high", estimate.high}, {"confidence", estimate.confidence}};
}

Json ToJson(const Verdict& verdict) { return {{"code", Name(verdict.code)}, {"text", verdict.text}, {"probable", verdict.probable}}; }

void ReadVerdict(ObjectReader& reader, Verdict& into) {
  const Json* json = reader.Find("verdict");
  if (json == nullptr) return;
  std::string code;
  ObjectReader inner(*json);
  inner.Required("code", code);
  inner.Required("text", into.text);
  inner.Optional("probable", into.probable);
  if (!inner.ok()) return reader.Fail("verdict: " + inner.fault());
  if (const std::optional<VerdictCode> named = VerdictCodeNamed(code)) into.code = *named;
  else reader.Fail("the verdict \"" + code + "\" is unknown");
}

namespace {

void ReadEstimate(ObjectReader& reader, const char* key, Estimate& into) {
  const Json* json = reader.Find(key);
  if (json == nullptr) return;
  ObjectReader inner(*json);
  inner.Required("ratio", into.ratio, kRatio);
  inner.Required("low", into.low, kRatioEnd);
  inner.Required("high", into.high, kRatioEnd);
  inner.Optional("confidence", into.confidence, kShare);
  if (!inner.ok()) reader.Fail(std::string(key) + ": " + inner.fault());
}

Result<RoundsWon> RoundsFromJson(const Json& json) {
  RoundsWon rounds;
  ObjectReader reader(json);
  reader.Required("faster", rounds.faster, kRounds);
  reader.Required("of", rounds.of, kRounds);
  if (reader.ok() && rounds.faster > rounds.of) reader.Fail(Format("\"faster\" is %d of %d rounds", rounds.faster, rounds.of));
  if (!reader.ok()) return Faulty(reader);
  return rounds;
}

Json ToJson(const Response& response) {
  return {{"median_s", response.median_s}, {"p90_s", response.p90_s}, {"p99_s", response.p99_s}, {"delays_s", response.delays_s}};
}

Result<Response> ResponseFromJson(const Json& json) {
  Response response;
  ObjectReader reader(json);
  reader.Required("median_s", response.median_s, kSeconds);
  reader.Required("p90_s", response.p90_s, kSeconds);
  reader.Required("p99_s", response.p99_s, kSeconds);
  reader.Required("delays_s", response.delays_s, kSeconds);
  if (reader.ok() && response.delays_s.empty()) reader.Fail("\"delays_s\" is empty");
  if (!reader.ok()) return Faulty(reader);
  return response;
}

Json ReasonToJson(const Reason& reason) { return {{"code", Name(reason.code)}, {"text", reason.text}}; }

Result<Reason> ReasonFromJson(const Json& json) {
  Reason reason;
  std::string code;
  ObjectReader reader(json);
  reader.Required("code", code);
  reader.Required("text", reason.text);
  const std::optional<ReasonCode> named = ReasonCodeNamed(code);
  if (reader.ok() && !named) reader.Fail("\"" + code + "\" is unknown");
  if (!reader.ok()) return Faulty(reader);
  reason.code = *named;
  return reason;
}

Json LaneFiguresToJson(const LaneFigures& lane) {
  return {{"busy_s", lane.busy_s}, {"cpu_s", OrNull(lane.cpu_s)}, {"voluntary_switches", OrNull(lane.voluntary)},
          {"involuntary_switches", OrNull(lane.involuntary)}};
}

Result<LaneFigures> LaneFiguresFromJson(const Json& json) {
  LaneFigures lane;
  ObjectReader reader(json);
  reader.Required("busy_s", lane.busy_s, kSeconds);
  reader.Optional("cpu_s", lane.cpu_s, kSeconds);
  reader.Optional("voluntary_switches", lane.voluntary, kCount);
  reader.Optional("involuntary_switches", lane.involuntary, kCount);
  if (!reader.ok()) return Faulty(reader);
  return lane;
}

}  // namespace

Json ToJson(const ModelResult& model) {
  Json json = {{"model", model.model}, {"workers", model.workers}, {"samples_s", model.samples_s}, {"disturbed_s", model.disturbed_s}, {"outliers", model.outliers},
               {"median_s", model.median_s}, {"mad_s", model.mad_s}, {"startup_s", model.startup_s},
               {"warm_startup_s", model.warm_startup_s}};
  json["speedup"] = ToJson(model.speedup);
  if (model.rounds_won) json["rounds_won"] = {{"faster", model.rounds_won->faster}, {"of", model.rounds_won->of}};
  json["cold_speedup"] = ToJson(model.cold_speedup);
  json["efficiency"] = model.efficiency;
  json["checksum"] = Format("%016llx", static_cast<unsigned long long>(model.checksum));
  json["value"] = model.value;
  json["shared_memory"] = model.shared_memory;
  if (model.response) json["response"] = ToJson(*model.response);
  if (model.handoffs) json["gil"] = {{"handoffs", *model.handoffs}};
  json["lanes"] = Json::array();
  for (const LaneFigures& lane : model.lanes) json["lanes"].push_back(LaneFiguresToJson(lane));
  json["memory_bytes"] = OrNull(model.memory_bytes);
  json["verdict"] = ToJson(model.verdict);
  json["why"] = Json::array();
  for (const Reason& reason : model.why) json["why"].push_back(ReasonToJson(reason));
  if (model.trace) json["trace"] = ToJson(*model.trace);
  return json;
}

Result<ModelResult> ModelFromJson(const Json& json) {
  ModelResult model;
  std::string checksum;
  ObjectReader reader(json);
  reader.Required("model", model.model);
  reader.Required("workers", model.workers, kWorkers);
  reader.Required("samples_s", model.samples_s, kSeconds);
  reader.Optional("disturbed_s", model.disturbed_s, kSeconds);
  reader.Optional("outliers", model.outliers, kRounds);
  reader.Required("median_s", model.median_s, kSeconds);
  reader.Optional("mad_s", model.mad_s, kSeconds);
  reader.Optional("startup_s", model.startup_s, kSeconds);
  reader.Optional("warm_startup_s", model.warm_startup_s, kSeconds);
  reader.Optional("efficiency", model.efficiency, kRatio);
  reader.Required("checksum", checksum);
  reader.Optional("value", model.value, kValue);
  reader.Optional("shared_memory", model.shared_memory);
  ReadEstimate(reader, "speedup", model.speedup);
  if (reader.Find("rounds_won") != nullptr) ReadPart(reader, "rounds_won", RoundsFromJson, model.rounds_won.emplace());
  ReadEstimate(reader, "cold_speedup", model.cold_speedup);
  if (reader.Find("response") != nullptr) ReadPart(reader, "response", ResponseFromJson, model.response.emplace());
  if (const Json* gil = reader.Find("gil")) {
    ObjectReader inner(*gil);
    inner.Required("handoffs", model.handoffs, kCount);
    if (!inner.ok()) reader.Fail("gil: " + inner.fault());
  }
  ReadArray(reader, "lanes", LaneFiguresFromJson, model.lanes, kMostLanes);
  reader.Optional("memory_bytes", model.memory_bytes, kBytes);
  ReadVerdict(reader, model.verdict);
  ReadArray(reader, "why", ReasonFromJson, model.why, kMostTexts);
  if (reader.Find("trace") != nullptr) ReadPart(reader, "trace", TraceFromJson, model.trace.emplace());
  const auto read = std::from_chars(checksum.data(), checksum.data() + checksum.size(), model.checksum, 16);
  const bool whole = read.ec == std::errc() && read.ptr == checksum.data() + checksum.size();
  if (reader.ok() && !whole) reader.Fail("\"checksum\" is not hexadecimal");
  for (const int outlier : model.outliers) {
    if (outlier < 0 || outlier >= std::ssize(model.samples_s)) reader.Fail("\"outliers\" names a sample that is not there");
  }
  if (std::max({model.samples_s.size(), model.disturbed_s.size(), model.outliers.size()}) > kMostSamples) reader.Fail("it has more than 1,000 repetitions");
  if (!reader.ok()) return Faulty(reader);
  return model;
}

}  // namespace lab
