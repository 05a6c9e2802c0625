#include "engine/course.h"

#include <algorithm>
#include <cmath>

namespace lab {
namespace {

// The end of a run, of its time budget: figures are made and workers ended.
constexpr double kEndShare = 0.03;
// A round that takes a little longer than the others so far.
constexpr double kRoomForRound = 1.05;
// Where the number of repetitions was typed, at most so many rounds for each of them.
constexpr int kMostPerRepetition = 2;

}  // namespace

void Course::SetPlan(const TimePlan& plan, double now_s) {
  planned_rounds_ = plan.rounds;
  planned_s_ = plan.seconds;
  fits_ = plan.fits;
  round_begun_s_ = now_s;
}

void Course::EndRound(double now_s, const Known& known) {
  ++ended_;
  round_begun_s_ = now_s;
  known_ = known;
}

// What was spent on it is no part of the others.
void Course::DropRound(double now_s) {
  --begun_;
  rounds_begun_s_ += now_s - round_begun_s_;
  round_begun_s_ = now_s;
}

double Course::MeasuringSeconds() const { return budget_s_ * (1 - kEndShare); }

std::optional<Stop> Course::WhyStop(double now_s) const {
  const bool time_is_up = now_s + kRoomForRound * RoundSeconds() > MeasuringSeconds();
  if (typed_repetitions_) {
    if (known_.quiet >= repetitions_) return Stop::kRepetitions;
    // What was typed counts for more than what was not.
    if (begun_ < repetitions_)
      return typed_time_ && time_is_up && begun_ > 0 ? std::optional(Stop::kTime) : std::nullopt;
    return time_is_up || begun_ >= kMostPerRepetition * repetitions_
               ? std::optional(Stop::kRepetitions)
               : std::nullopt;
  }
  if (known_.quiet >= kFewestToStop && known_.enough) return Stop::kPrecise;
  if (begun_ == kMostRounds) return Stop::kRepetitions;
  return begun_ >= kFewestRounds && time_is_up ? std::optional(Stop::kTime) : std::nullopt;
}

// Of one round, as they were so far; as planned before the first one has ended.
double Course::RoundSeconds() const {
  if (ended_ == 0) return planned_rounds_ > 0 ? planned_s_ / planned_rounds_ : 0;
  return (round_begun_s_ - rounds_begun_s_) / ended_;
}

int Course::RoundsToGo() const {
  const int disturbed = ended_ - known_.quiet;
  if (typed_repetitions_ || !fits_ || std::isinf(budget_s_))
    return std::max(0, planned_rounds_ + disturbed - begun_);
  const double until = MeasuringSeconds() - round_begun_s_;
  const int under_way = begun_ - ended_;
  const int affordable = std::max(
      0, static_cast<int>(until / (kRoomForRound * std::max(RoundSeconds(), 1e-6))) - under_way);
  return std::clamp(RoundsWanted(begun_ + affordable) + disturbed - begun_, 0, affordable);
}

// Quiet ones, of as many as there is time for: by their spread, once that can be told.
int Course::RoundsWanted(int affordable) const {
  if (std::isinf(known_.needed)) return (kFewestToStop + std::max(kFewestToStop, affordable)) / 2;
  // By so much is the spread of few rounds uncertain, and what was too small of it is told too
  // late.
  const double uncertain = 1 / std::sqrt(2.0 * std::max(1, known_.quiet - 1));
  return std::max(kFewestToStop,
                  static_cast<int>(std::min<double>((1 + uncertain) * known_.needed, affordable)));
}

double Course::SecondsLeft(double now_s) const {
  const double round_s = RoundSeconds();
  const double of_this_round =
      begun_ > ended_ ? std::max(0.0, round_s - (now_s - round_begun_s_)) : 0;
  const double left = of_this_round + round_s * RoundsToGo();
  if ((typed_repetitions_ && !typed_time_) || !fits_) return left;
  return std::min(left, std::max(0.0, budget_s_ - now_s));
}

}  // namespace lab
