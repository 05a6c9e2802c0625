#include "report/bars_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "experiment/model_info.h"
#include "report/figures_text.h"
#include "report/wrap.h"
#include "stats/estimate.h"

namespace lab {
namespace {

constexpr size_t kBarColumns = 26;
constexpr const char* kPlain = "\x1b[0m";
constexpr const char* kBold = "\x1b[1m";

// Of the terminal's own sixteen, which suit its background, by the models' places
// (ModelInfo::colour); the first has none.
constexpr std::array kColours = {"", "\x1b[33m", "\x1b[32m", "\x1b[34m", "\x1b[35m", "\x1b[36m"};

std::string InColour(const std::string& text, const std::string& model, bool coloured) {
  const std::string colour = kColours.at(InfoOf(model).colour);
  return coloured && !colour.empty() ? colour + text + kPlain : text;
}

bool Hatched(const ModelResult& model) {
  if (model.verdict.code == VerdictCode::kTooShort) return true;
  return model.model != kSequential && !model.response &&
         (model.speedup.confidence <= 0 || !Concluded(model.verdict.code));
}

// Of what is too short for the clock there is no length.
double LengthOf(const ModelResult& model) {
  if (model.verdict.code == VerdictCode::kTooShort) return 0;
  if (model.response) return model.response->median_s;
  return model.model == kSequential ? 1 : model.speedup.ratio;
}

// In eighths of a column, hatched in whole ones; what is there at all can be seen.
std::string BarOf(double share, bool hatched) {
  constexpr std::array kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths =
      std::max(1, static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) *
                                               static_cast<double>(kBarColumns) * 8)));
  std::string bar;
  for (int full = 0; full < (hatched ? (eighths + 7) / 8 : eighths / 8); ++full)
    bar += hatched ? "▒" : "█";
  return hatched ? bar : bar + kEighths[static_cast<size_t>(eighths % 8)];
}

// Of responses how many times as late as alone they came. Of what is too noisy only how far it may
// reach.
std::string GainText(const ModelResult& model) {
  if (model.verdict.code == VerdictCode::kTooShort) return DoubtOf(model);
  if (model.model == kSequential) return model.response ? "" : "1×";
  if (model.speedup.confidence <= 0) return "";
  const Estimate shown = model.response ? Inverse(model.speedup) : model.speedup;
  const std::string figure = model.response
                                 ? Phrase<words::kTimesAsLate>("ratio"_a = RatioText(shown))
                                 : RatioText(shown) + "×";
  return (Concluded(model.verdict.code) ? figure : DoubtOf(model)) + " (" + IntervalText(shown) +
         ")";
}

}  // namespace

std::string AsBars(const RunResult& result, bool coloured) {
  double longest = 0;
  for (const ModelResult& model : result.models) longest = std::max(longest, LengthOf(model));
  std::string text;
  for (const ModelResult& model : result.models) {
    const std::string label = model.response && model.model == kSequential ? Phrase<words::kAlone>()
                                                                           : LabelOf(model.model);
    const std::string bar = BarOf(longest > 0 ? LengthOf(model) / longest : 0, Hatched(model));
    const std::string gain = GainText(model);
    const std::string time = MedianText(model, result.calibration.timer_step_s);
    // The time stands right behind the bar's place, whatever codes are in it.
    text += "  " + Left(label, 14) + InColour(bar, model.model, coloured) +
            Right(time, 10 + kBarColumns - Columns(bar));
    text += (gain.empty() ? "" : "  " + gain) + "\n";
  }
  return text;
}

std::string AsAnswer(const std::string& answer, const std::string& reason, bool coloured) {
  const std::string text = Wrapped(answer);
  return (coloured ? kBold + text + kPlain : text) + "\n" +
         (reason.empty() ? "" : Wrapped(reason) + "\n");
}

}  // namespace lab
