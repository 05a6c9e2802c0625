#include "shell/cli/progress_line.h"

#include <cstdio>
#include <variant>

#include "base/text.h"
#include "report/expected_time.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {

void ProgressLine::Show(const Notice& notice) {
  std::visit([this](const auto& said) { On(said); }, notice);
}

void ProgressLine::Clear() const {
  if (terminal_) std::fputs("\r\033[K", stderr);
}

void ProgressLine::Write(const std::string& text) const {
  if (terminal_) std::fprintf(stderr, "\r\033[K%s", text.c_str());
}

void ProgressLine::Say(const std::string& sentence) const {
  Clear();
  lab::Say(sentence);
}

void ProgressLine::On(const Started& started) {
  left_s_ = started.left_s;
  Write(Phrase<words::kMeasuringMachine>("time"_a = RoughTime(left_s_)));
}

// The plan of a sweep's first point says nothing about all of them.
void ProgressLine::On(const Calibrated& calibrated) {
  if (sweep_) return;
  left_s_ = calibrated.left_s;
  if (calibrated.fits) Write(calibrated.plan);
  else Say(calibrated.plan);
}

void ProgressLine::On(const TrialStarted& trial) {
  const std::string left = RoughTime(left_s_);
  const std::string what = trial.warmup
                               ? Phrase<words::kWarmingUp>("model"_a = trial.model, "time"_a = left)
                               : Phrase<words::kRound>("round"_a = trial.repetition + 1,
                                                       "model"_a = trial.model, "time"_a = left);
  Write(sweep_ ? Phrase<words::kAtPoint>("done"_a = done_, "points"_a = points_, "trial"_a = what)
               : what);
}

void ProgressLine::On(const TrialDone& trial) { left_s_ = trial.left_s; }

void ProgressLine::On(const SweepStarted& started) {
  sweep_ = true;
  const ExpectedTime time = TimeFor(started.experiment, /*sweep=*/true,
                                    ExpectedPace(environment_, started.experiment.kind));
  left_s_ = time.seconds;
  done_ = 0;
  points_ = static_cast<int>(started.at.size());
  const std::string seconds = RoughTime(time.seconds);
  if (time.fits()) Write(Phrase<words::kSweepPlan>("points"_a = points_, "time"_a = seconds));
  else
    Say(Phrase<words::kSweepOverBudget>("points"_a = points_, "time"_a = seconds,
                                        "budget"_a = RoughTime(time.budget_s)));
}

void ProgressLine::On(const PointDone& point) {
  left_s_ = point.left_s;
  done_ = point.done;
  points_ = point.points;
}

}  // namespace lab
