// What is known of a run before it is over, as a result: for saving what came in, whatever happens
// later. Takes in notices one by one.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "messages/messages.h"

namespace lab {

// Lengthens the trace of a trial by what came since, or begins it anew.
void Grow(std::optional<Trace>& trace, const TraceGrown& grown);

class PartialResult {
 public:
  void TakeIn(const Notice& notice);

  // True once a counted repetition has come in.
  bool any() const { return !result_.models.empty(); }
  // Marked as incomplete by its error until the run has finished.
  const RunResult& result() const { return result_; }

 private:
  void Keep(const ModelResult& model);

  std::map<std::string, std::optional<Trace>> traces_;  // of the latest trials
  RunResult result_;
};

}  // namespace lab
