// What is written can be read, always: results, sweeps and notices as their sources make them of
// trials at the edges of what can come.
#include <gtest/gtest.h>

#include <random>

#include "engine/summary.h"
#include "engine/sweep_summary.h"
#include "experiment/presets.h"
#include "messages/codec.h"

namespace lab {
namespace {

constexpr uint64_t kSeed = 20;

// Where values come from: of each kind those at the edges, and some between.
class Edges {
 public:
  explicit Edges(uint64_t seed) : random_(seed) {}

  template <typename T>
  T OneOf(std::initializer_list<T> values) {
    return *(values.begin() + static_cast<std::ptrdiff_t>(random_() % values.size()));
  }
  bool Maybe() { return random_() % 2 == 0; }
  int UpTo(int most) { return static_cast<int>(random_() % static_cast<uint64_t>(most + 1)); }

  double Step() { return OneOf({0.0, 23e-9, 5e-6, 1e-3, 1 / 60.0, 0.1}); }
  // Of a trial: none at all, one step of the clock, a while, a day.
  double Seconds(double step) {
    return OneOf({0.0, step, 2 * step, 11 * step, 1e-9, 0.003, 0.5, 86'400.0});
  }
  std::optional<double> Load() {
    return Maybe() ? std::optional(OneOf({0.0, 0.05, 1.5, 256.0})) : std::nullopt;
  }
  std::string Text() {
    return OneOf<std::string>(
        {"", "a text", std::string(9'000, 'x'), "\xC2\xB5 \x1b[1m | \" \\ \n"});
  }

 private:
  std::mt19937_64 random_;
};

Lane LaneOf(Edges& edges, double step, int tasks, int& task) {
  Lane lane;
  Nanoseconds at = 0;
  for (int each = 0; each < tasks; ++each) {
    const auto length = static_cast<Nanoseconds>(edges.Seconds(step) * kSecond);
    lane.Add({.task = task++, .begin = at, .end = at + length});
    at += length;
  }
  return lane;
}

// Waits, computes and ends, with stamps that are often the same.
LaneTrace TraceOfLane(Edges& edges, double step, int lane, Nanoseconds& length) {
  LaneTrace trace = {.name = edges.Text(),
                     .startup = static_cast<Nanoseconds>(edges.Seconds(step) * kSecond)};
  Nanoseconds at = 0;
  const auto add = [&](EventKind kind, int32_t value = 0, int16_t peer = kNoLane) {
    trace.events.push_back({.at = at, .value = value, .peer = peer, .kind = kind});
    at += static_cast<Nanoseconds>(edges.OneOf({0.0, step, 0.01}) * kSecond);
  };
  add(EventKind::kWaitingForTask);
  add(EventKind::kTaskBegun, lane);
  for (int event = edges.UpTo(6); event > 0; --event) {
    add(edges.OneOf({EventKind::kRunning, EventKind::kBlocked, EventKind::kWaitingForGil,
                     EventKind::kWaitingForLock}));
    if (edges.Maybe()) add(EventKind::kAskedToDrop, 0, kNoLane);
  }
  add(EventKind::kTaskDone, lane);
  add(EventKind::kEnded);
  if (edges.UpTo(5) == 0) trace.lost = 1;
  length = std::max(length, at);
  return trace;
}

TrialOutcome Outcome(Edges& edges, const Experiment& experiment, int workers, bool gil,
                     double step) {
  TrialOutcome outcome;
  int task = 0;
  outcome.trace = Trace{.gil = gil, .lanes = {}};
  for (int worker = 0; worker < workers; ++worker) {
    outcome.lanes.push_back(LaneOf(edges, step, 1, task));
    outcome.trace->lanes.push_back(TraceOfLane(edges, step, worker, outcome.trace->length));
  }
  outcome.outputs.resize(static_cast<size_t>(experiment.tasks),
                         {.value = edges.OneOf({0.0, -0.0, -1e18, 1e15}), .checksum = 5});
  if (experiment.kind == ExperimentKind::kConvoy) {
    for (int answer = edges.UpTo(3); answer >= 0; --answer)
      outcome.outputs[0].delays_s.push_back(edges.Seconds(step));
  }
  if (gil) outcome.handoffs = edges.OneOf({0.0, 1.0, 4e6});
  outcome.warm_startup_s = edges.Seconds(step);
  return outcome;
}

RunResult Random(Edges& edges, const Experiment& asked) {
  const double step = edges.Step();
  Summary summary(asked, {.platform = edges.Maybe() ? "web" : "native",
                          .cores = edges.OneOf({1, 2, 256}),
                          .timer_step_s = step});
  summary.TellsLoad(edges.Maybe());
  summary.SetCapacity(edges.Maybe() ? Capacity{.cores = edges.OneOf({0.0, 1.3, 256.0}),
                                               .stolen = edges.OneOf({0.0, 0.5, 1.0}),
                                               .unit_s = 0.001}
                                    : Capacity{.cores = 2});
  summary.SetPlan(asked,
                  {.iterations_per_s = edges.OneOf({1.0, 1e9}), .cores = 2, .timer_step_s = step});
  for (const std::string& model : asked.models) summary.AddStartup(model, edges.Seconds(step));
  for (int round = edges.OneOf({0, 1, 2, 3, 9}); round > 0; --round) {
    for (const std::string& model : asked.models) {
      const int workers = model == "sequential" ? 1 : asked.workers;
      EXPECT_FALSE(summary.Add({.model = model},
                               Outcome(edges, asked, workers, model == "threads-gil", step)));
    }
    summary.EndRound();
    summary.SetLoad(summary.rounds() - 1, edges.Load());
  }
  summary.SetEnd(edges.OneOf({Stop::kUnknown, Stop::kPrecise, Stop::kTime, Stop::kRepetitions}),
                 edges.Seconds(step));
  RunResult result = summary.TheResult();
  result.answer = result.answer.empty() ? edges.Text() : result.answer;
  if (edges.Maybe())
    result.error =
        Error{.code = ErrorCode::kCancelled, .message = edges.Text(), .next = edges.Text()};
  return result;
}

Experiment Asked(Edges& edges, ExperimentKind kind) {
  Experiment experiment = MakeExperiment(kind);
  experiment.workers = experiment.tasks = edges.OneOf({1, 2, 5, 256});
  if (kind == ExperimentKind::kConvoy) experiment.busy = experiment.workers - 1;
  if (experiment.workers == 256) experiment.models = {"sequential", "threads-gil"};
  return experiment;
}

// Written, read and written again it is the same text.
void ExpectReadBack(const RunResult& result) {
  const std::string text = EncodeResult(result);
  const Result<RunResult> read = DecodeResult(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(EncodeResult(read.value()), text);
}

template <typename T>
void ExpectReadBack(const T& notice) {
  const std::string text = Encode(Notice(notice));
  const Result<Notice> read = DecodeNotice(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(Encode(read.value()), text);
}

// Bounded: takes about a second where the machine is slow.
TEST(Edges, EveryResultThatTrialsCanGiveReadsBack) {
  for (uint64_t seed = kSeed; seed < kSeed + 15 && !HasFailure(); ++seed) {
    for (const ExperimentInfo& info : Experiments()) {
      SCOPED_TRACE(std::string(info.name) + ", seed " + std::to_string(seed));
      Edges edges(seed * 10 + static_cast<uint64_t>(info.kind));
      const Experiment asked = Asked(edges, info.kind);
      const RunResult result = Random(edges, asked);
      ExpectReadBack(result);
      ExpectReadBack(Finished{.run = 1, .result = result});
      ExpectReadBack(Calibrated{.run = 1,
                                .experiment = asked,
                                .calibration = result.calibration,
                                .left_s = edges.Seconds(0.1),
                                .plan = edges.Text()});
      ExpectReadBack(Failed{.run = 1,
                            .error = {.code = ErrorCode::kCancelled, .message = edges.Text()},
                            .model = "processes",
                            .measured = result.models});
      for (const ModelResult& model : result.models) {
        ExpectReadBack(TrialDone{.run = 1,
                                 .model = model.model,
                                 .repetition = 0,
                                 .seconds = model.median_s,
                                 .left_s = -0.0,
                                 .so_far = model});
        if (model.trace)
          ExpectReadBack(
              TraceGrown{.run = 1, .model = model.model, .begins = true, .growth = *model.trace});
      }
    }
  }
}

TEST(Edges, EverySweepThatPointsCanGiveReadsBack) {
  for (uint64_t seed = kSeed; seed < kSeed + 15 && !HasFailure(); ++seed) {
    for (const ExperimentKind kind :
         {ExperimentKind::kCount, ExperimentKind::kMixed, ExperimentKind::kConvoy}) {
      SCOPED_TRACE(std::string(InfoOf(kind).name) + ", seed " + std::to_string(seed));
      Edges edges(seed * 10 + static_cast<uint64_t>(kind));
      Experiment asked = MakeExperiment(kind);
      std::vector<RunResult> points;
      for (int point = 1; point <= 1 + edges.UpTo(4); ++point) {
        Experiment at = asked;
        at.workers = at.tasks = point;
        at.busy = point - 1;
        at.cpu_share = 20 * (point - 1);
        RunResult result = Random(edges, at);
        if (result.models.empty()) continue;  // a sweep tells of a point from its first round on
        for (ModelResult& model : result.models) model.trace.reset();
        points.push_back(std::move(result));
      }
      if (points.empty()) continue;
      const SweepResult sweep = SummarizeSweep(asked, points);
      const std::string text = EncodeSweep(sweep);
      const Result<SweepResult> read = DecodeSweep(text);
      ASSERT_TRUE(read) << read.error().message;
      EXPECT_EQ(EncodeSweep(read.value()), text);
      ExpectReadBack(PointDone{.run = 1, .done = 0, .points = 1, .left_s = 0, .so_far = sweep});
    }
  }
}

}  // namespace
}  // namespace lab
