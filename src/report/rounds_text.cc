#include "report/rounds_text.h"

#include "base/text.h"

namespace lab {
std::string RoundsText(const Calibration& calibration) {
  const int all = calibration.rounds + calibration.disturbed_rounds;
  if (all == 0) return "";
  if (calibration.disturbed_rounds > 0) {
    return Format("%d of %d do not count: others used %.1f cores in them", calibration.disturbed_rounds, all, calibration.disturbing_cores.value_or(0));
  }
  if (!calibration.all_disturbed) return Format(all == 1 ? "%d counts" : "all %d count", all);
  return Format("all %d count, since too few were quiet: others used %.1f cores", all, calibration.other_cores.value_or(0));
}

std::string EndText(const Calibration& calibration) {
  if (calibration.took_s <= 0) return "";
  return "after " + Duration(calibration.took_s) + (calibration.stop == Stop::kRepetitions ? ", with all repetitions measured" : "");
}

}  // namespace lab
