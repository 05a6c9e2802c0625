// How far something is in time, from what is told now and then of the rest of it. Pure; instants
// are seconds of any clock.
#pragma once

namespace lab::panel {

class Countdown {
 public:
  Countdown(double now_s, double left_s) : begun_s_(now_s), told_s_(now_s), left_s_(left_s) {}

  void Tell(double now_s, double left_s);

  // What was told last, less the time since then; not below 0.
  double Left(double now_s) const;
  // Of all the time, 0 to 1. Never falls: where more is left than was thought it waits.
  double Share(double now_s) const;

 private:
  double begun_s_;
  double told_s_;
  double left_s_;
  double reached_ = 0;
};

}  // namespace lab::panel
