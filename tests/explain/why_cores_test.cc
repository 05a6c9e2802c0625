// Workers that compute at the same time where there are fewer cores than workers: whether that is a
// reason, and whose doing.
#include "explain/why_text.h"

#include <gtest/gtest.h>

#include "tests/explain/why.h"

namespace lab {
namespace {

using enum EventKind;

TEST(WhyCores, MoreWorkersThanCores) {
  Known known = Of("threads-free", kComputing, 1, 2);
  known.evidence.cpu_s = 2;
  ExpectOnly(WhyOf(Alike(4, kRunning, 1000), known), ReasonCode::kOversubscribed,
             "Only two of the four threads can have a core at a time. Each had a core for 50 % of "
             "the time.");
  known.evidence.cpu_s = {};  // as in a browser
  ExpectOnly(WhyOf(Alike(4, kRunning, 1000), known), ReasonCode::kOversubscribed,
             "Only two of the four threads can have a core at a time. A task took 2.0 times as "
             "long as alone.");
  known.verdict = VerdictCode::kNoisy;
  ExpectOnly(WhyOf(Alike(4, kRunning, 1000), known), ReasonCode::kOversubscribed,
             "Only two of the four threads can have a core at a time.");
  known = Of("processes", kComputing, 2, 2);
  known.conditions.reported_cores = 1;
  known.conditions.effective_cores = 1;
  known.evidence.cpu_s = 2;
  ExpectOnly(WhyOf(Alike(2, kRunning, 2000), known), ReasonCode::kOversubscribed,
             "Only one of the two processes can have a core at a time. Each had a core for 50 % of "
             "the time.");
}

TEST(WhyCores, FewerCoresThanReported) {
  Known known = Of("processes", kComputing, 1, 1);
  known.conditions.reported_cores = 4;
  known.conditions.effective_cores = 1;
  known.evidence.cpu_s = 0.9;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kFewCores,
             "Two processes had only 0.9 of the four reported cores between them. Each had a core "
             "for 45 % of the time.");
  known.evidence.cpu_s = {};
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kFewCores,
             "Only 1.0 of the four reported cores were available before the run. A task took 2.0 "
             "times as long as alone.");
}

// Whoever disturbed the measurement of the cores had gone when the run began.
TEST(WhyCores, CoresThatWereMissingOnlyBeforeTheRunAreNoReason) {
  Known known = Of("processes", kComputing, 1, 1.9);
  known.conditions.effective_cores = 1;
  known.verdict = VerdictCode::kNoisy;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kParallel,
             "Both processes computed in parallel all the time.");
}

// Eight on four reported cores of which one is there: both are true, and the missing cores weigh
// more.
TEST(WhyCores, TooManyWorkersAndTooFewCores) {
  Known known = Of("threads-free", kComputing, 8, 8);
  known.conditions.reported_cores = 4;
  known.conditions.effective_cores = 1;
  known.evidence.cpu_s = 8;
  const std::vector<Reason> reasons = WhyOf(Alike(8, kRunning, 8000), known);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].text,
            "Eight threads had only 1.0 of the four reported cores between them. Each had a core "
            "for 12 % of the time.");
  EXPECT_EQ(reasons[1].text, "Only four of the eight threads can have a core at a time.");
}

// Where the sequential run had half a core as well, two workers with half a core each gain all
// there is.
TEST(WhyCores, CoresThatTheSequentialRunLackedAsWellCostNothing) {
  Known known = Of("processes", kComputing, 1, 2);
  known.evidence.cpu_s = 1;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kParallel,
             "Both processes computed in parallel all the time.");
}

// The processor time is that of the whole trial, so it says nothing of the beginning; what was free
// before the run does.
TEST(WhyCores, OfARecordThatBreaksOffTheCoresAreThoseBeforeTheRun) {
  Known known = Of("threads-free", kComputing, 1, 2);
  known.evidence.cpu_s = 2;
  const auto lost = [](int task) {
    return LaneMaker("thread").Begin(task).In(kRunning, 200).In(kBlocked, 0).Lost(5);
  };
  const std::vector<Reason> reasons =
      WhyOf(TraceOf(1000, false, {lost(0), lost(1), lost(2), lost(3)}), known);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].code, ReasonCode::kPartial);
  EXPECT_EQ(reasons[1].text, "Only two of the four threads can have a core at a time.");
}

}  // namespace
}  // namespace lab
