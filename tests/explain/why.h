// What the tests of the reasons have in common: what is known of a run, and what is expected of its
// reasons.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "experiment/model_info.h"
#include "explain/why_text.h"
#include "tests/stats/traces.h"

namespace lab {

inline constexpr auto kComputing = WorkKind::kComputing;
inline constexpr auto kWaiting = WorkKind::kWaiting;

// A model's figures, and what they were found to mean.
struct Known {
  Evidence evidence;
  Conditions conditions;
  VerdictCode verdict = VerdictCode::kGains;
};

// `model` took `median_s` where the sequential one took `sequential_s`, on a machine with two free
// cores.
inline Known Of(const std::string& model, WorkKind work, double median_s, double sequential_s) {
  const double ratio = sequential_s / median_s;
  return {
      .evidence = {.model = FactsOf(model),
                   .task = work == WorkKind::kWaiting ? Noun{&words::kDownload, &words::kDownloads}
                                                      : Noun{&words::kTask, &words::kTasks},
                   .speedup = {.ratio = ratio,
                               .low = ratio * 0.98,
                               .high = ratio * 1.02,
                               .confidence = 0.95},
                   .median_s = median_s,
                   .sequential_s = sequential_s,
                   .startup_s = 0.0001,
                   .cpu_s = {},
                   .handoffs = {},
                   .task_inflation = {}},
      .conditions = {.work = work, .reported_cores = 2, .effective_cores = 2, .governor = {}}};
}

inline std::vector<Reason> WhyOf(const Trace& trace, const Known& known) {
  return WhyOf(trace, known.evidence, known.conditions, known.verdict);
}

inline void ExpectFirst(const std::vector<Reason>& reasons, ReasonCode code,
                        const std::string& text) {
  ASSERT_FALSE(reasons.empty());
  EXPECT_EQ(Name(reasons.front().code), Name(code));
  EXPECT_EQ(reasons.front().text, text);
  EXPECT_LE(reasons.size(), 4u);
}

inline void ExpectOnly(const std::vector<Reason>& reasons, ReasonCode code,
                       const std::string& text) {
  ExpectFirst(reasons, code, text);
  for (size_t at = 1; at < reasons.size(); ++at) ADD_FAILURE() << "also: " << reasons[at].text;
}

// So many workers that do `each` task for so long, all at the same time.
inline Trace Alike(int workers, EventKind state, double milliseconds, bool gil = false) {
  Trace trace = TraceOf(milliseconds, gil, {});
  for (int at = 0; at < workers; ++at)
    trace.lanes.push_back(LaneMaker(Format("lane %d", at)).Task(at, state, milliseconds).End());
  return trace;
}

}  // namespace lab
