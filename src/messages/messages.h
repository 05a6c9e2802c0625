// What panel (or page, or command line) and engine say to each other: requests one way, notices
// the other. Nobody shares anything else, so any engine that speaks these will do.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "experiment/experiment.h"
#include "messages/ready.h"
#include "messages/result.h"
#include "words/text.h"

namespace lab {

// Asks for a run. `run` is the asker's number for it; every notice about it carries the same.
struct RunRequest {
  int run = 0;
  Experiment experiment;
};
// Asks for a sweep: the experiment with 1 to `experiment.workers` workers, or what else its sweep
// varies.
struct SweepRequest {
  int run = 0;
  Experiment experiment;
};
// Asks to end the run or sweep under way; answered by Cancelled within 200 ms. Nothing if none is.
struct CancelRequest {};
// Asks who is there; answered by Ready in that language (a tag of BCP 47), or in one that the
// engine has.
struct DescribeRequest {
  std::string language = std::string(kLanguage);
};

// Tells what the page knows of its surroundings; no answer. What happens during a run is said
// beside its result.
struct ConditionsRequest {
  bool hidden = false;      // the page cannot be seen: browsers slow it down
  bool on_battery = false;
};

using Request =
    std::variant<RunRequest, SweepRequest, CancelRequest, DescribeRequest, ConditionsRequest>;

// The run has been accepted.
struct Started {
  int run = 0;
  Experiment experiment;
  int trials = 0;                          // of all models together, as far as can be told
  double left_s = 0;                       // how long it will take, as far as can be told
  std::vector<UnavailableModel> skipped;   // asked for, but not to be had here
};
// The machine has been measured, and what is measured in the time is settled.
struct Calibrated {
  int run = 0;
  Experiment experiment;  // with what was chosen
  Calibration calibration;
  double left_s = 0;
  std::string plan;  // how large the tasks are, how many rounds there will be and how long that
                     // takes, in a sentence or two
  bool fits = true;  // into the time budget; otherwise the plan says why not
};
// A trial begins.
struct TrialStarted {
  int run = 0;
  std::string model;
  int repetition = 0;  // from 0; warm-ups have their own count
  bool warmup = false;
};
// What the lanes of the counted trial under way have done since the last such notice. Long trials
// send several; of one that does more than can be followed only the beginning is told.
struct TraceGrown {
  int run = 0;
  std::string model;
  int repetition = 0;
  bool begins = false;  // the first of this trial
  Trace growth;  // the events that came since; all lanes, always in the same order
};
// A trial is over.
struct TrialDone {
  int run = 0;
  std::string model;
  int repetition = 0;
  bool warmup = false;
  double seconds = 0;
  int done = 0;  // trials finished so far, of `trials`, which may change
  int trials = 0;
  double left_s = 0;  // estimate for the rest of the run
  std::optional<ModelResult> so_far;  // the model's figures up to here; none during warm-up
};
struct Finished {
  int run = 0;
  RunResult result;
};
// A sweep has been accepted. Its trials are told by TrialStarted.
struct SweepStarted {
  int run = 0;
  Experiment experiment;
  // Of each point: the setting that is varied; more may follow while time lasts.
  std::vector<double> at;
  double left_s = 0;  // how long it will take, as far as can be told
  std::vector<UnavailableModel> skipped;
};
// A round of one point of a sweep has been measured, or all of them.
struct PointDone {
  int run = 0;
  int done = 0;  // points that are finished, of `points`
  int points = 0;
  double left_s = 0;  // estimate for the rest of the sweep
  SweepResult so_far;  // all points up to here, with their fits; the one under way, too
};
struct SweepFinished {
  int run = 0;
  SweepResult result;
};
// The run or sweep ended early. `model` says which one was at fault where that is known.
struct Failed {
  int run = 0;
  Error error;
  std::string model;
  std::vector<ModelResult> measured;  // what had been measured before
};
struct Cancelled {
  int run = 0;
};

using Notice = std::variant<Ready, Started, Calibrated, TrialStarted, TraceGrown, TrialDone,
                            Finished, SweepStarted, PointDone, SweepFinished, Failed, Cancelled>;

}  // namespace lab
