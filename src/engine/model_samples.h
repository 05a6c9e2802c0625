// What the trials of one model left behind, for figures to be made of. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "messages/result.h"
#include "model/model.h"
#include "stats/rounds.h"
#include "trace/trace.h"

namespace lab {

uint64_t ChecksumOf(const std::vector<TaskOutput>& outputs);

// One trial, as far as figures need it.
struct TrialSample {
  double seconds = 0;  // what is compared: how late responses came, otherwise how long all took
  std::vector<double> delays;  // of all responses
  double warm_startup_s = 0;
  std::optional<double> handoffs;
  double task_s = 0;  // median of its tasks
  TrialLoad load;
  std::vector<double> busy;  // by lane
  std::vector<ThreadUsage> usage;
  std::optional<double> memory_bytes;
  uint64_t checksum = 0;
  double value = 0;
  bool shared_memory = false;
};

TrialSample SampleOf(const TrialOutcome& outcome);

// The trials that count, one added after the other.
struct ModelSamples {
  void Add(const TrialSample& trial);

  // The median over the repetitions of each lane's own figures.
  std::vector<LaneFigures> Lanes() const;
  // Of all workers together: the median of the repetitions' sums, since which worker does which
  // task may change. Empty where the system does not tell.
  std::optional<double> CpuSeconds() const;

  std::vector<double> seconds;
  std::vector<double> delays;
  std::vector<double> warm_startups;
  std::vector<double> handoffs;
  std::vector<double> task_seconds;
  std::vector<std::vector<double>> busy;  // by lane, then repetition
  std::vector<std::vector<ThreadUsage>> usage;
  std::optional<double> memory_bytes;
  uint64_t checksum = 0;
  double value = 0;
  bool shared_memory = false;
  int workers = 1;
};

}  // namespace lab
