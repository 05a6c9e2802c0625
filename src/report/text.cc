#include "report/text.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "stats/speedup.h"

namespace lab {
namespace {

std::string LabelOf(const std::string& model) {
  const ModelName* name = FindModelName(model);
  return name == nullptr ? model : std::string(name->label);
}

std::string Settings(const Experiment& experiment) {
  std::string text = std::string(InfoOf(experiment.kind).name) + ":";
  for (const auto& [name, value] : Describe(experiment)) {
    if (name != "experiment" && name != "models") text += " " + name + " " + value;
  }
  return text;
}

std::string SpeedupText(const Spread& speedup) { return TooNoisy(speedup) ? "noisy  " : RatioText(speedup) + "×"; }

std::string Row(const ModelResult& model) {
  std::string row = Format("  %-14s %7d   %9s   %7s   %5.2f … %-5.2f   %4.0f %%   %9s", LabelOf(model.model).c_str(), model.workers,
                           Duration(model.median_s).c_str(), SpeedupText(model.speedup).c_str(), model.speedup.low, model.speedup.high,
                           model.efficiency * 100, Duration(model.startup_s).c_str());
  if (model.handoffs) row += Format("   %.0f", *model.handoffs);
  return row + "\n";
}

}  // namespace

std::string AsTable(const RunResult& result) {
  std::string text = result.answer + "\n\n" + Settings(result.experiment) + "\n\n";
  text += "  model          workers        time   speedup      low … high    effic.    start-up   hand-offs\n";
  for (const ModelResult& model : result.models) text += Row(model);
  for (const UnavailableModel& model : result.unavailable) text += "  " + LabelOf(model.model) + ": " + model.reason + "\n";
  if (!result.notes.empty()) text += "\n";
  for (const std::string& note : result.notes) text += "Note: " + note + "\n";
  return text;
}

std::string AsCsv(const RunResult& result) {
  std::string text = "experiment,model,workers,repetition,seconds,speedup\n";
  if (result.models.empty()) return text;
  const std::vector<double>& baseline = result.models.front().samples_s;
  for (const ModelResult& model : result.models) {
    for (size_t at = 0; at < model.samples_s.size(); ++at) {
      const double seconds = model.samples_s[at];
      const double speedup = at < baseline.size() && seconds > 0 ? baseline[at] / seconds : 0;
      text += Format("%s,%s,%d,%zu,%.9f,%.6f\n", InfoOf(result.experiment.kind).name.data(), model.model.c_str(), model.workers, at + 1, seconds, speedup);
    }
  }
  return text;
}

}  // namespace lab
