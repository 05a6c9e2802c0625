#include "shell/validate/validation_text.h"

#include <cmath>

#include "base/text.h"
#include "report/wrap.h"
#include "words/english/validate.h"

namespace lab {
namespace {

using nlohmann::json;

std::string Number(double value) {
  return std::fabs(value) >= 100 ? Format("%.0f", value) : Format("%.3f", value);
}

constexpr const char* kNone = "–";

std::string InAWord(const Judgement& judgement) {
  if (!judgement.measured) return kNone;
  if (judgement.holds) return Phrase<words::kHolds>();
  return judgement.undecided ? Phrase<words::kBarIsNoisy>() : Phrase<words::kFails>();
}

std::string OtherPrograms(const Validation& validation) {
  return Phrase<words::kOtherPrograms>(
      "cores"_a = Format("%.2f", validation.other_cores), "repeated"_a = validation.repeated,
      "disturbed"_a = validation.disturbed, "limit"_a = kMostOtherCores);
}

std::string Row(const std::string& first, const std::string& second, const std::string& pythons,
                const std::string& ours, const std::string& last) {
  return "  " + Left(first, 7) + Left(second, 34) + Right(pythons, 9) + Right(ours, 9) + "  " +
         last + "\n";
}

json ToJson(const Estimate& estimate) {
  return {{"ratio", estimate.ratio},
          {"low", estimate.low},
          {"high", estimate.high},
          {"confidence", estimate.confidence}};
}

}  // namespace

std::string AsText(const Validation& validation) {
  const std::string pythons = Phrase<words::kPythonsHeading>();
  const std::string ours = Phrase<words::kOursHeading>();
  std::string text = Wrapped(validation.python, 2) + "\n\n  " +
                     Left(Phrase<words::kSpeedupHeading>(), 31) + Left(pythons, 21) + ours + "\n";
  for (const SpeedupPair& pair : validation.speedups) {
    text += "  " + Left(pair.experiment, 31) + Left(RatioWithInterval(pair.pythons), 21) +
            RatioWithInterval(pair.ours) + "\n";
  }
  text += "\n" + Row("", Phrase<words::kBarHeading>(), pythons, ours, Phrase<words::kOffHeading>());
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    text +=
        Row(InAWord(judgement), bar.name,
            bar.measured.pythons.empty() ? kNone : Number(judgement.pythons),
            bar.measured.ours.empty() ? kNone : Number(judgement.ours), OffText(bar, judgement));
  }
  text += Wrapped("  " + Phrase<words::kLegend>(), 2) + "\n";
  text += "\n" + Row("", Phrase<words::kCostHeading>(), pythons, ours, "");
  for (const Cost& cost : validation.costs) {
    text += Row("", cost.name, cost.pythons ? Number(*cost.pythons) : kNone,
                cost.ours ? Number(*cost.ours) : kNone, cost.unit);
  }
  return text + "\n" + Wrapped(OtherPrograms(validation), 2) + "\n";
}

json ToJson(const Validation& validation, const PythonProcess& python) {
  json speedups = json::array();
  for (const SpeedupPair& pair : validation.speedups) {
    speedups.push_back({{"experiment", pair.experiment},
                        {"ours", ToJson(pair.ours)},
                        {"cpython", ToJson(pair.pythons)},
                        {"ours_samples", pair.samples.ours},
                        {"cpython_samples", pair.samples.pythons}});
  }
  json bars = json::array();
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    bars.push_back({{"bar", bar.name},
                    {"allowed", AllowedText(bar)},
                    {"ours", judgement.ours},
                    {"cpython", judgement.pythons},
                    {"off", judgement.off},
                    {"measured", judgement.measured},
                    {"holds", judgement.holds},
                    {"undecided", judgement.undecided},
                    {"ours_samples", bar.measured.ours},
                    {"cpython_samples", bar.measured.pythons}});
  }
  json costs = json::array();
  for (const Cost& cost : validation.costs) {
    costs.push_back({{"cost", cost.name},
                     {"unit", cost.unit},
                     {"ours", cost.ours ? json(*cost.ours) : json()},
                     {"cpython", cost.pythons ? json(*cost.pythons) : json()}});
  }
  return {{"python", validation.python},
          {"executable", python.executable()},
          {"facts", python.facts()},
          {"speedups", speedups},
          {"bars", bars},
          {"costs", costs},
          {"other_cores", validation.other_cores},
          {"repeated", validation.repeated},
          {"disturbed", validation.disturbed}};
}

}  // namespace lab
