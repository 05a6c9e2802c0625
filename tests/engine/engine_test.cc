#include "engine/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "experiment/presets.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

// A model whose trials take exactly the time they are told and compute nothing: a whole run in no
// time. Its workers share the tasks evenly, so that a calibration finds a core for each.
class ToldModel final : public Model {
 public:
  struct Told {
    double seconds = 1;
    uint64_t checksum = 1;
    bool starts = true;
    bool answers = true;
  };
  ToldModel(EventLoop& loop, Told told, int workers)
      : loop_(loop), told_(told), workers_(workers) {}
  ~ToldModel() override { loop_.Cancel(timer_); }

  void Start(Started started) override {
    timer_ = loop_.After(0, [this, started] {
      if (told_.starts) started(0.001);
      else
        started(Error{.code = ErrorCode::kWorkerFailed,
                      .message = "Worker 1 of 2 did not start.",
                      .next = "Try again."});
    });
  }
  void Run(std::vector<Task> tasks, Finished finished) override {
    if (!told_.answers) return;
    timer_ = loop_.After(0, [this, tasks = std::move(tasks), finished] {
      TrialOutcome outcome;
      outcome.lanes.resize(workers_);
      const size_t most = (tasks.size() + workers_ - 1) / workers_;  // tasks of a worker
      const auto each =
          static_cast<Nanoseconds>(told_.seconds * kSecond / static_cast<double>(most));
      std::vector<Nanoseconds> free(workers_);
      for (const Task& task : tasks) {
        const size_t lane = static_cast<size_t>(task.index) % workers_;
        outcome.lanes[lane].Add(
            {.task = task.index, .begin = free[lane], .end = free[lane] + each});
        free[lane] += each;
      }
      outcome.outputs.assign(tasks.size(), {.value = 2, .checksum = told_.checksum});
      finished(std::move(outcome));
    });
  }

 private:
  EventLoop& loop_;
  const Told told_;
  const int workers_;
  EventLoop::Timer timer_ = 0;
};

std::map<std::string, ToldModel::Told> told;

template <int kModel>
std::unique_ptr<Model> MakeTold(EventLoop& loop, const ModelOptions& options) {
  const char* name = kModel == 0 ? "sequential" : kModel == 1 ? "threads-gil" : "processes";
  return std::make_unique<ToldModel>(loop, told[name], kModel == 0 ? 1 : options.workers);
}

// An engine over told models, run on the test's own thread, with all its notices.
class ToldEngine : public testing::Test {
 protected:
  ToldEngine()
      : engine_(
            loop_, {.platform = "native", .cores = 2, .delays = false}, catalog_,
            [this](const Notice& notice) { Note(notice); }, [this] { return Load(); }) {
    told = {};
    Repeat(5);
  }

  // A second passes between two readings, and others use what they are told to of it; once all is
  // told, nothing.
  LoadReading Load() {
    wall_s_ += 1;
    const double others = others_.empty() ? 0 : others_.front();
    if (!others_.empty()) others_.erase(others_.begin());
    idle_s_ += 2 - others;
    return {.wall_s = wall_s_, .cores = 2, .idle_s = idle_s_};
  }
  void Repeat(int times) {
    experiment_.repetitions = times;
    experiment_.left_to_plan.repetitions = false;
  }
  void Note(const Notice& notice) {
    notices_.push_back(notice);
    const bool over =
        std::holds_alternative<Finished>(notice) || std::holds_alternative<SweepFinished>(notice) ||
        std::holds_alternative<Failed>(notice) || std::holds_alternative<Cancelled>(notice);
    if (!over) return;
    loop_.Stop();
    if (const auto after = std::exchange(after_, nullptr)) after();
  }
  void RunToTheEnd() {
    engine_.Handle(RunRequest{.run = 1, .experiment = experiment_});
    ServeUntilStopped(loop_, "the end of the run");
  }
  template <typename T>
  const T& Last() {
    EXPECT_TRUE(std::holds_alternative<T>(notices_.back()))
        << "the last notice is of another kind: " << notices_.back().index();
    return std::get<T>(notices_.back());
  }

