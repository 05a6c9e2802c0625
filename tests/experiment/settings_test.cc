#include "experiment/settings.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "experiment/presets.h"

namespace lab {
namespace {

TEST(Settings, DefaultsAreSoundInEveryPreset) {
  for (const ExperimentInfo& info : Experiments()) {
    for (const Preset preset : {Preset::kDefault, Preset::kTutorial}) {
      EXPECT_TRUE(Check(MakeExperiment(info.kind, preset)).empty()) << info.name;
    }
  }
}

TEST(Settings, HaveTheTutorialsStructure) {
  EXPECT_EQ(MakeExperiment(ExperimentKind::kCount).tasks, 2);
  EXPECT_EQ(MakeExperiment(ExperimentKind::kDownloads).tasks, 5);
  EXPECT_EQ(MakeExperiment(ExperimentKind::kDownloads).latency_ms, 200);
  EXPECT_EQ(MakeExperiment(ExperimentKind::kHeavy).tasks, 4);
  EXPECT_EQ(MakeExperiment(ExperimentKind::kHeavy).workers, 4);
}

TEST(Settings, ALatencyThatNobodyWaitsForIsAComplaint) {
  for (const std::vector<NamedText>& items :
       {std::vector<NamedText>{{"experiment", "downloads"}, {"timeout", "100"}, {"latency", "100"}},
        {{"latency", "100"}, {"timeout", "100"}, {"experiment", "downloads"}}}) {
    const Configured configured = Configure(items);
    ASSERT_EQ(configured.complaints.size(), 1u);
    EXPECT_EQ(configured.complaints[0].field, "latency");
    EXPECT_TRUE(Check(configured.experiment).empty());
  }
  const std::vector<NamedText> in_any_order = {
      {"latency", "12000"}, {"timeout", "20000"}, {"experiment", "downloads"}};
  EXPECT_TRUE(Configure(in_any_order).complaints.empty());
  const std::vector<NamedText> only_waits = {
      {"experiment", "downloads"}, {"latency", "12000"}, {"latency-only", "true"}};
  EXPECT_TRUE(Configure(only_waits).complaints.empty());
  Experiment typed = MakeExperiment(ExperimentKind::kDownloads);
  typed.latency_ms = 20'000;
  EXPECT_EQ(Check(typed).size(), 1u);
}

TEST(Settings, ALatencyThatIsLeftToThePlanIsShorterThanTheTimeout) {
  const std::vector<NamedText> items = {{"experiment", "downloads"}, {"timeout", "50"}};
  const Configured configured = Configure(items);
  EXPECT_TRUE(configured.complaints.empty());
  EXPECT_LT(configured.experiment.latency_ms, 50);
}

struct Case {
  const char* name;
  const char* text;
};

TEST(Settings, TakeWhatIsInTheirRange) {
  for (const auto& [name, text] :
       {Case{"workers", "1"}, Case{"workers", "256"}, Case{"size", "50000000"}, Case{"size", "5e7"},
        Case{"size", "50,000,000"}, Case{"switch-interval", "0.5"}, Case{"switch_interval", "5"},
        Case{"latency", "0"}, Case{"latency-only", "true"},
        Case{"models", "threads-gil,processes"}}) {
    EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kCount), name, text))
        << name << "=" << text;
  }
}

TEST(Configure, TellsEqualComplaintsOnceAndTenAtMost) {
  std::vector<NamedText> items(200, {"size", "0"});
  EXPECT_EQ(Configure(items).complaints.size(), 1u);
  for (int number = 0; number < 30; ++number) items.emplace_back(Format("unknown-%d", number), "1");
  const std::vector<Error> told = Configure(items).complaints;
  ASSERT_EQ(told.size(), 11u);
  EXPECT_EQ(told.back().message, "And 21 more.");
}

TEST(Configure, SaysLittleAboutALongText) {
  const std::vector<NamedText> items = {{"models", std::string(5000, 'x') + "é"}};
  EXPECT_LT(Configure(items).complaints.front().message.size(), 500u);
}

TEST(Settings, ReadANumberAsItIsMeant) {
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(WithSetting(count, "workers", " 4 ").value().workers, 4);
  EXPECT_FALSE(WithSetting(count, "workers", " "));
  EXPECT_FALSE(WithSetting(count, "workers", "4 5"));
  const Experiment downloads =
      WithSetting(MakeExperiment(ExperimentKind::kDownloads), "latency", "-0").value();
  EXPECT_EQ(SettingText(downloads, "latency"), "0");
}

