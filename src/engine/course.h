// The course of a run's rounds: whether there is another one, how many are still to come and how
// long they take. All times are seconds since the run was asked for. Pure.
#pragma once

#include <limits>
#include <optional>

#include "messages/result.h"
#include "experiment/experiment.h"
#include "experiment/time_plan.h"

namespace lab {

class Course {
 public:
  // What the rounds up to here tell.
  struct Known {
    int quiet = 0;                                             // rounds that count
    bool enough = false;  // every interval is as narrow as was asked
    // Quiet rounds that it takes until then; infinity while nobody can tell.
    double needed = std::numeric_limits<double>::infinity();
  };

  // Of a run that shall be over within the budget, which is infinity if there is no limit.
  Course(const Experiment& asked, double budget_s)
      : typed_repetitions_(!asked.left_to_plan.repetitions),
        typed_time_(!asked.left_to_plan.time_budget),
        repetitions_(asked.repetitions),
        budget_s_(budget_s) {}

  // From now on the plan tells, until a round has ended.
  void SetPlan(const TimePlan& plan, double now_s);
  // The first round begins now.
  void BeginRounds(double now_s) { rounds_begun_s_ = round_begun_s_ = now_s; }
  // Returns how many began before it.
  int BeginRound() { return begun_++; }
  void EndRound(double now_s, const Known& known);
  // The one under way has never been; the next one begins now.
  void DropRound(double now_s);

  // The time in which everything up to the last round shall be done; what is left then is for the
  // end of the run.
  double MeasuringSeconds() const;
  int begun() const { return begun_; }
  // When the round under way began, or the last one ended.
  double round_begun_s() const { return round_begun_s_; }
  // Why there is no further round; empty if there is one.
  std::optional<Stop> WhyStop(double now_s) const;
  // After those that have begun.
  int RoundsToGo() const;
  double SecondsLeft(double now_s) const;

 private:
  double RoundSeconds() const;
  int RoundsWanted(int affordable) const;

  const bool typed_repetitions_;
  const bool typed_time_;
  const int repetitions_;
  const double budget_s_;
  int planned_rounds_ = 0;
  double planned_s_ = 0;
  bool fits_ = true;
  double rounds_begun_s_ = 0;
  double round_begun_s_ = 0;  // the one under way, or the end of the last one
  int begun_ = 0;
  int ended_ = 0;
  Known known_;
};

}  // namespace lab