  const std::vector<CatalogEntry> catalog_ = {
      {.name = "sequential", .workers = "one thread", .make = MakeTold<0>},
      {.name = "threads-gil", .workers = "threads", .make = MakeTold<1>},
      {.name = "threads-free", .workers = "threads", .absent = "There are no threads here."},
      {.name = "processes", .workers = "processes", .make = MakeTold<2>}};
  EventLoop loop_;
  std::vector<Notice> notices_;
  // Cores, before each reading of the load: the first two are before the rounds.
  std::vector<double> others_;
  double wall_s_ = 0;
  double idle_s_ = 0;
  std::function<void()> after_;  // called once, by the notice that a run is over
  Experiment experiment_ = MakeExperiment(ExperimentKind::kCount);
  Engine engine_;
};

TEST_F(ToldEngine, SaysWhatItHasAndWhyItLacksTheRest) {
  engine_.Handle(DescribeRequest{});
  const Ready& ready = Last<Ready>();
  ASSERT_EQ(ready.models.size(), 4u);
  EXPECT_TRUE(ready.models[0].available);
  EXPECT_FALSE(ready.models[2].available);
  EXPECT_EQ(ready.models[2].reason, "There are no threads here.");
  EXPECT_EQ(ready.models[0].workers, "one thread");
  EXPECT_EQ(ready.experiments.size(), kExperimentKinds);
  engine_.Handle(DescribeRequest{.language = "tlh"});
  EXPECT_EQ(Last<Ready>().language, "en") << "the only one that there is, whatever is asked for";
}

TEST_F(ToldEngine, FindsTheSpeedupThatItsModelsWereTold) {
  told["sequential"].seconds = 2;
  told["threads-gil"].seconds = 2;
  told["processes"].seconds = 1;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  ASSERT_EQ(result.models.size(), 3u);
  EXPECT_DOUBLE_EQ(result.models[1].speedup.ratio, 1);
  EXPECT_DOUBLE_EQ(result.models[2].speedup.ratio, 2);
  EXPECT_FALSE(result.models[0].rounds_won);
  ASSERT_TRUE(result.models[1].rounds_won && result.models[2].rounds_won);
  EXPECT_EQ(result.models[1].rounds_won->faster, 0) << "as fast is not faster";
  EXPECT_EQ(result.models[2].rounds_won->faster, 5);
  EXPECT_EQ(result.models[2].rounds_won->of, 5);
  EXPECT_DOUBLE_EQ(result.models[2].efficiency, 1);
  EXPECT_EQ(result.models[2].samples_s, std::vector<double>(5, 1.0));
  EXPECT_EQ(result.models[1].verdict.code, VerdictCode::kGilBound);
  EXPECT_EQ(result.models[2].verdict.code, VerdictCode::kGains);
  EXPECT_EQ(result.verdict.code, VerdictCode::kClear);
  EXPECT_DOUBLE_EQ(result.calibration.effective_cores, 2);
  EXPECT_EQ(result.calibration.drift, 0);
  EXPECT_EQ(result.calibration.warmups, 1);
  EXPECT_EQ(result.calibration.rounds, 5);
  EXPECT_EQ(result.calibration.stop, Stop::kRepetitions);
  EXPECT_EQ(result.models[2].value, 4);
  ASSERT_EQ(result.unavailable.size(), 1u);
  EXPECT_EQ(result.unavailable[0].model, "threads-free");
  EXPECT_FALSE(result.answer.empty());
}

TEST_F(ToldEngine, TellsEveryTrialInTheInterleavedOrder) {
  Repeat(2);
  RunToTheEnd();
  std::string order;
  int done = 0;
  for (const Notice& notice : notices_) {
    if (const auto* trial = std::get_if<TrialStarted>(&notice))
      order += trial->model.substr(0, 1) + (trial->warmup ? "w" : "") + " ";
    if (const auto* trial = std::get_if<TrialDone>(&notice)) {
      EXPECT_EQ(trial->done, ++done);
      EXPECT_EQ(trial->trials, 9) << "a warm-up and two repetitions of three models";
      EXPECT_EQ(trial->so_far.has_value(), !trial->warmup);
    }
  }
  EXPECT_EQ(order.substr(0, 9), "sw tw pw ");
  EXPECT_EQ(order.size(), 3 * 3 + 6 * 2u) << order;
  EXPECT_EQ(order.substr(3 * 3, 2), "s ") << order;
  EXPECT_EQ(done, 9);
}

