#include "experiment/settings.h"

#include <gtest/gtest.h>

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

struct Case {
  const char* name;
  const char* text;
};

TEST(Settings, TakeWhatIsInTheirRange) {
  for (const auto& [name, text] : {Case{"workers", "1"}, Case{"workers", "64"}, Case{"size", "50000000"}, Case{"size", "5e7"},
                                   Case{"size", "50,000,000"}, Case{"switch-interval", "0.5"}, Case{"switch_interval", "5"},
                                   Case{"latency", "0"}, Case{"latency-only", "true"}, Case{"models", "threads-gil,processes"}}) {
    EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kCount), name, text)) << name << "=" << text;
  }
}

TEST(Settings, RefuseEverythingElseAndNameTheFieldAndItsRange) {
  for (const auto& [name, text] :
       {Case{"workers", "0"}, Case{"workers", "10000"}, Case{"workers", "-1"}, Case{"workers", "2.5"}, Case{"workers", "NaN"},
        Case{"workers", "two"}, Case{"workers", "1,2"}, Case{"switch-interval", "0,5"}, Case{"size", "1,00"}, Case{"workers", ""}, Case{"size", "0"}, Case{"size", "-5"}, Case{"size", "1e300"}, Case{"size", "inf"},
        Case{"switch-interval", "0"}, Case{"repetitions", "0"}, Case{"repetitions", "101"}, Case{"latency", "1e9"}, Case{"timeout", "0"}}) {
    const Result<Experiment> changed = WithSetting(MakeExperiment(ExperimentKind::kCount), name, text);
    ASSERT_FALSE(changed) << name << "=" << text;
    EXPECT_EQ(changed.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(changed.error().field, name);
    EXPECT_NE(changed.error().message.find(name), std::string::npos);
    EXPECT_NE(changed.error().message.find(" to "), std::string::npos) << changed.error().message;
    EXPECT_FALSE(changed.error().next.empty());
  }
}

TEST(Settings, NameUnknownModelsExperimentsAndSettings) {
  const std::vector<NamedText> items = {{"experiment", "juggling"}, {"models", "fibers"}, {"colour", "red"}, {"preset", "huge"}};
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
  EXPECT_NE(configured.complaints[0].message.find("Kept: 4"), std::string::npos) << configured.complaints[0].message;
}

TEST(Settings, TheBaselineIsAlwaysAmongTheModels) {
  const Result<Experiment> changed = WithSetting(MakeExperiment(ExperimentKind::kCount), "models", "processes,threads-gil,processes");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed.value().models, (std::vector<std::string>{"sequential", "threads-gil", "processes"}));
}

TEST(Settings, DescriptionsReadBackToTheSameExperiment) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads, Preset::kTutorial);
  experiment.workers = 7;
  experiment.switch_interval_ms = 0.125;
  experiment.urls = {"http://a/1", "https://b/2?x=1&y=2"};
  experiment.tasks = 2;
  experiment.latency_ms = MakeExperiment(ExperimentKind::kDownloads).latency_ms;
  const Configured configured = Configure(Describe(experiment));
  EXPECT_TRUE(configured.complaints.empty());
  EXPECT_EQ(configured.experiment, experiment);
}

TEST(Settings, TheHeavySumEndsWhereItsSineDoes) {
  EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kCount), "size", "1e12"));
  EXPECT_FALSE(WithSetting(MakeExperiment(ExperimentKind::kHeavy), "size", "1e12"));
  EXPECT_TRUE(WithSetting(MakeExperiment(ExperimentKind::kHeavy), "size", "1e9"));
}

}  // namespace
}  // namespace lab
