// What the repetitions of one model left behind, for figures to be made of. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/result.h"
#include "model/model.h"
#include "trace/trace.h"

namespace lab {

struct ModelSamples {
  void Add(int repetition, uint64_t checksum_of_outputs, TrialOutcome outcome);

  // The median over the repetitions of each lane's own figures.
  std::vector<LaneFigures> Lanes() const;
  // Of all workers together: the median of the repetitions' sums, since which worker does which task may
  // change. Empty where the system does not tell.
  std::optional<double> CpuSeconds() const;

  std::vector<double> seconds;                 // what is compared: how late answers came, otherwise how long all took
  std::vector<double> delays;                  // of all answers
  std::vector<double> startups;
  std::vector<double> warm_startups;
  std::vector<double> handoffs;
  std::vector<double> task_seconds;            // median of each repetition
  std::vector<std::vector<double>> busy;       // by lane, then repetition
  std::vector<std::vector<ThreadUsage>> usage;
  std::optional<double> memory_bytes;
  uint64_t checksum = 0;
  double value = 0;
  bool shared_memory = false;
  int workers = 1;
  std::optional<Trace> trace;                  // of the repetition that is most like all

 private:
  void AddLanes(const std::vector<Lane>& lanes);
  void KeepTrace(int repetition, std::optional<Trace> newest);
};

uint64_t ChecksumOf(const std::vector<TaskOutput>& outputs);

}  // namespace lab
