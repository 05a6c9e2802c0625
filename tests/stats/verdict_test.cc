#include "stats/verdict.h"

#include <gtest/gtest.h>

#include "experiment/model_info.h"
#include "stats/rounds.h"

namespace lab {
namespace {

Estimate Within(double ratio, double half = 0.02) { return {.ratio = ratio, .low = ratio - half, .high = ratio + half, .confidence = 0.95}; }

Evidence Of(const char* model, const Estimate& speedup) {
  return {.model = FactsOf(model), .workers = 2, .tasks = 2, .speedup = speedup, .median_s = 0.2, .handoffs = {}, .task_inflation = 1.0};
}

const Evidence kBaseline = Of("sequential", Within(1, 0));
const Circumstances kQuiet = {.reported_cores = 2, .effective_cores = 1.98, .timer_step_s = 1e-6, .repetitions = 10, .governor = {}};

TEST(Verdict, OfEachModelOnAQuietMachine) {
  EXPECT_EQ(VerdictOf(kBaseline, kQuiet).code, VerdictCode::kBaseline);
  EXPECT_EQ(VerdictOf(Of("processes", Within(1.9)), kQuiet).code, VerdictCode::kGains);
  EXPECT_EQ(VerdictOf(Of("processes", Within(1.9)), kQuiet).text, "Processes were 1.90× as fast as one after the other.");
  EXPECT_EQ(VerdictOf(Of("threads-gil", Within(0.98)), kQuiet).code, VerdictCode::kGilBound);
  EXPECT_EQ(VerdictOf(Of("threads-free", Within(1.02)), kQuiet).code, VerdictCode::kNoGain);
  EXPECT_EQ(VerdictOf(Of("threads-free", Within(0.5)), kQuiet).code, VerdictCode::kSlower);
}

TEST(Verdict, NeverHasMoreDigitsThanTheInterval) {
  EXPECT_EQ(VerdictOf(Of("processes", Within(1.934, 0.2)), kQuiet).text, "Processes were 1.9× as fast as one after the other.");
}

TEST(Verdict, WideIntervalsConcludeNothing) {
  const Verdict verdict = VerdictOf(Of("processes", Within(1.4, 0.6)), kQuiet);
  EXPECT_EQ(verdict.code, VerdictCode::kNoisy);
  EXPECT_NE(verdict.text.find("from 0.8× to 2.0×"), std::string::npos) << verdict.text;
}

TEST(Verdict, WaitingUnderTheGilGains) {
  Circumstances waiting = kQuiet;
  waiting.work = WorkKind::kWaiting;
  waiting.all_disturbed = true;  // waits need no cores
  waiting.other_cores = 1;
  EXPECT_EQ(VerdictOf(Of("threads-gil", Within(4.9)), waiting).code, VerdictCode::kGains);
  EXPECT_EQ(VerdictOf(Of("threads-gil", Within(1.0)), waiting).code, VerdictCode::kNoGain);
}

TEST(Verdict, AnswersAreLateOrNot) {
  Circumstances answering = kQuiet;
  answering.work = WorkKind::kAnswering;
  const auto late = [](double seconds, const Estimate& speedup) {
    Evidence evidence = Of("threads-gil", speedup);
    evidence.median_s = seconds;
    return evidence;
  };
  const Verdict verdict = VerdictOf(late(0.0052, Within(0.025, 0.001)), answering);
  EXPECT_EQ(verdict.code, VerdictCode::kDelayed);
  EXPECT_EQ(verdict.text, "Threads under the GIL: answers came 5.20 ms late, 40 times as late as alone.");
  EXPECT_EQ(VerdictOf(late(0.0003, Within(0.3, 0.2)), answering).code, VerdictCode::kPrompt) << "nobody notices a third of a millisecond";
  EXPECT_EQ(VerdictOf(late(0.02, Within(0.9, 0.1)), answering).code, VerdictCode::kPrompt) << "alone it is as late";
  EXPECT_EQ(VerdictOf(late(0.02, Within(0.5, 0.2)), answering).code, VerdictCode::kNoisy);
  EXPECT_EQ(VerdictOfRun(std::vector{kBaseline, late(0.0052, Within(0.025, 0.001))}, answering).code, VerdictCode::kClear);
  answering.all_disturbed = true;
  answering.other_cores = 1;
  EXPECT_EQ(VerdictOf(late(0.0052, Within(0.025, 0.001)), answering).code, VerdictCode::kNoisy);
}

TEST(Verdict, WhoWaitsForAPartNeedsAPartOfACore) {
  Circumstances mixed = kQuiet;
  mixed.reported_cores = 4;
  Evidence processes = Of("processes", Within(1.9));
  processes.workers = processes.tasks = 4;
  EXPECT_EQ(VerdictOf(processes, mixed).code, VerdictCode::kFewerCores);
  mixed.compute_share = 0.4;
  EXPECT_EQ(VerdictOf(processes, mixed).code, VerdictCode::kGains) << "four that compute for two fifths want 1.6 cores";
}

Circumstances Beside(double others) {
  Circumstances loaded = kQuiet;
  loaded.all_disturbed = true;
  loaded.other_cores = others;
  return loaded;
}

TEST(Verdict, WhereTheIntervalHasNoEndNothingIsConcludedAndTheLoadIsNamed) {
  const Evidence wide = Of("processes", Hedged(Within(1.5), 1, 2, 2));
  EXPECT_EQ(VerdictOf(wide, Beside(1)).code, VerdictCode::kNoisy);
  const Evidence both[] = {kBaseline, wide};
  const Verdict verdict = VerdictOfRun(both, Beside(1));
  EXPECT_EQ(verdict.code, VerdictCode::kNoisy);
  EXPECT_EQ(verdict.text, "Cannot conclude: other programs used about 1 core. Close other programs and tabs, and run again.");
}

TEST(Verdict, BetweenSureAndSilentItIsProbable) {
  const Evidence tight = Of("processes", Hedged(Within(1.9), 0.2, 2, 2));
  const Verdict verdict = VerdictOf(tight, Beside(0.2));
  EXPECT_EQ(verdict.code, VerdictCode::kGains);
  EXPECT_TRUE(verdict.probable);
  EXPECT_EQ(verdict.text, "Probably: processes were 1.9× as fast as one after the other. Other programs used a tenth of the processor.");
  const Evidence both[] = {kBaseline, tight};
  EXPECT_EQ(VerdictOfRun(both, Beside(0.2)).code, VerdictCode::kClear);
  EXPECT_TRUE(VerdictOfRun(both, Beside(0.2)).probable);
  EXPECT_FALSE(VerdictOf(Of("processes", Within(1.9)), kQuiet).probable);
}

TEST(Verdict, OtherProgramsInRoundsThatCountAsQuietChangeNothing) {
  Circumstances quiet = kQuiet;
  quiet.other_cores = 0.1;
  EXPECT_TRUE(Disturbance(quiet).empty());
  EXPECT_EQ(VerdictOf(Of("processes", Within(1.9)), quiet).text, "Processes were 1.90× as fast as one after the other.");
}

TEST(Verdict, WithoutConfidenceThereIsNone) {
  const Evidence once = Of("processes", {.ratio = 2, .low = 2, .high = 2, .confidence = 0});
  EXPECT_EQ(VerdictOf(once, kQuiet).code, VerdictCode::kNoisy);
}

TEST(Verdict, OfOneRepetitionSaysThatItIsOne) {
  Circumstances single = kQuiet;
  single.repetitions = 1;
  const Evidence both[] = {kBaseline, Of("processes", {.ratio = 2, .low = 2, .high = 2, .confidence = 0})};
  EXPECT_EQ(VerdictOf(both[1], single).text, "Processes: cannot conclude, since one repetition has no interval. Ask for two or more.");
  EXPECT_EQ(VerdictOfRun(both, single).code, VerdictCode::kNoisy);
  EXPECT_EQ(VerdictOfRun(both, single).text, "Cannot conclude: one repetition has no interval. Ask for two or more.");
  EXPECT_EQ(VerdictOfRun(std::span(both).first(1), single).code, VerdictCode::kClear) << "the baseline alone is compared with nothing";
  // However late or prompt its answers came.
  single.work = WorkKind::kAnswering;
  for (const double late_s : {0.0001, 0.02}) {
    EXPECT_EQ(VerdictOf({.model = FactsOf("threads-gil"), .workers = 2, .speedup = {.ratio = 0.025, .low = 0.025, .high = 0.025, .confidence = 0}, .median_s = late_s}, single).code,
              VerdictCode::kNoisy);
  }
}

TEST(Verdict, BoundsOfASmallRatioHaveDigits) {
  const Verdict verdict = VerdictOf(Of("processes", {.ratio = 0.04, .low = 0.01, .high = 0.07, .confidence = 0.95}), kQuiet);
  EXPECT_NE(verdict.text.find("anything from 0.01× to 0.07×"), std::string::npos) << verdict.text;
}

TEST(Verdict, CoresThatAreNotThereAreNamed) {
  Circumstances quota = kQuiet;
  quota.reported_cores = 8;
  Evidence eight = Of("processes", Within(1.95));
  eight.workers = eight.tasks = 8;
  const Verdict verdict = VerdictOf(eight, quota);
  EXPECT_EQ(verdict.code, VerdictCode::kFewerCores);
  EXPECT_NE(verdict.text.find("only 2 of the 8 reported cores"), std::string::npos) << verdict.text;
  const Evidence both[] = {kBaseline, eight};
  EXPECT_EQ(VerdictOfRun(both, quota).code, VerdictCode::kFewerCores);
}

TEST(Verdict, TasksThatSlowEachOtherDownShareSomethingElse) {
  Evidence evidence = Of("threads-free", Within(1.1));
  evidence.task_inflation = 1.8;
  EXPECT_EQ(VerdictOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
  evidence.tasks = 1;  // one task gains nothing, however many might work
  evidence.speedup = Within(0.95);
  EXPECT_NE(VerdictOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
  evidence.speedup = Within(1.1);
  evidence.workers = evidence.tasks = 4;  // more than cores: they take turns on them
  EXPECT_NE(VerdictOf(evidence, kQuiet).code, VerdictCode::kMemoryBound);
}

TEST(Verdict, ACoarseClockCannotTimeShortTrials) {
  Circumstances coarse = kQuiet;
  coarse.timer_step_s = 0.1;
  EXPECT_EQ(VerdictOf(Of("processes", Within(1.9)), coarse).code, VerdictCode::kTooShort);
  coarse.work = WorkKind::kAnswering;
  coarse.timer_step_s = 0.0167;
  Evidence late = Of("threads-gil", Within(0.5));
  late.median_s = 0.0077;
  EXPECT_EQ(VerdictOf(late, coarse).code, VerdictCode::kTooShort);
  EXPECT_NE(VerdictOf(late, coarse).text.find("16.7 ms. Ask for a longer switch interval"), std::string::npos) << VerdictOf(late, coarse).text;
  late = Of("threads-gil", Within(0.1, 0.01));
  late.median_s = 0.05;
  EXPECT_EQ(VerdictOf(late, coarse).code, VerdictCode::kDelayed);
}

TEST(Verdict, OfARunIsClearWhenNothingSpeaksAgainstIt) {
  const Evidence both[] = {kBaseline, Of("processes", Within(1.9))};
  EXPECT_EQ(VerdictOfRun(both, kQuiet).code, VerdictCode::kClear);
}

TEST(Verdict, EveryCodeHasAName) {
  for (const char* name : {"baseline", "gains", "no-gain", "slower", "gil-bound", "memory-bound", "fewer-cores", "too-short", "noisy", "clear"}) {
    const auto code = VerdictCodeNamed(name);
    ASSERT_TRUE(code) << name;
    EXPECT_EQ(Name(*code), name);
  }
  EXPECT_FALSE(VerdictCodeNamed("splendid"));
}

TEST(Remarks, SayWhatMakesFiguresDoubtful) {
  EXPECT_TRUE(Remarks(kQuiet).empty());
  Circumstances doubtful = kQuiet;
  doubtful.optimised = false;
  doubtful.drift = 0.2;
  doubtful.hidden = doubtful.on_battery = true;
  doubtful.governor = "powersave";
  EXPECT_EQ(Remarks(doubtful).size(), 5u);
}

TEST(Remarks, NameASwitchIntervalThatTheSystemCannotWaitFor) {
  Circumstances short_interval = kQuiet;
  short_interval.switch_interval_s = 1e-6;
  short_interval.turn_s = 140e-6;
  ASSERT_EQ(Remarks(short_interval).size(), 1u);
  EXPECT_EQ(Remarks(short_interval).front(), "A switch interval of 1.00 µs is shorter than this system can wait: the lock changed hands every 140 µs.");
  short_interval.switch_interval_s = 120e-6;
  EXPECT_TRUE(Remarks(short_interval).empty());
  // Longer turns at an interval that any system can wait for are the machine's, or other programs'.
  short_interval.switch_interval_s = 0.005;
  short_interval.turn_s = 0.009;
  EXPECT_TRUE(Remarks(short_interval).empty());
}

}  // namespace
}  // namespace lab
