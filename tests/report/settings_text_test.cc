#include "report/settings_text.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

Experiment With(ExperimentKind kind, const std::vector<NamedText>& settings) {
  Experiment experiment = MakeExperiment(kind);
  for (const auto& [name, text] : settings)
    experiment = WithSetting(experiment, name, text).value();
  return experiment;
}

TEST(SettingsTextTest, WhatThePlanChoseIsMarked) {
  Experiment count = MakeExperiment(ExperimentKind::kCount);
  count.size = 140'000'000;
  EXPECT_EQ(SettingsText(count, 8),
            "workers 2 · tasks 2 · size 140,000,000 (auto) · switch interval 5 ms · 8 rounds");
  EXPECT_EQ(SettingsText(count, 0),
            "workers 2 · tasks 2 · size 140,000,000 (auto) · switch interval 5 ms");
  EXPECT_EQ(SettingsText(With(ExperimentKind::kCount, {{"size", "2e6"}, {"repetitions", "1"}}), 0),
            "workers 2 · tasks 2 · size 2,000,000 · switch interval 5 ms · 1 round");
}

TEST(SettingsTextTest, WhatIsUnusualIsTold) {
  const std::string text = SettingsText(With(ExperimentKind::kCount, {{"cold", "true"},
                                                                      {"record", "false"},
                                                                      {"seed", "7"},
                                                                      {"time-budget", "30"},
                                                                      {"points", "1,2,4"}}),
                                        8);
  for (const char* part :
       {" · cold start on", " · record off", " · seed 7", " · time budget 30 s", " · points 1,2,4"})
    EXPECT_NE(text.find(part), std::string::npos) << part << text;
  EXPECT_TRUE(SettingsText(With(ExperimentKind::kCount, {{"time-budget", "0"}}), 8)
                  .ends_with(" · 8 rounds · no time limit"));
}

TEST(SettingsTextTest, WhatASweepVariedIsLeftOut) {
  EXPECT_EQ(SweepSettingsText(MakeExperiment(ExperimentKind::kCount)),
            "size 100,000,000 (auto) · switch interval 5 ms");
  EXPECT_EQ(SweepSettingsText(MakeExperiment(ExperimentKind::kMixed)),
            "workers 4 · tasks 8 · duration 50 ms (auto) · switch interval 5 ms");
  EXPECT_EQ(SweepSettingsText(MakeExperiment(ExperimentKind::kDownloads)),
            "tasks 5 · latency 200 ms (auto) · switch interval 5 ms");
}

TEST(SettingsTextTest, EachExperimentHasItsOwn) {
  EXPECT_EQ(SettingsText(MakeExperiment(ExperimentKind::kDownloads), 8),
            "workers 5 · tasks 5 · latency 200 ms (auto) · switch interval 5 ms · 8 rounds");
  EXPECT_EQ(SettingsText(MakeExperiment(ExperimentKind::kConvoy), 8),
            "busy threads 1 · responses 40 (auto) · switch interval 5 ms · 8 rounds");
  EXPECT_NE(
      SettingsText(With(ExperimentKind::kDownloads, {{"urls", "http://a.test/ http://b.test/"}}), 8)
          .find("URLs 2"),
      std::string::npos);
}

}  // namespace
}  // namespace lab
