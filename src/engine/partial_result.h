// What is known of a run before it is over, as a result: for saving what came in, whatever happens
// later. Takes in notices one by one.
#pragma once

#include "engine/messages.h"

namespace lab {

class PartialResult {
 public:
  void TakeIn(const Notice& notice);

  // True once a counted repetition has come in.
  bool any() const { return !result_.models.empty(); }
  // Marked as incomplete by its error until the run has finished.
  const RunResult& result() const { return result_; }

 private:
  RunResult result_;
};

}  // namespace lab
