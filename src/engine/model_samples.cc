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
  for (const TaskOutput& output : outputs)
    delays.insert(delays.end(), output.delays_s.begin(), output.delays_s.end());
  return delays;
}

std::vector<double> TaskSeconds(const std::vector<Lane>& lanes) {
  std::vector<double> seconds;
  for (const Lane& lane : lanes) {
    for (const TaskSpan& task : lane.tasks())
      seconds.push_back(static_cast<double>(task.end - task.begin) / kSecond);
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

TrialSample SampleOf(const TrialOutcome& outcome) {
  TrialSample sample = {.delays = DelaysOf(outcome.outputs)};
  sample.seconds = sample.delays.empty() ? Makespan(outcome.lanes) : Median(sample.delays);
  sample.warm_startup_s = outcome.warm_startup_s;
  sample.handoffs = outcome.handoffs;
  const std::vector<double> tasks = TaskSeconds(outcome.lanes);
  sample.task_s = Median(tasks);
  for (const Lane& lane : outcome.lanes) {
    sample.busy.push_back(static_cast<double>(lane.busy()) / kSecond);
    sample.usage.push_back(lane.usage());
    sample.load.busy_s += sample.busy.back();
  }
  if (!tasks.empty())
    sample.load.task_s =
        sample.load.busy_s / static_cast<double>(std::max<size_t>(1, outcome.outputs.size()));
  sample.load.makespan_s = Makespan(outcome.lanes);
  sample.memory_bytes = outcome.memory_bytes;
  sample.checksum = ChecksumOf(outcome.outputs);
  sample.value = ValueOf(outcome.outputs);
  sample.shared_memory = outcome.shared_memory;
  return sample;
}

void ModelSamples::Add(const TrialSample& trial) {
  seconds.push_back(trial.seconds);
  delays.insert(delays.end(), trial.delays.begin(), trial.delays.end());
  warm_startups.push_back(trial.warm_startup_s);
  if (trial.handoffs) handoffs.push_back(*trial.handoffs);
  task_seconds.push_back(trial.task_s);
  if (trial.memory_bytes) memory_bytes = std::max(memory_bytes.value_or(0), *trial.memory_bytes);
  checksum = trial.checksum;
  value = trial.value;
  shared_memory = trial.shared_memory;
  workers = static_cast<int>(trial.busy.size());
  busy.resize(trial.busy.size());
  usage.resize(trial.busy.size());
  for (size_t lane = 0; lane < trial.busy.size(); ++lane) {
    busy[lane].push_back(trial.busy[lane]);
    usage[lane].push_back(trial.usage[lane]);
  }
}

std::vector<LaneFigures> ModelSamples::Lanes() const {
  std::vector<LaneFigures> lanes;
  for (size_t lane = 0; lane < busy.size(); ++lane) {
    lanes.push_back(
        {.busy_s = Median(busy[lane]),
         .cpu_s = MedianOf(usage[lane], [](const ThreadUsage& each) { return each.cpu_s; }),
         .voluntary =
             MedianOf(usage[lane], [](const ThreadUsage& each) { return each.voluntary_switches; }),
         .involuntary = MedianOf(
             usage[lane], [](const ThreadUsage& each) { return each.involuntary_switches; })});
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
