#include "experiment/query.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

TEST(Query, OnlyWhatDiffersFromTheDefaultIsInIt) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(FormatQuery(experiment), "v=1&experiment=count");
  experiment.workers = 4;
  experiment.models = {"sequential", "threads-gil"};
  EXPECT_EQ(FormatQuery(experiment),
            "v=1&experiment=count&workers=4&models=sequential,threads-gil");
}

TEST(Query, ReadsBackToTheSameExperiment) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.urls = {"http://127.0.0.1:1/a?b=1&c=%20+d", "https://x/ü"};
  experiment.tasks = 2;
  experiment.timeout_ms = 250;
  const Configured configured = ParseQuery("?" + FormatQuery(experiment));
  EXPECT_TRUE(configured.complaints.empty());
  EXPECT_EQ(configured.experiment, experiment);
}

TEST(Query, LeavesThePagesOwnParametersAlone) {
  EXPECT_TRUE(ParseQuery("?v=1&theme=dark&build=single").complaints.empty());
}

TEST(Query, NonsenseIsNamedAndTheRestKept) {
  const Configured configured = ParseQuery("?v=2&workers=NaN&tasks=3&&=&%zz=%&size=");
  EXPECT_EQ(configured.experiment.tasks, 3);
  EXPECT_EQ(configured.experiment.workers, 2);
  ASSERT_GE(configured.complaints.size(), 4u);
  EXPECT_EQ(configured.complaints[0].field, "v");
  EXPECT_EQ(configured.complaints[1].field, "workers");
}

TEST(Query, AnyBytesAreSurvived) {
  uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string query = "experiment=heavy&";
    for (int at = 0; at < 40; ++at) {
      state = state * 1664525 + 1013904223;
      query += static_cast<char>(state >> 24);
    }
    EXPECT_EQ(ParseQuery(query).experiment.kind, ExperimentKind::kHeavy);
  }
}

}  // namespace
}  // namespace lab