TEST_F(ToldEngine, ASweepIsACurveForEachModel) {
  told["sequential"].seconds = 2;
  told["threads-gil"].seconds = 2;
  told["processes"].seconds = 1;
  experiment_.workers = 4;
  Repeat(6);
  engine_.Handle(SweepRequest{.run = 1, .experiment = experiment_});
  ServeUntilStopped(loop_, "the end of the sweep");
  const SweepResult& sweep = Last<SweepFinished>().result;
  int points = 0;
  for (const Notice& notice : notices_) {
    const auto* point = std::get_if<PointDone>(&notice);
    if (point == nullptr) continue;
    EXPECT_TRUE(point->done == points || point->done == points + 1)
        << "told after each round and after each point";
    EXPECT_LE(point->so_far.at.size(), static_cast<size_t>(points) + 1);
    points = point->done;
  }
  EXPECT_EQ(points, 4);
  ASSERT_EQ(sweep.scaling.size(), 2u);
  EXPECT_EQ(sweep.baselines.size(), 4u);
  for (const ModelScaling& scaling : sweep.scaling) {
    ASSERT_EQ(scaling.points.size(), 4u);
    for (int at = 0; at < 4; ++at) EXPECT_EQ(scaling.points[at].workers, at + 1);
  }
  EXPECT_NEAR(sweep.scaling[0].amdahl.serial_fraction, 1, 1e-6) << "the GIL's threads gain nothing";
  EXPECT_FALSE(sweep.scaling[1].usl.describes) << "twice as fast with any number is no law";
}

TEST_F(ToldEngine, ASizeThatNobodyTypedIsFittedToTheMachine) {
  told["sequential"].seconds = 0.2;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_TRUE(result.calibration.scaled);
  EXPECT_EQ(result.calibration.task_size, result.experiment.size)
      << "the result has what was chosen";
  EXPECT_TRUE(result.experiment.left_to_plan.size) << "and says that nobody typed it";
}

TEST_F(ToldEngine, ASizeThatWasTypedIsKeptHoweverShort) {
  experiment_.size = 1000;
  experiment_.left_to_plan.size = false;
  told["sequential"].seconds = 0.001;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_FALSE(result.calibration.scaled);
  EXPECT_EQ(result.calibration.task_size, 1000);
  EXPECT_EQ(result.experiment.size, 1000);
}

TEST_F(ToldEngine, WhatIsWantedAsItIsIsNotMadeLarger) {
  experiment_.size = 1000;
  experiment_.calibrate = false;
  told["sequential"].seconds = 0.001;
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().result.calibration.task_size, 1000);
  EXPECT_FALSE(Last<Finished>().result.calibration.scaled);
}

TEST_F(ToldEngine, APageThatWasHiddenIsSaid) {
  const auto said = [this] {
    return std::ranges::any_of(Last<Finished>().result.notes, [](const std::string& note) {
      return note.find("hidden") != note.npos;
    });
  };
  engine_.Handle(RunRequest{.run = 1, .experiment = experiment_});
  engine_.Handle(ConditionsRequest{.hidden = true});
  engine_.Handle(ConditionsRequest{.hidden = false});
  ServeUntilStopped(loop_, "the end of the run");
  EXPECT_TRUE(said());
  engine_.Handle(RunRequest{.run = 2, .experiment = experiment_});
  ServeUntilStopped(loop_, "the end of the run");
  EXPECT_FALSE(said()) << "the next run was never hidden";
}

TEST_F(ToldEngine, ATypedTimeBudgetEndsTheRepetitions) {
  Repeat(100);
  experiment_.time_budget_s = 0.000001;
  experiment_.left_to_plan.time_budget = false;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_EQ(result.models.front().samples_s.size(), 1u);
  EXPECT_EQ(result.calibration.stop, Stop::kTime);
  EXPECT_EQ(result.verdict.code, VerdictCode::kNoisy) << "one repetition concludes nothing";
}

TEST_F(ToldEngine, StopsWhenItKnowsEnough) {
  experiment_.left_to_plan.repetitions = true;
  told["processes"].seconds = 0.5;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_EQ(result.calibration.stop, Stop::kPrecise);
  EXPECT_EQ(result.calibration.rounds, kFewestToStop);
  EXPECT_EQ(result.experiment.repetitions, kFewestToStop);
}

