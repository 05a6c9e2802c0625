// How large a task must be for its time to mean something: 100 steps of the clock and 20 ms. Where tasks are
// given in milliseconds: how many iterations that is here. Pure; the run executes the trials that it
// asks for.
#pragma once

#include <cstdint>

#include "experiment/experiment.h"

namespace lab {

class TaskSize {
 public:
  TaskSize(const Experiment& experiment, double timer_step_s);

  // Whether one more sequential task of `size()` iterations is to be timed: one of the experiment's, or a
  // counting one where tasks are cut by time.
  bool Unsettled() const { return unsettled_; }
  void TakeIn(double seconds);

  // Iterations of the task to be timed; once settled, of each task.
  int64_t size() const { return size_; }
  // Of one task alone; 0 where tasks last as long as others.
  double task_s() const { return task_s_; }
  bool scaled() const { return !by_time_ && size_ > experiment_.size; }

 private:
  void Settle();

  const Experiment experiment_;
  const bool by_time_;        // tasks are given in milliseconds
  const int64_t largest_;     // of the setting
  double target_s_;
  bool unsettled_;
  bool long_enough_ = false;  // once: code that gets faster is timed again
  int trials_ = 0;
  int64_t size_;
  double task_s_ = 0;
};

}  // namespace lab
