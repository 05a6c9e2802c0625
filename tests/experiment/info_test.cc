#include <gtest/gtest.h>

#include "experiment/experiment_info.h"
#include "experiment/limit.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

TEST(ModelInfo, TheBaselineComesFirstAndNamesAndColoursDiffer) {
  EXPECT_EQ(Models().front().name, kSequential);
  for (const ModelInfo& model : Models()) {
    EXPECT_EQ(FindModel(model.name), &model);
    EXPECT_EQ(model.name == kSequential, model.facts.role == ModelRole::kBaseline) << model.name;
    EXPECT_TRUE(model.label && model.meaning && !model.sources.empty()) << model.name;
    for (const ModelInfo& other : Models())
      EXPECT_EQ(model.colour == other.colour, &model == &other)
          << model.name << " and " << other.name;
  }
}

TEST(ModelInfo, OfALaterFileIsNeutral) {
  EXPECT_EQ(LabelOf("fibers"), "fibers");
  EXPECT_EQ(RoleOf("fibers"), ModelRole::kOther);
  EXPECT_EQ(Phrase(*FactsOf("fibers").worker.many), "workers");
  EXPECT_EQ(InfoOf("fibers").colour, 0u);
  struct Named {
    std::string model;
  };
  const std::vector<Named> all = {{"fibers"}, {"processes"}};
  EXPECT_EQ(FindRole(all, ModelRole::kIsolated), &all[1]);
  EXPECT_EQ(FindRole(all, ModelRole::kUnbound), nullptr)
      << "nothing is known of it, not even that no lock binds it";
}

TEST(ExperimentInfo, EachStandsAtItsKindAndHasAllTexts) {
  for (const ExperimentInfo& info : Experiments()) {
    EXPECT_EQ(&InfoOf(info.kind), &info);
    EXPECT_EQ(FindExperiment(info.name), &info);
    EXPECT_TRUE(info.title && info.tag && info.question && info.about && !info.sources.empty())
        << info.name;
    EXPECT_NE(FindSetting(info.axis.setting), nullptr) << info.name;
    for (const std::string_view setting : info.settings)
      EXPECT_NE(FindSetting(setting), nullptr) << setting;
    EXPECT_TRUE(Check(MakeExperiment(info.kind)).empty()) << info.name;
  }
}

TEST(ExperimentInfo, AnAxisOfALaterFileHasItsName) {
  EXPECT_EQ(AxisOf("busy").kind, AxisKind::kBusy);
  EXPECT_EQ(AxisOf("size").kind, AxisKind::kOther);
  EXPECT_EQ(ColumnOf(AxisOf("size")), "size");
}

TEST(ExperimentInfo, AnAxisCountsItsPlaces) {
  EXPECT_EQ(LabelAt(AxisOf("workers"), 1), "1 worker");
  EXPECT_EQ(LabelAt(AxisOf("workers"), 4), "4 workers");
  EXPECT_EQ(LabelAt(AxisOf("busy"), 1), "1 busy thread");
  EXPECT_EQ(LabelAt(AxisOf("cpu-share"), 2.5), "2.5 % computing");
  EXPECT_EQ(LabelAt(AxisOf("size"), 3), "size 3");
}

TEST(SpeedupLimit, IsTheWorkersOrTheCoresForWhatComputes) {
  EXPECT_DOUBLE_EQ(SpeedupLimit(4, 2, 1), 2);
  EXPECT_DOUBLE_EQ(SpeedupLimit(2, 4, 1), 2);
  EXPECT_DOUBLE_EQ(SpeedupLimit(5, 2, 0), 5) << "waiting takes no core";
  EXPECT_DOUBLE_EQ(SpeedupLimit(8, 1, 0.25), 4) << "a lock lets one compute: 1 / share";
  Experiment mixed = MakeExperiment(ExperimentKind::kMixed);
  mixed.cpu_share = 50;
  EXPECT_DOUBLE_EQ(SpeedupLimit(mixed, 8, 2), 4);
  EXPECT_DOUBLE_EQ(SpeedupLimit(MakeExperiment(ExperimentKind::kDownloads), 5, 1), 5);
  EXPECT_DOUBLE_EQ(SpeedupLimit(MakeExperiment(ExperimentKind::kCount), 5, 2), 2);
}

TEST(ExperimentInfo, WhatNeverComputesWaits) {
  Experiment mixed = MakeExperiment(ExperimentKind::kMixed);
  EXPECT_EQ(WorkOf(mixed), WorkKind::kComputing);
  mixed.cpu_share = 0;
  EXPECT_EQ(WorkOf(mixed), WorkKind::kWaiting);
}

}  // namespace
}  // namespace lab
