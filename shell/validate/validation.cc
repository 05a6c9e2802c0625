#include "shell/validate/validation.h"

#include <algorithm>

#include "base/text.h"
#include "model/chunk.h"
#include "platform/load.h"
#include "shell/validate/validation_bars.h"
#include "shell/validate/validation_sides.h"
#include "stats/sample.h"
#include "words/english/validate.h"

namespace lab {
namespace {

using nlohmann::json;

class Validator {
 public:
  Validator(PythonProcess& python, const ValidationPlan& plan,
            const std::function<void(const std::string&)>& tell)
      : python_(python), plan_(plan), tell_(tell), sides_(python, plan) {}

  Result<Validation> Run() {
    tell_(Phrase<words::kMatchingRunTimes>());
    sides_.Calibrate();
    for (int repetition = 0; !sides_.fault() && repetition < plan_.repetitions; ++repetition) {
      if (sides_.gil()) UnderTheGil(repetition);
      for (const int threads : {2, 4, 8}) {
        Repeat(Phrase<words::kMeasuresCount>(), repetition,
               [&](Figures& figures, bool ours) { sides_.Count(figures, ours, threads); });
      }
      Repeat(Phrase<words::kMeasuresDownloads>(), repetition,
             [&](Figures& figures, bool ours) { sides_.Downloads(figures, ours); });
      for (const int processes : {4, 1}) {
        Repeat(Phrase<words::kMeasuresPool>(), repetition,
               [&](Figures& figures, bool ours) { sides_.Pool(figures, ours, processes); });
      }
    }
    if (!sides_.fault()) Once();
    if (sides_.fault()) return *sides_.fault();
    Conclude();
    return std::move(validation_);
  }

 private:
  void UnderTheGil(int repetition) {
    Repeat(Phrase<words::kMeasuresCpuTime>(), repetition,
           [&](Figures& figures, bool ours) { sides_.ProcessorTime(figures, ours); });
    for (const auto& [threads, interval_ms] :
         {std::pair{2, 5.0}, {2, 0.5}, {2, 50.0}, {1, 5.0}, {4, 5.0}, {8, 5.0}}) {
      Repeat(Phrase<words::kMeasuresHandOffs>(), repetition, [&](Figures& figures, bool ours) {
        sides_.HandOffs(figures, ours, threads, interval_ms);
      });
    }
    for (const auto& [busy, interval_ms] :
         {std::pair{0, 5.0}, {1, 5.0}, {1, 0.5}, {1, 50.0}, {2, 5.0}, {4, 5.0}}) {
      Repeat(Phrase<words::kMeasuresResponses>(), repetition, [&](Figures& figures, bool ours) {
        sides_.Answers(figures, ours, busy, interval_ms);
      });
    }
    Repeat(Phrase<words::kMeasuresBesideCalls>(), repetition,
           [&](Figures& figures, bool ours) { sides_.AnswersBesideCalls(figures, ours); });
    Repeat(Phrase<words::kMeasuresEchoes>(), repetition,
           [&](Figures& figures, bool ours) { sides_.Echoes(figures, ours); });
    Repeat(Phrase<words::kMeasuresThreadStart>(), repetition,
           [&](Figures& figures, bool ours) { sides_.ThreadStart(figures, ours); });
  }

  // Runs both sides, in alternating order, until others left the machine alone meanwhile. What is
  // compared is measured within seconds: longer, and the machine is hardly ever left alone.
  void Repeat(const std::string& what, int repetition,
              const std::function<void(Figures& figures, bool ours)>& measure) {
    for (int attempt = 0; !sides_.fault(); ++attempt) {
      tell_(Phrase<words::kRepetition>("measured"_a = what, "number"_a = repetition + 1,
                                       "repetitions"_a = plan_.repetitions,
                                       "again"_a = attempt > 0 ? "again" : ""));
      Figures figures;
      const LoadMeter load;
      const bool first = repetition % 2 == 0;
      measure(figures, first);
      if (!sides_.fault()) measure(figures, !first);
      const double others = load.OtherCores().value_or(0);
      if (others > kMostOtherCores && attempt < plan_.retries) {
        ++validation_.repeated;
        continue;
      }
      if (others > kMostOtherCores) ++validation_.disturbed;
      validation_.other_cores = std::max(validation_.other_cores, others);
      for (const auto& [name, values] : figures.ours) Append(pairs_[name].ours, values);
      for (const auto& [name, values] : figures.pythons) Append(pairs_[name].pythons, values);
      return;
    }
  }

