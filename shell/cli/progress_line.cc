#include "shell/cli/progress_line.h"

#include <cstdio>
#include <variant>

#include "base/text.h"
#include "report/expected_time.h"
#include "shell/cli/output.h"

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

std::string ProgressLine::Left() const { return " · about " + RoughTime(left_s_) + " left"; }

void ProgressLine::On(const Started& started) {
  left_s_ = started.left_s;
  Write("measuring the machine" + Left());
}

// The plan of a sweep's first point says nothing about all of them.
void ProgressLine::On(const Calibrated& calibrated) {
  if (sweep_) return;
  left_s_ = calibrated.left_s;
  if (calibrated.fits) Write(calibrated.plan);
  else Say(calibrated.plan);
}

void ProgressLine::On(const TrialStarted& trial) {
  const std::string what = trial.warmup ? "warming up " + trial.model : Format("round %d, ", trial.repetition + 1) + trial.model;
  Write((sweep_ ? points_ + ": " : "") + what + Left());
}

void ProgressLine::On(const TrialDone& trial) { left_s_ = trial.left_s; }

void ProgressLine::On(const SweepStarted& started) {
  sweep_ = true;
  const ExpectedTime time = TimeFor(started.experiment, /*sweep=*/true, ExpectedPace(environment_, started.experiment.kind));
  left_s_ = time.seconds;
  const std::string plan = Format("%zu point%s: about ", started.at.size(), started.at.size() == 1 ? "" : "s") + RoughTime(time.seconds) + ".";
  points_ = Format("0 of %zu points", started.at.size());
  if (time.fits()) Write(plan);
  else Say(plan + " That is more than the " + RoughTime(time.budget_s) + " of the time budget: smaller tasks or fewer points take less.");
}

void ProgressLine::On(const PointDone& point) {
  left_s_ = point.left_s;
  points_ = Format("%d of %d points", point.done, point.points);
}

}  // namespace lab
