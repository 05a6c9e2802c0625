#include "stats/answer.h"

#include <gtest/gtest.h>

#include <vector>

namespace lab {
namespace {

Spread Exactly(double ratio) { return {.ratio = ratio, .low = ratio, .high = ratio}; }

TEST(Answer, SaysThatThreadsUnderTheGilGainNothing) {
  const std::vector<Finding> findings = {{.model = "sequential"},
                                         {.model = "threads-gil", .workers = 2, .speedup = Exactly(0.98), .handoffs = 201},
                                         {.model = "processes", .workers = 2, .speedup = Exactly(1.93)}};
  EXPECT_EQ(Answer(WorkKind::kComputing, "count", 2, findings),
            "Two threads under the GIL count no faster than one. They took turns 201 times: only the lock's holder runs. "
            "Two processes were 1.93× as fast.");
}

TEST(Answer, SaysWhyWaitingOverlaps) {
  const std::vector<Finding> findings = {{.model = "sequential"}, {.model = "threads-gil", .workers = 5, .speedup = Exactly(4.9), .handoffs = 10}};
  EXPECT_EQ(Answer(WorkKind::kWaiting, "download", 2, findings),
            "Five threads under the GIL were 4.90× as fast as one after the other: whoever waits for an answer has let go of the lock, "
            "so they wait at the same time.");
}

constexpr Spread kNoisy = {.ratio = 1.5, .low = 0.9, .high = 2.2};

TEST(Answer, DoesNotConcludeFromNoise) {
  const std::vector<Finding> findings = {{.model = "sequential"},
                                         {.model = "threads-gil", .workers = 2, .speedup = kNoisy},
                                         {.model = "processes", .workers = 2, .speedup = kNoisy}};
  EXPECT_EQ(Answer(WorkKind::kComputing, "count", 2, findings),
            "The repetitions lie too far apart to conclude anything. Close other programs and run again.");
}

TEST(Answer, SaysWhichModelIsTooNoisy) {
  const std::vector<Finding> findings = {{.model = "sequential"},
                                         {.model = "threads-gil", .workers = 2, .speedup = kNoisy},
                                         {.model = "processes", .workers = 2, .speedup = Exactly(1.9)}};
  EXPECT_EQ(Answer(WorkKind::kComputing, "count", 2, findings),
            "Two threads under the GIL: the repetitions lie too far apart to conclude anything. Two processes were 1.90× as fast.");
}

TEST(Answer, OneCoreExplainsWhyNothingGains) {
  const std::vector<Finding> findings = {{.model = "sequential"}, {.model = "processes", .workers = 4, .speedup = Exactly(1.0)}};
  EXPECT_NE(Answer(WorkKind::kComputing, "sum", 1, findings).find("one core"), std::string::npos);
}

TEST(Answer, WithTheBaselineAloneAsksForMore) {
  const std::vector<Finding> findings = {{.model = "sequential"}};
  EXPECT_EQ(Answer(WorkKind::kComputing, "count", 2, findings), "Choose another model to compare the sequential run with.");
}

}  // namespace
}  // namespace lab