  static void Append(std::vector<double>& all, const std::vector<double>& values) {
    all.insert(all.end(), values.begin(), values.end());
  }

  // What is exact and needs no repetition.
  void Once() {
    tell_(Phrase<words::kMeasuresChunks>());
    const std::vector<std::pair<size_t, size_t>> cases = {{4, 4}, {1000, 4}, {20'000, 2}, {0, 4}};
    const json sizes =
        sides_.Ask({{"do", "chunks"}, {"cases", cases}}).value("sizes", json::array());
    for (size_t at = 0; at < cases.size(); ++at) {
      Bar bar = {.name = Phrase<words::kChunkBar>("tasks"_a = cases[at].first,
                                                  "processes"_a = cases[at].second)};
      bar.measured.ours = {static_cast<double>(ChunkSize(cases[at].first, cases[at].second))};
      if (at < sizes.size()) bar.measured.pythons = {sizes[at].get<double>()};
      exact_.push_back(bar);
    }
    pairs_["makespan"].ours = {sides_.MakespanOfPool()};
    const json bytes = sides_.Ask({{"do", "pickled"}});
    const double start_ms = sides_.StartupMs();
    validation_.costs = {
        {Phrase<words::kPoolStart>(), start_ms, Median(pairs_["pool start"].pythons), "ms"},
        {Phrase<words::kPickledTask>(), std::nullopt, bytes.value("task_bytes", 0.0), "B"},
        {Phrase<words::kPickledResult>(), std::nullopt, bytes.value("result_bytes", 0.0), "B"},
    };
  }

  void Conclude() {
    validation_.python = python_.Name();
    for (const int threads : {2, 4, 8})
      AddSpeedup(Format("speedup count %d", threads),
                 Phrase<words::kCountPair>("threads"_a = threads));
    AddSpeedup("speedup downloads 5", Phrase<words::kDownloadsPair>("threads"_a = 5));
    AddSpeedup("speedup pool 4", Phrase<words::kPoolPair>("processes"_a = 4, "method"_a = "fork"));
    AddSpeedup("speedup pool 4 forkserver",
               Phrase<words::kPoolPair>("processes"_a = 4, "method"_a = "forkserver"));
    AddSpeedup("plain", Phrase<words::kPlainPair>());
    pairs_["in order"].ours = {sides_.in_order() ? 1.0 : 0.0};
    validation_.bars = BarsOf(pairs_, exact_, sides_.gil());
  }

  void AddSpeedup(const std::string& figure, const std::string& label) {
    const Pair& pair = pairs_[figure];
    validation_.speedups.push_back({.experiment = label,
                                    .ours = EstimateOf(pair.ours),
                                    .pythons = EstimateOf(pair.pythons),
                                    .samples = pair});
  }

  // Speedups as if against a baseline of one second each.
  static Estimate EstimateOf(const std::vector<double>& speedups) {
    const std::vector<double> ones(speedups.size(), 1.0);
    return Speedup(speedups, ones);
  }

  PythonProcess& python_;
  const ValidationPlan plan_;
  const std::function<void(const std::string&)>& tell_;
  Sides sides_;
  Pairs pairs_;
  std::vector<Bar> exact_;
  Validation validation_;
};

}  // namespace

Result<Validation> Validate(PythonProcess& python, const ValidationPlan& plan,
                            const std::function<void(const std::string&)>& tell) {
  return Validator(python, plan, tell).Run();
}

}  // namespace lab
