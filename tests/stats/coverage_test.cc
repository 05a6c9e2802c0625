// The proof of the intervals: thousands of runs of two models that take exactly the time they are
// told, times noise of a known shape.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "experiment/model_info.h"
#include "experiment/time_plan.h"
#include "stats/estimate.h"
#include "stats/rounds.h"
#include "stats/verdict.h"

namespace lab {
namespace {

class Noise {
 public:
  explicit Noise(uint64_t seed) : random_(seed) {}

  double Uniform() { return (static_cast<double>(random_() >> 11) + 0.5) * 0x1p-53; }
  double Normal() {
    return std::sqrt(-2 * std::log(Uniform())) * std::cos(2 * std::numbers::pi * Uniform());
  }

 private:
  std::mt19937_64 random_;
};

struct Shape {
  const char* name;
  double (*factor)(Noise&);  // of the time that a trial was told to take
};

double AtLeast(double factor) { return std::max(0.1, factor); }

constexpr Shape kFivePercent = {"normal, 5 %",
                                [](Noise& noise) { return AtLeast(1 + 0.05 * noise.Normal()); }};

const Shape kShapes[] = {
    {"normal, 1 %", [](Noise& noise) { return 1 + 0.01 * noise.Normal(); }},
    kFivePercent,
    {"normal, 15 %", [](Noise& noise) { return AtLeast(1 + 0.15 * noise.Normal()); }},
    {"lognormal", [](Noise& noise) { return std::exp(0.1 * noise.Normal()); }},
    {"delays only", [](Noise& noise) { return 1 - 0.05 * std::log(noise.Uniform()); }},
    {"an outlier now and then",
     [](Noise& noise) {
       return AtLeast(1 + 0.03 * noise.Normal()) + (noise.Uniform() < 0.05 ? 0.5 : 0);
     }},
};

constexpr int kRuns = 2000;

// The estimates of so many runs of two models, the second `ratio` times as fast as the first.
std::vector<Estimate> Runs(const Shape& shape, double ratio, int repetitions, uint64_t seed) {
  Noise noise(seed);
  std::vector<Estimate> estimates;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<double> baseline;
    std::vector<double> samples;
    for (int round = 0; round < repetitions; ++round) {
      const double drift = 1 + 0.1 * std::sin(round);  // of the machine, which both feel
      baseline.push_back(drift * ratio * shape.factor(noise));
      samples.push_back(drift * shape.factor(noise));
    }
    estimates.push_back(Speedup(baseline, samples));
  }
  return estimates;
}

double Share(const std::vector<Estimate>& estimates, auto what) {
  return static_cast<double>(std::ranges::count_if(estimates, what)) /
         static_cast<double>(estimates.size());
}

class Coverage : public testing::TestWithParam<int> {};

TEST_P(Coverage, TheIntervalHoldsTheTrueRatioAndTheSameIsRarelyCalledDifferent) {
  double sum = 0;
  for (size_t shape = 0; shape < std::size(kShapes); ++shape) {
    const double different = Share(Runs(kShapes[shape], 1, GetParam(), 100 + shape), Different);
    EXPECT_LE(different, 0.07) << kShapes[shape].name << ": covers less than 93 %";
    EXPECT_GE(different, 0.03) << kShapes[shape].name << ": covers more than 97 %";
    sum += different;
  }
  EXPECT_LE(sum / static_cast<double>(std::size(kShapes)), 0.05);
}

INSTANTIATE_TEST_SUITE_P(Repetitions, Coverage, testing::Values(10, 20));

// Fewer rounds have intervals that rather cover too much than too little.
class FewRounds : public testing::TestWithParam<int> {};

TEST_P(FewRounds, CoverAsMuchAsTheySay) {
  for (size_t shape = 0; shape < std::size(kShapes); ++shape) {
    const double different = Share(Runs(kShapes[shape], 1, GetParam(), 700 + shape), Different);
    EXPECT_LE(different, 0.07) << kShapes[shape].name << ": covers less than 93 %";
    EXPECT_GE(different, 0.01) << kShapes[shape].name << ": covers more than 99 %";
  }
}

INSTANTIATE_TEST_SUITE_P(Repetitions, FewRounds, testing::Values(2, 3, 5, 8));

// The rule by which a run stops (engine/run.cc) looks at the intervals, which changes what they
// cover. Noise between one and four percent is where it ends runs at any round; with less all stop
// at the first look, with more none before its time is up.
const Shape kNearTheBound[] = {
    {"normal, 1 %", [](Noise& noise) { return 1 + 0.01 * noise.Normal(); }},
    {"normal, 2 %", [](Noise& noise) { return 1 + 0.02 * noise.Normal(); }},
    {"normal, 2.5 %", [](Noise& noise) { return 1 + 0.025 * noise.Normal(); }},
    {"normal, 3 %", [](Noise& noise) { return 1 + 0.03 * noise.Normal(); }},
    {"normal, 4 %", [](Noise& noise) { return 1 + 0.04 * noise.Normal(); }},
    {"lognormal, 3 %", [](Noise& noise) { return std::exp(0.03 * noise.Normal()); }},
    {"delays only, 2 %", [](Noise& noise) { return 1 - 0.02 * std::log(noise.Uniform()); }},
    {"an outlier now and then",
     [](Noise& noise) { return 1 + 0.01 * noise.Normal() + (noise.Uniform() < 0.05 ? 0.5 : 0); }},
};

struct Stopped {
  Estimate estimate;
  size_t rounds = 0;
};

// A run of `models` alike beside the baseline that ends when it knows enough, or after the round
// `most`.
Stopped RunUntilPrecise(const Shape& shape, int models, size_t most, Noise& noise) {
  std::vector<double> baseline;
  std::vector<std::vector<double>> samples(static_cast<size_t>(models));
  while (true) {
    const double drift = 1 + 0.1 * std::sin(static_cast<double>(baseline.size()));
    baseline.push_back(drift * shape.factor(noise));
    for (std::vector<double>& model : samples) model.push_back(drift * shape.factor(noise));
    if (baseline.size() < kFewestToStop) continue;
    const auto precise = [&](const std::vector<double>& model) {
      return Precise(std::vector{Speedup(baseline, model)}, 2);
    };
    if (baseline.size() == most || std::ranges::all_of(samples, precise)) {
      return {.estimate = Speedup(baseline, samples.front()), .rounds = baseline.size()};
    }
  }
}

class StoppingRule : public testing::TestWithParam<int> {};

TEST_P(StoppingRule, KeepsWhatTheIntervalsPromise) {
  constexpr size_t kMostRoundsHere = 20;
  double sum = 0;
  for (size_t shape = 0; shape < std::size(kNearTheBound); ++shape) {
    Noise noise(500 + shape);
    int different = 0;
    double rounds = 0;
    for (int run = 0; run < kRuns; ++run) {
      const Stopped stopped =
          RunUntilPrecise(kNearTheBound[shape], GetParam(), kMostRoundsHere, noise);
      different += Different(stopped.estimate);
      rounds += static_cast<double>(stopped.rounds);
    }
    const double share = static_cast<double>(different) / kRuns;
    EXPECT_LE(share, 0.07) << kNearTheBound[shape].name << ": covers less than 93 % after "
                           << rounds / kRuns << " rounds on average";
    EXPECT_GE(share, 0.03) << kNearTheBound[shape].name << ": covers more than 97 % after "
                           << rounds / kRuns << " rounds on average";
    sum += share;
  }
  EXPECT_LE(sum / static_cast<double>(std::size(kNearTheBound)), 0.05)
      << "of the same are called different";
}

INSTANTIATE_TEST_SUITE_P(Models, StoppingRule, testing::Values(1, 3));

// Another program that computes in bursts on one of two cores, in every round: what it does to two
// workers and to the one that the sequential run has. While it computes, three share two cores:
// fairly, so that all take half as long again, or so that one of the two workers has half a core
// and holds up the trial.
double Slowed(Noise& noise, double share, bool both_cores_wanted) {
  const double met = std::min(1.0, 2 * share * noise.Uniform());
  return both_cores_wanted ? 1 + met * (0.5 + 0.5 * noise.Uniform()) : 1 + 0.05 * met;
}

struct Hedge {
  int given = 0;  // answers that were no more than probable
  int held = 0;   // of those, that hold the ratio of a quiet machine
  int refused = 0;
};

Hedge Answers(double ratio, bool both_cores_wanted, double others) {
  Noise noise(900);
  Hedge hedge;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<double> baseline;
    std::vector<double> samples;
    std::vector<RoundLoad> loads;
    for (int round = 0; round < 9; ++round) {
      const double share = std::max(kMostOthers + 0.01, others * (0.5 + noise.Uniform()));
      loads.emplace_back(share);
      baseline.push_back(ratio * (1 + 0.01 * noise.Normal()) * Slowed(noise, share, false));
      samples.push_back((1 + 0.01 * noise.Normal()) * Slowed(noise, share, both_cores_wanted));
    }
    const RoundChoice choice = ChooseRounds(loads);
    Evidence evidence = {.model = FactsOf("processes"),
                         .workers = 2,
                         .tasks = 2,
                         .speedup = Hedged(Speedup(baseline, samples), *choice.others, 2, 2),
                         .median_s = 1,
                         .handoffs = {},
                         .task_inflation = {}};
    const Conclusion conclusion = ConclusionOf(evidence, {.reported_cores = 2,
                                                          .effective_cores = 2,
                                                          .other_cores = choice.others,
                                                          .all_disturbed = choice.all_disturbed,
                                                          .repetitions = 9,
                                                          .governor = {}});
    EXPECT_TRUE(choice.all_disturbed);
    if (!Concluded(conclusion.code)) ++hedge.refused;
    else if (conclusion.probable) ++hedge.given;
    if (Concluded(conclusion.code) && evidence.speedup.low <= ratio &&
        ratio <= evidence.speedup.high)
      ++hedge.held;
  }
  return hedge;
}

