#include "explain/verdict_text.h"

#include <gtest/gtest.h>

#include "stats/rounds.h"
#include "tests/stats/evidence.h"

namespace lab {
namespace {

std::string TextOf(const Evidence& evidence, const Conditions& conditions) {
  return VerdictOf(evidence, conditions).text;
}

TEST(VerdictText, OfEachModelOnAQuietMachine) {
  EXPECT_EQ(TextOf(kBaseline, kQuiet), "The baseline: the others are compared with it.");
  EXPECT_EQ(TextOf(Of("processes", Within(1.9)), kQuiet),
            "Two processes: 1.90× as fast as the sequential run.");
  EXPECT_EQ(TextOf(Of("threads-gil", Within(0.98)), kQuiet),
            "Two threads under the GIL: no speedup. Only the thread that holds the GIL computes.");
  EXPECT_EQ(TextOf(Of("threads-free", Within(1.02)), kQuiet),
            "Two threads without the GIL: no speedup.");
  EXPECT_EQ(TextOf(Of("threads-free", Within(0.5)), kQuiet),
            "Two threads without the GIL: slower than the sequential run, 0.50× as fast.");
}

TEST(VerdictText, NeverHasMoreDigitsThanTheInterval) {
  EXPECT_EQ(TextOf(Of("processes", Within(1.934, 0.2)), kQuiet),
            "Two processes: 1.9× as fast as the sequential run.");
  EXPECT_EQ(TextOf(Of("processes", {.ratio = 0.04, .low = 0.01, .high = 0.07, .confidence = 0.95}),
                   kQuiet),
            "Two processes: cannot conclude. The speedup may be anything from 0.01× to 0.07×. "
            "Close other programs and tabs, and run again.");
}

TEST(VerdictText, SaysWhyNothingCanBeConcluded) {
  EXPECT_EQ(TextOf(Of("processes", Within(1.4, 0.6)), kQuiet),
            "Two processes: cannot conclude. The speedup may be anything from 0.8× to 2.0×. Close "
            "other programs and tabs, and run again.");
  EXPECT_EQ(TextOf(Of("processes", {.ratio = 0, .low = 0, .high = 0, .confidence = 0}), kQuiet),
            "Two processes: cannot conclude. Its times could not be measured. Close other programs "
            "and tabs, and run again.");
  const Evidence wide = Of("processes", Hedged(Within(1.5), 1, 2, 2));
  EXPECT_EQ(TextOf(wide, Beside(1)),
            "Two processes: cannot conclude. Other programs used about 1 core. Close other "
            "programs and tabs, and run again.");
  const Evidence both[] = {kBaseline, wide};
  EXPECT_EQ(VerdictOfRun(both, Beside(1)).text,
            "Cannot conclude: other programs used about 1 core. Close other programs and tabs, and "
            "run again.");
  const Evidence three[] = {kBaseline, Of("processes", Within(1.4, 0.6)),
                            Of("threads-free", Within(1.9))};
  EXPECT_EQ(VerdictOfRun(three, kQuiet).text,
            "Cannot conclude about all models: processes may be anything from 0.8× to 2.0×. Close "
            "other programs and tabs, and run again.");
}

TEST(VerdictText, OfOneRepetitionSaysThatItIsOne) {
  Conditions single = kQuiet;
  single.repetitions = 1;
  const Evidence both[] = {kBaseline,
                           Of("processes", {.ratio = 2, .low = 2, .high = 2, .confidence = 0})};
  EXPECT_EQ(TextOf(both[1], single),
            "Two processes: cannot conclude. One repetition has no interval. Ask for two "
            "repetitions or more.");
  EXPECT_EQ(VerdictOfRun(both, single).text,
            "Cannot conclude: one repetition has no interval. Ask for two repetitions or more.");
}

TEST(VerdictText, WhatIsProbableSaysWhoseDoingThatIs) {
  const Evidence tight = Of("processes", Hedged(Within(1.9), 0.2, 2, 2));
  EXPECT_EQ(TextOf(tight, Beside(0.2)),
            "Two processes: 1.9× as fast as the sequential run. Other programs used a tenth of the "
            "processor.");
  const Evidence both[] = {kBaseline, tight};
  EXPECT_EQ(VerdictOfRun(both, Beside(0.2)).text,
            "These figures are only probable: other programs used about 0.2 cores, and too few "
            "rounds were undisturbed.");
}

TEST(VerdictText, NamesTheCoresThatWereMissing) {
  Conditions quota = kQuiet;
  quota.reported_cores = 8;
  Evidence eight = Of("processes", Within(1.95));
  eight.workers = eight.tasks = 8;
  EXPECT_EQ(TextOf(eight, quota),
            "Eight processes: 1.95× as fast as the sequential run. Only 2 of the 8 reported cores "
            "were available.");
  const Evidence both[] = {kBaseline, eight};
  EXPECT_EQ(VerdictOfRun(both, quota).text,
            "Only 2 of the 8 reported cores were available, though no other program appears to use "
            "them.");
  EXPECT_EQ(VerdictOfRun(std::span(both).first(1), kQuiet).text,
            "No problems found with these measurements.");
}

TEST(VerdictText, OfResponsesTellsHowLateTheyCame) {
  Conditions responding = kQuiet;
  responding.work = WorkKind::kAnswering;
  const auto late = [](double seconds, const Estimate& speedup) {
    Evidence evidence = Of("threads-gil", speedup);
    evidence.median_s = seconds;
    return evidence;
  };
  EXPECT_EQ(TextOf(late(0.0052, Within(0.025, 0.001)), responding),
            "Two threads under the GIL: responses came 5.20 ms late, 40 times as late as alone.");
  EXPECT_EQ(TextOf(late(0.0003, Within(0.3, 0.2)), responding),
            "Two threads under the GIL: responses came 300 µs late, too little to notice.");
  EXPECT_EQ(TextOf(late(0.02, Within(0.9, 0.1)), responding),
            "Two threads under the GIL: responses came 20.0 ms late, about as late as alone.");
  responding.timer_step_s = 0.0167;
  EXPECT_EQ(TextOf(late(0.0077, Within(0.5)), responding),
            "Too short to time: this clock ticks every 16.7 ms. Ask for a longer switch interval, "
            "or use a browser with a finer clock.");
}

TEST(PartOfProcessor, IsAWordForEachShare) {
  for (const auto& [share, words] :
       {std::pair{0.0, "a little"}, std::pair{0.1, "a tenth"}, std::pair{0.2, "a fifth"},
        std::pair{0.5, "half"}, std::pair{0.9, "most"}}) {
    EXPECT_EQ(PartOfProcessor(share), words) << share;
  }
}

TEST(Remarks, SayWhatMakesFiguresDoubtful) {
  EXPECT_TRUE(Remarks(kQuiet).empty());
  Conditions doubtful = kQuiet;
  doubtful.optimised = false;
  doubtful.drift = 0.2;
  doubtful.hidden = doubtful.on_battery = true;
  doubtful.governor = "powersave";
  EXPECT_EQ(Remarks(doubtful).size(), 5u);
}

TEST(Remarks, NameASwitchIntervalThatTheSystemCannotWaitFor) {
  Conditions short_interval = kQuiet;
  short_interval.switch_interval_s = 1e-6;
  short_interval.turn_s = 140e-6;
  ASSERT_EQ(Remarks(short_interval).size(), 1u);
  EXPECT_EQ(Remarks(short_interval).front(),
            "A switch interval of 1.00 µs is shorter than this system can wait: the GIL changed "
            "hands every 140 µs.");
  short_interval.switch_interval_s = 120e-6;
  EXPECT_TRUE(Remarks(short_interval).empty());
  // Longer turns at an interval that any system can wait for are the machine's, or other programs'.
  short_interval.switch_interval_s = 0.005;
  short_interval.turn_s = 0.009;
  EXPECT_TRUE(Remarks(short_interval).empty());
}

}  // namespace
}  // namespace lab
