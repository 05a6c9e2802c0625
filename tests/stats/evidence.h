// Figures of models, and the machine that they come from, for the tests of what they mean and of
// how that is said.
#pragma once

#include "experiment/model_info.h"
#include "stats/verdict.h"

namespace lab {

inline Estimate Within(double ratio, double half = 0.02) {
  return {.ratio = ratio, .low = ratio - half, .high = ratio + half, .confidence = 0.95};
}

inline Evidence Of(const char* model, const Estimate& speedup) {
  return {.model = FactsOf(model),
          .workers = 2,
          .tasks = 2,
          .speedup = speedup,
          .median_s = 0.2,
          .handoffs = {},
          .task_inflation = 1.0};
}

inline const Evidence kBaseline = Of("sequential", Within(1, 0));
inline const Conditions kQuiet = {.reported_cores = 2,
                                  .effective_cores = 1.98,
                                  .timer_step_s = 1e-6,
                                  .repetitions = 10,
                                  .governor = {}};

// The same machine beside others that used so many cores in all rounds.
inline Conditions Beside(double others) {
  Conditions loaded = kQuiet;
  loaded.all_disturbed = true;
  loaded.other_cores = others;
  return loaded;
}

}  // namespace lab