TEST(Probably, HoldsInNineOfTenCases) {
  for (const double others : {0.15, 0.25, 0.35}) {
    for (const auto& [ratio, both] :
         {std::pair{1.95, true}, std::pair{1.0, false}, std::pair{3.0, true}}) {
      const Hedge hedge = Answers(ratio, both, others);
      EXPECT_GE(hedge.given, kRuns / 2) << "of " << ratio << " beside " << others;
      EXPECT_GE(hedge.held, 0.9 * hedge.given) << "of " << ratio << " beside " << others;
    }
  }
}

TEST(Probably, IsNotSaidBesideAProgramThatNeverStops) {
  const Hedge hedge = Answers(1.95, true, 1);
  EXPECT_EQ(hedge.given, 0);
  EXPECT_EQ(hedge.refused, kRuns);
}

TEST(TrueRatio, DoesNotMatterToTheCoverage) {
  const double covered = Share(Runs(kFivePercent, 1.9, 10, 400), [](const Estimate& estimate) {
    return estimate.low <= 1.9 && 1.9 <= estimate.high;
  });
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

TEST(Power, ATenthIsFoundWithTwentyRepetitions) {
  EXPECT_GE(Share(Runs(kFivePercent, 1.1, 20, 300),
                  [](const Estimate& estimate) { return estimate.low > 1; }),
            0.9);
}

}  // namespace
}  // namespace lab
