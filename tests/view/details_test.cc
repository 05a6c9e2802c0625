#include "shell/view/details.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/presets.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

const Fact* FactNamed(const FactGroup& group, std::string_view name) {
  const auto found = std::ranges::find(group.facts, name, &Fact::name);
  return found == group.facts.end() ? nullptr : &*found;
}

State WithAResult() {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  Receive(state, ReadyNotice());
  ShowRecorded(state, ResultOf(state.experiment));
  return state;
}

TEST(DetailsTest, EveryModelTheCalibrationAndTheMachineHaveAGroup) {
  const std::vector<FactGroup> groups = DetailsOf(WithAResult());
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(groups[0].model, "sequential");
  EXPECT_EQ(groups[1].heading, "processes");
  EXPECT_EQ(groups[2].heading, "Calibration");
  EXPECT_EQ(groups[3].heading, "Machine");
  ASSERT_NE(FactNamed(groups[1], "speedup"), nullptr);
  EXPECT_EQ(FactNamed(groups[1], "speedup")->value, "1.930× (95 % interval: 1.90 to 1.95×)");
  EXPECT_EQ(FactNamed(groups[1], "result")->value, "100");
}

TEST(DetailsTest, WhatIsNotKnownHasNoFact) {
  for (const FactGroup& group : DetailsOf(WithAResult())) {
    for (const Fact& fact : group.facts)
      EXPECT_NE(fact.value, "") << group.heading << ": " << fact.name;
  }
  const std::vector<FactGroup> groups = DetailsOf(WithAResult());
  EXPECT_EQ(FactNamed(groups[0], "speedup"), nullptr) << "the baseline is compared with itself";
  EXPECT_EQ(FactNamed(groups[1], "GIL hand-offs"), nullptr);
  EXPECT_EQ(FactNamed(groups[3], "processor"), nullptr) << "a browser does not tell";
}

TEST(DetailsTest, BeforeARunOnlyTheMachineIsKnown) {
  State state;
  EXPECT_TRUE(DetailsOf(state).empty());
  Receive(state, ReadyNotice());
  ASSERT_EQ(DetailsOf(state).size(), 1u);
  EXPECT_EQ(DetailsOf(state)[0].heading, "Machine");
}

}  // namespace
}  // namespace lab::panel
