#include "stats/verdict.h"

#include <gtest/gtest.h>

#include "stats/rounds.h"
#include "tests/stats/evidence.h"

namespace lab {
namespace {

TEST(Verdict, OfEachModelOnAQuietMachine) {
  EXPECT_EQ(ConclusionOf(kBaseline, kQuiet).code, VerdictCode::kBaseline);
  EXPECT_EQ(ConclusionOf(Of("processes", Within(1.9)), kQuiet).code, VerdictCode::kGains);
  EXPECT_EQ(ConclusionOf(Of("threads-gil", Within(0.98)), kQuiet).code, VerdictCode::kGilBound);
  EXPECT_EQ(ConclusionOf(Of("threads-free", Within(1.02)), kQuiet).code, VerdictCode::kNoGain);
  EXPECT_EQ(ConclusionOf(Of("threads-free", Within(0.5)), kQuiet).code, VerdictCode::kSlower);
}

TEST(Verdict, WideIntervalsConcludeNothing) {
  const Conclusion conclusion = ConclusionOf(Of("processes", Within(1.4, 0.6)), kQuiet);
  EXPECT_EQ(conclusion.code, VerdictCode::kNoisy);
}

TEST(Verdict, WaitingUnderTheGilGains) {
  Conditions waiting = kQuiet;
  waiting.work = WorkKind::kWaiting;
  waiting.all_disturbed = true;  // waits need no cores
  waiting.other_cores = 1;
  EXPECT_EQ(ConclusionOf(Of("threads-gil", Within(4.9)), waiting).code, VerdictCode::kGains);
  EXPECT_EQ(ConclusionOf(Of("threads-gil", Within(1.0)), waiting).code, VerdictCode::kNoGain);
}

TEST(Verdict, AnswersAreLateOrNot) {
  Conditions answering = kQuiet;
  answering.work = WorkKind::kAnswering;
  const auto late = [](double seconds, const Estimate& speedup) {
    Evidence evidence = Of("threads-gil", speedup);
    evidence.median_s = seconds;
    return evidence;
  };
  const Conclusion conclusion = ConclusionOf(late(0.0052, Within(0.025, 0.001)), answering);
  EXPECT_EQ(conclusion.code, VerdictCode::kDelayed);
  EXPECT_EQ(ConclusionOf(late(0.0003, Within(0.3, 0.2)), answering).code, VerdictCode::kPrompt)
      << "nobody notices a third of a millisecond";
  EXPECT_EQ(ConclusionOf(late(0.02, Within(0.9, 0.1)), answering).code, VerdictCode::kPrompt)
      << "alone it is as late";
  EXPECT_EQ(ConclusionOf(late(0.02, Within(0.5, 0.2)), answering).code, VerdictCode::kNoisy);
  EXPECT_EQ(ConclusionOfRun(std::vector{kBaseline, late(0.0052, Within(0.025, 0.001))}, answering)
                .conclusion.code,
            VerdictCode::kClear);
  answering.all_disturbed = true;
  answering.other_cores = 1;
  EXPECT_EQ(ConclusionOf(late(0.0052, Within(0.025, 0.001)), answering).code, VerdictCode::kNoisy);
}

TEST(Verdict, WhoWaitsForAPartNeedsAPartOfACore) {
  Conditions mixed = kQuiet;
  mixed.reported_cores = 4;
  Evidence processes = Of("processes", Within(1.9));
  processes.workers = processes.tasks = 4;
  EXPECT_EQ(ConclusionOf(processes, mixed).code, VerdictCode::kFewerCores);
  mixed.compute_share = 0.4;
  EXPECT_EQ(ConclusionOf(processes, mixed).code, VerdictCode::kGains)
      << "four that compute for two fifths want 1.6 cores";
}

TEST(Verdict, WhereTheIntervalHasNoEndNothingIsConcludedAndTheLoadIsNamed) {
  const Evidence wide = Of("processes", Hedged(Within(1.5), 1, 2, 2));
  EXPECT_EQ(ConclusionOf(wide, Beside(1)).code, VerdictCode::kNoisy);
  const Evidence both[] = {kBaseline, wide};
  const RunConclusion run = ConclusionOfRun(both, Beside(1));
  EXPECT_EQ(run.conclusion.code, VerdictCode::kNoisy);
  EXPECT_EQ(run.conclusion.cause, Cause::kOthers);
  EXPECT_EQ(run.unsure, std::vector<size_t>{1});
  EXPECT_TRUE(run.all_unsure);
}

TEST(Verdict, BetweenSureAndSilentItIsProbable) {
  const Evidence tight = Of("processes", Hedged(Within(1.9), 0.2, 2, 2));
  const Conclusion conclusion = ConclusionOf(tight, Beside(0.2));
  EXPECT_EQ(conclusion.code, VerdictCode::kGains);
  EXPECT_TRUE(conclusion.probable);
  const Evidence both[] = {kBaseline, tight};
  EXPECT_EQ(ConclusionOfRun(both, Beside(0.2)).conclusion.code, VerdictCode::kClear);
  EXPECT_TRUE(ConclusionOfRun(both, Beside(0.2)).conclusion.probable);
  EXPECT_FALSE(ConclusionOf(Of("processes", Within(1.9)), kQuiet).probable);
}

TEST(Verdict, OtherProgramsInRoundsThatCountAsQuietChangeNothing) {
  Conditions quiet = kQuiet;
  quiet.other_cores = 0.1;
  EXPECT_FALSE(Disturbed(quiet));
  EXPECT_FALSE(ConclusionOf(Of("processes", Within(1.9)), quiet).probable);
}

TEST(Verdict, WithoutConfidenceThereIsNone) {
  const Evidence once = Of("processes", {.ratio = 2, .low = 2, .high = 2, .confidence = 0});
  EXPECT_EQ(ConclusionOf(once, kQuiet).code, VerdictCode::kNoisy);
}

TEST(Verdict, OfOneRepetitionSaysThatItIsOne) {
  Conditions single = kQuiet;
  single.repetitions = 1;
  const Evidence both[] = {kBaseline,
                           Of("processes", {.ratio = 2, .low = 2, .high = 2, .confidence = 0})};
  EXPECT_EQ(ConclusionOfRun(both, single).conclusion.code, VerdictCode::kNoisy);
  EXPECT_EQ(ConclusionOfRun(std::span(both).first(1), single).conclusion.code, VerdictCode::kClear)
      << "the baseline alone is compared with nothing";
  // However late or prompt its answers came.
  single.work = WorkKind::kAnswering;
  for (const double late_s : {0.0001, 0.02}) {
    EXPECT_EQ(
        ConclusionOf({.model = FactsOf("threads-gil"),
                      .workers = 2,
                      .speedup = {.ratio = 0.025, .low = 0.025, .high = 0.025, .confidence = 0},
                      .median_s = late_s},
                     single)
            .code,
        VerdictCode::kNoisy);
  }
}

TEST(Verdict, CoresThatAreNotThereAreNamed) {
  Conditions quota = kQuiet;
  quota.reported_cores = 8;
  Evidence eight = Of("processes", Within(1.95));
  eight.workers = eight.tasks = 8;
  const Conclusion conclusion = ConclusionOf(eight, quota);
  EXPECT_EQ(conclusion.code, VerdictCode::kFewerCores);
  const Evidence both[] = {kBaseline, eight};
  EXPECT_EQ(ConclusionOfRun(both, quota).conclusion.code, VerdictCode::kFewerCores);
}

TEST(Verdict, TasksThatSlowEachOtherDownShareSomethingElse) {
  Evidence evidence = Of("threads-free", Within(1.1));
  evidence.task_inflation = 1.8;
  EXPECT_EQ(ConclusionOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
  evidence.tasks = 1;  // one task gains nothing, however many might work
  evidence.speedup = Within(0.95);
  EXPECT_NE(ConclusionOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
  evidence.speedup = Within(1.1);
  evidence.workers = evidence.tasks = 4;  // more than cores: they take turns on them
  EXPECT_NE(ConclusionOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
}

TEST(Verdict, ACoarseClockCannotTimeShortTrials) {
  Conditions coarse = kQuiet;
  coarse.timer_step_s = 0.1;
  EXPECT_EQ(ConclusionOf(Of("processes", Within(1.9)), coarse).code, VerdictCode::kTooShort);
  coarse.work = WorkKind::kAnswering;
  coarse.timer_step_s = 0.0167;
  Evidence late = Of("threads-gil", Within(0.5));
  late.median_s = 0.0077;
  EXPECT_EQ(ConclusionOf(late, coarse).code, VerdictCode::kTooShort);
  late = Of("threads-gil", Within(0.1, 0.01));
  late.median_s = 0.05;
  EXPECT_EQ(ConclusionOf(late, coarse).code, VerdictCode::kDelayed);
}

TEST(Verdict, OfARunIsClearWhenNothingSpeaksAgainstIt) {
  const Evidence both[] = {kBaseline, Of("processes", Within(1.9))};
  EXPECT_EQ(ConclusionOfRun(both, kQuiet).conclusion.code, VerdictCode::kClear);
}

TEST(Verdict, EveryCodeHasAName) {
  for (const char* name : {"baseline", "gains", "no-gain", "slower", "gil-bound", "memory-bound",
                           "fewer-cores", "too-short", "noisy", "clear"}) {
    const auto code = CodeNamed<VerdictCode>(name);
    ASSERT_TRUE(code) << name;
    EXPECT_EQ(Name(*code), name);
  }
  EXPECT_FALSE(CodeNamed<VerdictCode>("splendid"));
}

}  // namespace
}  // namespace lab
