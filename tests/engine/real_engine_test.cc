#include "engine/engine.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "platform/environment.h"
#include "tests/support/loop.h"
#include "tests/support/typed.h"

namespace lab {
namespace {

// The real thing, small: real threads and processes. What they gain is held in claims_test.cc.
TEST(RealEngine, RunsEveryExperimentUnderEveryModel) {
  for (const ExperimentInfo& info : Experiments()) {
    EventLoop loop;
    Experiment experiment = Typed(info.kind);
    experiment.size = 2'000'000;
    experiment.calibrate = false;
    experiment.latency_ms = 40;
    experiment.duration_ms = 20;
    experiment.models.clear();
    for (const ModelInfo& model : Models()) experiment.models.emplace_back(model.name);
    experiment.answers = 10;
    experiment.repetitions = 3;
    std::optional<RunResult> result;
    Engine engine(loop, DescribeEnvironment(), Catalog(), [&](const Notice& notice) {
      if (const auto* failed = std::get_if<Failed>(&notice))
        ADD_FAILURE() << failed->model << ": " << failed->error.message;
      if (const auto* finished = std::get_if<Finished>(&notice)) result = finished->result;
      if (std::holds_alternative<Failed>(notice) || std::holds_alternative<Finished>(notice))
        loop.Stop();
    });
    engine.Handle(RunRequest{.run = 1, .experiment = experiment});
    ServeUntilStopped(loop, info.name.data(), 90);
    ASSERT_TRUE(result) << info.name;
    ASSERT_EQ(result->models.size(), Models().size());
    for (const ModelResult& model : result->models) {
      EXPECT_EQ(model.checksum, result->models[0].checksum) << model.model;
      EXPECT_EQ(model.value, result->models[0].value) << model.model;
      EXPECT_GT(model.startup_s, 0);
      if (model.verdict.code == VerdictCode::kDelayed)
        EXPECT_NE(model.verdict.text.find(Duration(model.response->median_s)), std::string::npos)
            << "late by what the chart shows: " << model.verdict.text;
      EXPECT_LE(model.speedup.low, model.speedup.ratio);
      EXPECT_LE(model.speedup.ratio, model.speedup.high);
    }
    if (info.kind == ExperimentKind::kCount) EXPECT_EQ(result->models[0].value, 4'000'000);
  }
}

}  // namespace
}  // namespace lab
