// What a run found out: the one object that the page, the command line and files share.
// `codec.h` gives its JSON ("speedup-lab/result", version 1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "experiment/experiment.h"
#include "explain/told.h"
#include "platform/environment.h"
#include "stats/crossing.h"
#include "stats/estimate.h"
#include "stats/response.h"
#include "stats/rounds_won.h"
#include "stats/scaling.h"
#include "trace/trace.h"

namespace lab {

// Of files as they are written here. Those of newer versions are read as far as they are
// understood.
inline constexpr int kFileVersion = 1;

// One worker of a model: medians over the counted repetitions. What the platform cannot tell is
// empty.
struct LaneFigures {
  double busy_s = 0;                        // in tasks
  std::optional<double> cpu_s;              // processor time
  std::optional<double> voluntary;          // context switches: it waited for something
  std::optional<double> involuntary;        // context switches: the core was given to another
};

struct ModelResult {
  std::string model;
  int workers = 1;
  std::vector<double> samples_s;  // of each counted repetition, in their order: the makespan; for
                                  // convoy the median delay of its responses
  // The same of the repetitions that others disturbed and that do not count.
  std::vector<double> disturbed_s;
  double median_s = 0;
  double mad_s = 0;  // median absolute deviation from the median
  std::vector<int> outliers;  // which samples are far from the others; they still count
  double startup_s = 0;  // cold: from asking for the workers until the last one said hello
  double warm_startup_s = 0;  // of workers that wait: from asking until the last one began
  Estimate speedup;  // against the sequential repetitions of the same rounds
  std::optional<RoundsWon> rounds_won;  // how many of those rounds it was faster in; not of the
                                        // sequential model, nor for convoy
  Estimate cold_speedup;  // the same with the cold start-up added to each repetition
  // Speedup / what could be gained at most: min(workers, effective cores), for waits the workers,
  // 0..1; 0 for convoy, and where more was gained than those cores allow.
  double efficiency = 0;
  uint64_t checksum = 0;  // over the tasks' results, in their order
  double value = 0;  // what the tasks computed together: the count, the sum, the bytes
  bool shared_memory = true;  // seen, not assumed: did the workers' writes arrive in the engine?
  std::optional<Response> response;  // convoy: response delays over all repetitions
  // threads-gil: how often the GIL changed hands, median of a repetition.
  std::optional<double> handoffs;
  std::vector<LaneFigures> lanes;
  // The most that a worker held (native: a thread's stack, a process's PSS).
  std::optional<double> memory_bytes;
  Verdict verdict;
  // Of a repetition that took about as long as most, if that was recorded.
  std::optional<Trace> trace;
  std::vector<Reason> why;  // what that trace shows; empty without one
  std::vector<UnknownField> unknown;
};

// Why a run had no further rounds.
enum class Stop {
  kUnknown,  // it had not ended, or was made before runs told
  kPrecise,  // "precise": every interval was as narrow as asked
  kTime,  // "time": another round would have gone beyond the time budget
  kRepetitions,  // "repetitions": as many were measured as asked
};

// What the machine gave during a run, and what was made of its time.
struct Calibration {
  double effective_cores = 1;  // how many cores really computed at once
  // False where the clock is too coarse for it: the reported ones are taken for granted.
  bool cores_measured = true;
  double stolen = 0;  // share of their time that others took while that was measured, 0..1
  // Change of the sequential time from the first rounds to the last: 0.2 is a fifth longer.
  double drift = 0;
  double timer_step_s = 0;
  double task_s = 0;  // one task, sequentially
  int64_t task_size = 0;  // iterations of one task as they were run; 0 for downloads
  bool scaled = false;  // chosen to fit this machine, and not typed
  int warmups = 0;  // of each model
  std::optional<double> other_cores;  // cores that other programs used in the rounds that count;
                                      // empty where nothing tells
  int rounds = 0;  // that count
  int disturbed_rounds = 0;  // that do not, since others took too much
  std::optional<double> disturbing_cores;  // what others used in those
  bool all_disturbed = false;  // too few rounds were quiet, so that all count
  Stop stop = Stop::kUnknown;
  double took_s = 0;  // from when it was asked for
  std::vector<UnknownField> unknown;
};

struct UnavailableModel {
  std::string model;
  std::string reason;
};

struct RunResult {
  std::string recorded_at;  // UTC, ISO 8601
  Environment environment;
  Experiment experiment;
  Calibration calibration;
  std::vector<ModelResult> models;  // in the experiment's order; sequential first
  std::vector<UnavailableModel> unavailable;
  std::vector<std::string> notes;  // sentences that belong beside the figures
  std::string answer;  // the finding, in at most fourteen words
  std::string reason;  // why it is so, or what to do; may be empty
  Verdict verdict;  // whether the figures hold
  std::optional<Error> error;  // why it ended early; then the figures are what came in before
  int version = kFileVersion;  // of the file
  std::vector<UnknownField> unknown;
};

// The points of one model in a sweep, and the laws that were fitted to them where the axis is the
// number of workers.
struct ModelScaling {
  std::string model;
  std::vector<ModelResult> points;  // one for each place on the axis; samples and baselines of a
                                    // point are of the same rounds
  AmdahlFit amdahl;
  UslFit usl;
  std::string amdahl_text;  // what the fit says, or that it does not describe the curve
  std::string usl_text;
  std::vector<UnknownField> unknown;
};

// The sequential repetitions that one point of a sweep is held against.
struct SweepBaseline {
  int workers = 1;  // of the point
  double median_s = 0;
  std::vector<double> samples_s;
};

// What a sweep found out ("speedup-lab/sweep", version 1): the experiment with one setting varied.
struct SweepResult {
  std::string recorded_at;
  Environment environment;
  // Where workers vary, `workers` is the most of them, and computing tasks were cut so that every
  // point did the same work in as many tasks as workers.
  Experiment experiment;
  std::string axis = "workers";  // the setting that was varied
  std::vector<double> at;  // its value at each point, rising
  Calibration calibration;  // of the first point, with the worst drift, theft and load of all and
                            // the rounds of all; the effective cores are the median of all
  std::vector<SweepBaseline> baselines;
  std::vector<ModelScaling> scaling;  // of every model but the sequential one
  // Mixed: from which share of computing on the GIL holds threads back.
  std::optional<Crossing> crossing;
  std::vector<UnavailableModel> unavailable;
  std::vector<std::string> notes;
  std::string answer;
  std::string reason;
  Verdict verdict;
  std::optional<Error> error;  // why it ended early
  int version = kFileVersion;  // of the file
  std::vector<UnknownField> unknown;
};

}  // namespace lab