TEST_F(ToldEngine, WithoutAPrecisionItGoesOnAsLongAsItMay) {
  experiment_.left_to_plan.repetitions = true;
  experiment_.precision = 0;
  experiment_.time_budget_s = 0;
  experiment_.left_to_plan.time_budget = false;
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().result.calibration.rounds, kMostRounds);
}

TEST_F(ToldEngine, TellsTheTimeLeftFromTheStart) {
  RunToTheEnd();
  for (const Notice& notice : notices_) {
    if (const auto* started = std::get_if<Started>(&notice)) EXPECT_GT(started->left_s, 0);
    if (const auto* calibrated = std::get_if<Calibrated>(&notice)) {
      EXPECT_FALSE(calibrated->plan.empty());
      EXPECT_TRUE(calibrated->fits);
    }
  }
}

TEST_F(ToldEngine, WhatDoesNotFitIsSaidBeforeItStarts) {
  experiment_ = MakeExperiment(ExperimentKind::kDownloads);
  experiment_.tasks = 200;
  experiment_.left_to_plan.size = false;
  RunToTheEnd();
  const auto calibrated = std::ranges::find_if(
      notices_, [](const Notice& notice) { return std::holds_alternative<Calibrated>(notice); });
  ASSERT_NE(calibrated, notices_.end());
  EXPECT_FALSE(std::get<Calibrated>(*calibrated).fits);
  EXPECT_NE(std::get<Calibrated>(*calibrated).plan.find("exceeds the time budget of 10 s"),
            std::string::npos)
      << std::get<Calibrated>(*calibrated).plan;
  EXPECT_GT(std::get<Calibrated>(*calibrated).left_s, 60);
}

TEST_F(ToldEngine, RoundsThatOthersDisturbAreMarkedAndReplaced) {
  others_ = {0, 0, 0.1, 1, 0.5, 0};
  told["processes"].seconds = 0.5;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_EQ(result.calibration.rounds, 5);
  EXPECT_EQ(result.calibration.disturbed_rounds, 2);
  EXPECT_NEAR(result.calibration.disturbing_cores.value_or(0), 0.75, 1e-9);
  EXPECT_NEAR(result.calibration.other_cores.value_or(0), 0.02, 1e-9);
  EXPECT_EQ(result.models.back().samples_s.size(), 5u);
  EXPECT_EQ(result.models.back().disturbed_s.size(), 2u);
  EXPECT_FALSE(result.verdict.probable);
  EXPECT_TRUE(std::ranges::any_of(result.notes, [](const std::string& note) {
    return note.starts_with("2 of 7 rounds do not count");
  }));
}

TEST_F(ToldEngine, WhereAllRoundsAreDisturbedALittleTheAnswerIsProbable) {
  others_.assign(100, 0.2);
  told["processes"].seconds = 0.5;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_TRUE(result.calibration.all_disturbed);
  EXPECT_EQ(result.calibration.rounds, 10) << "so many were tried for five quiet ones";
  EXPECT_TRUE(result.verdict.probable);
  EXPECT_TRUE(result.models.back().verdict.probable);
  EXPECT_NEAR(result.models.back().speedup.high, 2 * 1.2, 1e-9);
  EXPECT_EQ(result.answer,
            "Two threads under the GIL: probably no speedup. Two processes: probably 2.0×.");
  EXPECT_TRUE(result.reason.ends_with("Other programs used a tenth of the processor."))
      << result.reason;
}

TEST_F(ToldEngine, BesideAProgramThatNeverStopsNothingIsConcluded) {
  others_.assign(100, 1);
  told["processes"].seconds = 0.5;
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().result.verdict.code, VerdictCode::kNoisy);
  EXPECT_EQ(Last<Finished>().result.answer, "Cannot conclude: other programs used about 1 core.");
  EXPECT_EQ(Last<Finished>().result.reason, "Close other programs and tabs, and run again.");
}

TEST_F(ToldEngine, ASweepMeasuresWhereItIsAskedTo) {
  experiment_.points = {2, 5};
  engine_.Handle(SweepRequest{.run = 1, .experiment = experiment_});
  ServeUntilStopped(loop_, "the end of the sweep");
  EXPECT_EQ(Last<SweepFinished>().result.at, (std::vector<double>{2, 5}));
}

