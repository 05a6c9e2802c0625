#include "tests/bench/rows.h"

#include <gtest/gtest.h>

namespace lab::bench {
namespace {

using nlohmann::json;

// Rounds of ours and of one rival that takes `times` as long, with a little noise.
json Measured(double times) {
  json row = {{"part", "kernels"},
              {"what", "count"},
              {"unit", "ms"},
              {"ours_name", "ours"},
              {"target", {{"ratio_at_least", 0.98}}}};
  for (const double noise : {0.99, 1.0, 1.01, 1.0, 0.99, 1.01, 1.0, 1.0}) {
    row["ours_samples"].push_back(100 * noise);
    row["others"]["rival"].push_back(100 * times * (2 - noise));
  }
  return row;
}

json Verdict(const json& row) { return Judged(RowFrom(row)).at("verdict"); }

TEST(BenchRow, IsMetOrNotWhereTheIntervalSaysSo) {
  EXPECT_EQ(Verdict(Measured(1.1)), "met");
  EXPECT_EQ(Verdict(Measured(0.9)), "not met");
}

TEST(BenchRow, ATargetInsideTheIntervalIsNeither) {
  EXPECT_EQ(Verdict(Measured(0.985)), "within the noise");
  EXPECT_EQ(Verdict(Measured(0.975)), "within the noise");
}

TEST(BenchRow, OneRoundSaysNothing) {
  json row = Measured(1.5);
  row["ours_samples"] = {100};
  EXPECT_EQ(Verdict(row), "within the noise");
}

TEST(BenchRow, IsHeldAgainstTheFastestOfTheOthers) {
  json row = Measured(1.1);
  row["others"]["faster"] = std::vector<double>(8, 10.0);
  const json judged = Judged(RowFrom(row));
  EXPECT_EQ(judged.at("verdict"), "not met");
  EXPECT_EQ(judged.at("others").size(), 2u);
}

TEST(BenchRow, AFigureIsItsMedian) {
  json row = Measured(1.1);
  row["target"] = {{"at_most", 100}};
  EXPECT_EQ(Verdict(row), "met");
  row["target"] = {{"at_most", 99}};
  EXPECT_EQ(Verdict(row), "not met");
}

}  // namespace
}  // namespace lab::bench
