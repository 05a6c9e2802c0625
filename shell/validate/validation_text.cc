#include "shell/validate/validation_text.h"

#include <cmath>

#include "base/text.h"
#include "report/wrap.h"

namespace lab {
namespace {

using nlohmann::json;

std::string Number(double value) { return std::fabs(value) >= 100 ? Format("%.0f", value) : Format("%.3f", value); }

const char* InAWord(const Judgement& judgement) {
  if (!judgement.measured) return "–";
  if (judgement.holds) return "holds";
  return judgement.undecided ? "noisy" : "NO";
}

std::string Row(const std::string& first, const std::string& second, const std::string& pythons, const std::string& ours, const std::string& last) {
  return "  " + Left(first, 7) + Left(second, 34) + Right(pythons, 9) + Right(ours, 9) + "  " + last + "\n";
}

json ToJson(const Estimate& estimate) {
  return {{"ratio", estimate.ratio}, {"low", estimate.low}, {"high", estimate.high}, {"confidence", estimate.confidence}};
}

}  // namespace

std::string AsText(const Validation& validation) {
  std::string text = Wrapped(validation.python, 2) + "\n\n  speedup                        CPython              ours\n";
  for (const SpeedupPair& pair : validation.speedups) {
    text += "  " + Left(pair.experiment, 31) + Left(RatioWithInterval(pair.pythons), 21) + RatioWithInterval(pair.ours) + "\n";
  }
  text += "\n" + Row("", "bar", "CPython", "ours", "off, of allowed");
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    text += Row(InAWord(judgement), bar.name, bar.measured.pythons.empty() ? "–" : Number(judgement.pythons),
                bar.measured.ours.empty() ? "–" : Number(judgement.ours), OffText(bar, judgement));
  }
  text += "  NO: outside of what is allowed; noisy: too noisy to conclude; –: not measured.\n";
  text += "\n" + Row("", "cost (never part of a speedup)", "CPython", "ours", "");
  for (const Cost& cost : validation.costs) {
    text += Row("", cost.name, cost.pythons ? Number(*cost.pythons) : "–", cost.ours ? Number(*cost.ours) : "–", cost.unit);
  }
  std::string others = Format("Other programs used %.2f cores at most in what counts", validation.other_cores);
  if (validation.repeated > 0) others += Format("; %d repetitions were repeated since they used more than 0.12", validation.repeated);
  if (validation.disturbed > 0) others += Format("; %d were kept all the same, after some tries: close other programs", validation.disturbed);
  return text + "\n" + Wrapped(others + ".", 2) + "\n";
}

json ToJson(const Validation& validation, const PythonProcess& python) {
  json speedups = json::array();
  for (const SpeedupPair& pair : validation.speedups) {
    speedups.push_back({{"experiment", pair.experiment}, {"ours", ToJson(pair.ours)}, {"cpython", ToJson(pair.pythons)},
                        {"ours_samples", pair.samples.ours}, {"cpython_samples", pair.samples.pythons}});
  }
  json bars = json::array();
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    bars.push_back({{"bar", bar.name}, {"allowed", AllowedText(bar)}, {"ours", judgement.ours}, {"cpython", judgement.pythons}, {"off", judgement.off},
                    {"measured", judgement.measured}, {"holds", judgement.holds}, {"undecided", judgement.undecided},
                    {"ours_samples", bar.measured.ours}, {"cpython_samples", bar.measured.pythons}});
  }
  json costs = json::array();
  for (const Cost& cost : validation.costs) {
    costs.push_back({{"cost", cost.name}, {"unit", cost.unit}, {"ours", cost.ours ? json(*cost.ours) : json()}, {"cpython", cost.pythons ? json(*cost.pythons) : json()}});
  }
  return {{"python", validation.python}, {"executable", python.executable()}, {"facts", python.facts()}, {"speedups", speedups}, {"bars", bars}, {"costs", costs},
          {"other_cores", validation.other_cores}, {"repeated", validation.repeated}, {"disturbed", validation.disturbed}};
}

}  // namespace lab