TEST(Settings, RefuseEverythingElseAndNameTheFieldAndItsRange) {
  for (const auto& [name, text] : {Case{"workers", "0"},
                                   Case{"workers", "10000"},
                                   Case{"workers", "-1"},
                                   Case{"workers", "2.5"},
                                   Case{"workers", "NaN"},
                                   Case{"workers", "two"},
                                   Case{"workers", "1,2"},
                                   Case{"switch-interval", "0,5"},
                                   Case{"switch-interval", "0,005"},
                                   Case{"size", "0,100,000"},
                                   Case{"time-budget", "00,500"},
                                   Case{"size", "1,00"},
                                   Case{"workers", ""},
                                   Case{"size", "0"},
                                   Case{"size", "-5"},
                                   Case{"size", "1e300"},
                                   Case{"size", "inf"},
                                   Case{"switch-interval", "0"},
                                   Case{"repetitions", "0"},
                                   Case{"repetitions", "101"},
                                   Case{"latency", "1e9"},
                                   Case{"timeout", "0"}}) {
    const Result<Experiment> changed =
        WithSetting(MakeExperiment(ExperimentKind::kCount), name, text);
    ASSERT_FALSE(changed) << name << "=" << text;
    EXPECT_EQ(changed.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(changed.error().field, name);
    EXPECT_NE(changed.error().message.find(name), std::string::npos);
    EXPECT_NE(changed.error().message.find(" to "), std::string::npos) << changed.error().message;
    EXPECT_FALSE(changed.error().next.empty());
  }
}

TEST(Settings, NameUnknownModelsExperimentsAndSettings) {
  const std::vector<NamedText> items = {
      {"experiment", "juggling"}, {"models", "fibers"}, {"colour", "red"}, {"preset", "huge"}};
  const Configured configured = Configure(items);
  ASSERT_EQ(configured.complaints.size(), 4u);
  EXPECT_NE(configured.complaints[0].message.find("juggling"), std::string::npos);
  EXPECT_NE(configured.complaints[1].message.find("huge"), std::string::npos);
  EXPECT_NE(configured.complaints[2].message.find("fibers"), std::string::npos);
  EXPECT_NE(configured.complaints[3].message.find("colour"), std::string::npos);
  EXPECT_EQ(configured.experiment, MakeExperiment(ExperimentKind::kCount));
}

TEST(Settings, SayWhatWasKept) {
  const std::vector<NamedText> items = {{"experiment", "heavy"}, {"workers", "10000"}};
  const Configured configured = Configure(items);
  ASSERT_EQ(configured.complaints.size(), 1u);
  EXPECT_NE(configured.complaints[0].message.find("Kept: 4"), std::string::npos)
      << configured.complaints[0].message;
}

TEST(Settings, TheBaselineIsAlwaysAmongTheModels) {
  const Result<Experiment> changed = WithSetting(MakeExperiment(ExperimentKind::kCount), "models",
                                                 "processes,threads-gil,processes");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed.value().models,
            (std::vector<std::string>{"sequential", "threads-gil", "processes"}));
}

TEST(Settings, DescriptionsReadBackToTheSameExperiment) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.workers = 7;
  experiment.switch_interval_ms = 0.125;
  experiment.urls = {"http://a/1", "https://b/2?x=1&y=2"};
  experiment.tasks = 2;
  const Configured configured = Configure(Describe(experiment));
  EXPECT_TRUE(configured.complaints.empty());
  EXPECT_EQ(configured.experiment, experiment);
}

// What nobody typed is the plan's, and what somebody typed is not, whatever its value.
TEST(Settings, WhatIsTypedIsNoLongerLeftToThePlan) {
  const Experiment start = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(SettingText(start, "size"), "auto");
  EXPECT_EQ(ChosenText(start, "size"), "100000000");
  EXPECT_EQ(SettingText(start, "time-budget"), "auto");
  const Experiment typed = WithSetting(start, "size", "100000000").value();
  EXPECT_EQ(SettingText(typed, "size"), "100000000");
  EXPECT_NE(typed, start);
  EXPECT_EQ(WithSetting(typed, "size", "auto").value(), start);
  EXPECT_EQ(SettingText(WithSetting(start, "repetitions", "3").value(), "repetitions"), "3");
  EXPECT_FALSE(WithSetting(start, "workers", "auto")) << "that is for people to say";
}

TEST(Settings, EachExperimentHasItsOwnSizeThatMayBeLeftToThePlan) {
  for (const auto& [kind, setting] :
       {std::pair{ExperimentKind::kCount, "size"}, std::pair{ExperimentKind::kDownloads, "latency"},
        std::pair{ExperimentKind::kMixed, "duration"},
        std::pair{ExperimentKind::kConvoy, "answers"}}) {
    const Experiment start = MakeExperiment(kind);
    EXPECT_EQ(SettingText(start, setting), "auto") << setting;
    EXPECT_FALSE(WithSetting(start, setting, "50").value().left_to_plan.size) << setting;
  }
  EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kCount), "latency", "50")
                  .value()
                  .left_to_plan.size)
      << "a count has no latency";
  EXPECT_FALSE(MakeExperiment(ExperimentKind::kHeavy, Preset::kTutorial).left_to_plan.size)
      << "the tutorial has its sizes";
}

TEST(Settings, PointsRiseAndLieOnTheAxis) {
  const Experiment start = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(WithSetting(start, "points", "4,1,2,1").value().points, (std::vector<double>{1, 2, 4}));
  EXPECT_EQ(SettingText(WithSetting(start, "points", "4, 1").value(), "points"), "1,4");
  EXPECT_FALSE(WithSetting(start, "points", "1,many"));
  EXPECT_FALSE(WithSetting(start, "points", "1,257"));
  for (const char* nowhere : {"0", "1.5", "1,0"}) {
    const Result<Experiment> refused = WithSetting(start, "points", nowhere);
    ASSERT_FALSE(refused) << nowhere;
    EXPECT_EQ(refused.error().field, "points");
    EXPECT_NE(refused.error().message.find("is not a whole number from 1 to 256"),
              std::string::npos)
        << refused.error().message;
  }
  Experiment halves = start;
  halves.points = {1.5};
  ASSERT_EQ(Check(halves).size(), 1u) << "there is no half worker";
  EXPECT_EQ(Check(halves)[0].field, "points");
  EXPECT_TRUE(
      Check(WithSetting(MakeExperiment(ExperimentKind::kMixed), "points", "12.5,50").value())
          .empty());
}

TEST(Settings, TheHeavySumEndsWhereItsSineDoes) {
  EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kCount), "size", "1e12"));
  EXPECT_FALSE(WithSetting(MakeExperiment(ExperimentKind::kHeavy), "size", "1e12"));
  EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kHeavy), "size", "1e9"));
}

}  // namespace
}  // namespace lab