TEST_F(ToldEngine, APageHasFewerWorkersThanAProgram) {
  Engine page(loop_, {.platform = "web", .cores = 2}, catalog_,
              [this](const Notice& notice) { Note(notice); });
  experiment_.workers = 65;
  page.Handle(RunRequest{.run = 3, .experiment = experiment_});
  EXPECT_EQ(Last<Failed>().error.field, "workers");
}

TEST_F(ToldEngine, ColdWorkersStartForEveryRepetition) {
  experiment_.cold = true;
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_EQ(result.models[2].startup_s, 0.001);
  EXPECT_LT(result.models[2].cold_speedup.ratio, result.models[2].speedup.ratio);
}

TEST_F(ToldEngine, AWrongResultIsAnErrorThatNamesTheModel) {
  told["processes"].checksum = 2;
  RunToTheEnd();
  const Failed& failed = Last<Failed>();
  EXPECT_EQ(failed.error.code, ErrorCode::kWrongResult);
  EXPECT_EQ(failed.model, "processes");
}

TEST_F(ToldEngine, AWorkerThatDoesNotStartEndsTheRunAndTheNextOneIsFine) {
  told["processes"].starts = false;
  RunToTheEnd();
  EXPECT_EQ(Last<Failed>().error.code, ErrorCode::kWorkerFailed);
  told["processes"].starts = true;
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().run, 1);
}

TEST_F(ToldEngine, CancelsAndRunsAgain) {
  told["processes"].answers = false;  // the run would never end
  engine_.Handle(RunRequest{.run = 1, .experiment = experiment_});
  loop_.After(0.05, [&] { engine_.Handle(CancelRequest{}); });
  ServeUntilStopped(loop_, "the cancellation");
  EXPECT_EQ(Last<Cancelled>().run, 1);
  told["processes"].answers = true;
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().run, 1);
}

// The one that is over goes later than the next one comes, and must not take that one's calibration
// along.
TEST_F(ToldEngine, TheNextRunMayBeAskedForInTheVeryInstantThatOneEnds) {
  const Request next = RunRequest{.run = 2, .experiment = experiment_};
  after_ = [&] { loop_.Post([&] { engine_.Handle(next); }); };
  RunToTheEnd();
  EXPECT_EQ(Last<Finished>().run, 1);
  ServeUntilStopped(loop_, "the end of the next run");
  EXPECT_EQ(Last<Finished>().run, 2);
}

TEST_F(ToldEngine, ASecondRunMeanwhileIsRefused) {
  told["processes"].answers = false;
  engine_.Handle(RunRequest{.run = 1, .experiment = experiment_});
  engine_.Handle(RunRequest{.run = 2, .experiment = experiment_});
  EXPECT_EQ(Last<Failed>().error.code, ErrorCode::kBusy);
  EXPECT_EQ(Last<Failed>().run, 2);
}

TEST_F(ToldEngine, AFaultyExperimentIsRefusedWithItsField) {
  experiment_.workers = 10'000;
  engine_.Handle(RunRequest{.run = 7, .experiment = experiment_});
  EXPECT_EQ(Last<Failed>().run, 7);
  EXPECT_EQ(Last<Failed>().error.field, "workers");
  engine_.HandleText(R"({"type":"run","run":8,"experiment":{"size":"NaN"}})");
  EXPECT_EQ(Last<Failed>().run, 8);
  EXPECT_EQ(Last<Failed>().error.field, "size");
  engine_.HandleText("nonsense");
  EXPECT_EQ(Last<Failed>().error.code, ErrorCode::kProtocol);
}

TEST_F(ToldEngine, WithoutADelayingServerDownloadsAreWaitsAndItSaysSo) {
  experiment_ = MakeExperiment(ExperimentKind::kDownloads);
  RunToTheEnd();
  const RunResult& result = Last<Finished>().result;
  EXPECT_TRUE(result.experiment.latency_only);
  ASSERT_FALSE(result.notes.empty());
  EXPECT_NE(result.notes[0].find("cannot delay"), std::string::npos);
}

}  // namespace
}  // namespace lab
