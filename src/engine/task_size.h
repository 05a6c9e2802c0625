// How large a task must be for its time to mean something: 100 steps of the clock and 20 ms. Pure;
// the run executes the trials that it asks for.
#pragma once

#include <cstdint>

#include "experiment/experiment.h"

namespace lab {

class TaskSize {
 public:
  TaskSize(const Experiment& experiment, double timer_step_s);

  // Whether one more sequential task of `size()` iterations is to be timed.
  bool Unsettled() const { return unsettled_; }
  void TakeIn(double seconds);

  // Iterations of one task, as far as is known.
  int64_t size() const { return size_; }
  double task_s() const { return task_s_; }
  bool scaled() const { return size_ > asked_; }

 private:
  const int64_t asked_;
  const int64_t largest_;     // of the setting
  double target_s_;
  bool unsettled_;
  bool long_enough_ = false;  // once: code that gets faster is timed again
  int trials_ = 0;
  int64_t size_;
  double task_s_ = 0;
};

}  // namespace lab
