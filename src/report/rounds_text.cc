#include "report/rounds_text.h"

#include "base/text.h"
#include "words/english/report.h"

namespace lab {

std::string RoundsText(const Calibration& calibration) {
  const int all = calibration.rounds + calibration.disturbed_rounds;
  if (all == 0) return "";
  if (calibration.disturbed_rounds > 0) {
    return Phrase<words::kSomeRoundsCount>(
        "disturbed"_a = calibration.disturbed_rounds, "rounds"_a = all,
        "cores"_a = Format("%.1f", calibration.disturbing_cores.value_or(0)));
  }
  if (!calibration.all_disturbed) return Phrase<words::kAllRoundsCount>("rounds"_a = all);
  return Phrase<words::kDisturbedRoundsCount>(
      "rounds"_a = all, "cores"_a = Format("%.1f", calibration.other_cores.value_or(0)));
}

std::string EndText(const Calibration& calibration) {
  if (calibration.took_s <= 0) return "";
  return Phrase<words::kEndedAfter>(
      "time"_a = Duration(calibration.took_s),
      "all"_a = calibration.stop == Stop::kRepetitions ? "yes" : "no");
}

}  // namespace lab
