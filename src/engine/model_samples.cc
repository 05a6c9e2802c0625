#include "engine/model_samples.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/checksum.h"
#include "stats/sample.h"

namespace lab {
namespace {

double ValueOf(const std::vector<TaskOutput>& outputs) {
  double value = 0;
  for (const TaskOutput& output : outputs) value += output.value;
  return value;
}

std::vector<double> DelaysOf(const std::vector<TaskOutput>& outputs) {
  std::vector<double> delays;
  for (const TaskOutput& output : outputs) delays.insert(delays.end(), output.delays_s.begin(), output.delays_s.end());
  return delays;
}

std::vector<double> TaskSeconds(const std::vector<Lane>& lanes) {
  std::vector<double> seconds;
  for (const Lane& lane : lanes) {
    for (const TaskSpan& task : lane.tasks()) seconds.push_back(static_cast<double>(task.end - task.begin) / kSecond);
  }
  return seconds;
}

// The median over the repetitions of what `get` takes from each; empty if it is unknown in one.
template <typename T, typename Get>
std::optional<double> MedianOf(const std::vector<T>& repetitions, Get get) {
  std::vector<double> values;
  for (const T& repetition : repetitions) {
    const auto value = get(repetition);
    if (!value) return std::nullopt;
    values.push_back(static_cast<double>(*value));
  }
  return Median(values);
}

}  // namespace

uint64_t ChecksumOf(const std::vector<TaskOutput>& outputs) {
  Checksum checksum;
  for (const TaskOutput& output : outputs) checksum.Add(output.checksum);
  return checksum.value();
}

void ModelSamples::Add(int repetition, uint64_t checksum_of_outputs, TrialOutcome outcome) {
  const std::vector<double> late = DelaysOf(outcome.outputs);
  seconds.push_back(late.empty() ? Makespan(outcome.lanes) : Median(late));
  delays.insert(delays.end(), late.begin(), late.end());
  warm_startups.push_back(outcome.warm_startup_s);
  if (outcome.handoffs) handoffs.push_back(*outcome.handoffs);
  task_seconds.push_back(Median(TaskSeconds(outcome.lanes)));
  if (outcome.memory_bytes) memory_bytes = std::max(memory_bytes.value_or(0), *outcome.memory_bytes);
  checksum = checksum_of_outputs;
  value = ValueOf(outcome.outputs);
  shared_memory = outcome.shared_memory;
  AddLanes(outcome.lanes);
  KeepTrace(repetition, std::move(outcome.trace));
}

void ModelSamples::AddLanes(const std::vector<Lane>& lanes) {
  workers = static_cast<int>(lanes.size());
  busy.resize(lanes.size());
  usage.resize(lanes.size());
  for (size_t lane = 0; lane < lanes.size(); ++lane) {
    busy[lane].push_back(static_cast<double>(lanes[lane].busy()) / kSecond);
    usage[lane].push_back(lanes[lane].usage());
  }
}

// Keeps the newest if it lies closer to the median of all than the kept one does.
void ModelSamples::KeepTrace(int repetition, std::optional<Trace> newest) {
  if (!newest) return;
  const double median = Median(seconds);
  const auto distance = [&](double each) { return std::fabs(each - median); };
  if (trace && distance(seconds.back()) >= distance(seconds[static_cast<size_t>(trace->repetition)])) return;
  trace = std::move(newest);
  trace->repetition = repetition;
}

std::vector<LaneFigures> ModelSamples::Lanes() const {
  std::vector<LaneFigures> lanes;
  for (size_t lane = 0; lane < busy.size(); ++lane) {
    lanes.push_back({.busy_s = Median(busy[lane]),
                     .cpu_s = MedianOf(usage[lane], [](const ThreadUsage& each) { return each.cpu_s; }),
                     .voluntary = MedianOf(usage[lane], [](const ThreadUsage& each) { return each.voluntary_switches; }),
                     .involuntary = MedianOf(usage[lane], [](const ThreadUsage& each) { return each.involuntary_switches; })});
  }
  return lanes;
}

std::optional<double> ModelSamples::CpuSeconds() const {
  std::vector<double> sums(seconds.size());
  for (const std::vector<ThreadUsage>& lane : usage) {
    for (size_t at = 0; at < lane.size(); ++at) {
      if (!lane[at].cpu_s) return std::nullopt;
      sums[at] += *lane[at].cpu_s;
    }
  }
  return Median(sums);
}

}  // namespace lab
