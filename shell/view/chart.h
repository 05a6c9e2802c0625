// The chart of speedups as data: one row for each model, the axis and its reference lines. Pure;
// bars_view draws it.
#pragma once

#include <string>
#include <vector>

#include "shell/view/state.h"

namespace lab::panel {

struct BarRow {
  enum class Kind {
    kUnknown,  // not measured yet, or too short for the clock: an outline with "?" or `doubt`
    kUnavailable,  // cannot run here; `reason` says why
    kPartial,  // repetitions are coming in
    kMeasured,
  };

  Kind kind = Kind::kUnknown;
  std::string model{};
  std::string label{};  // "threads, GIL"
  std::string workers{};  // "2 threads", "2 OS processes"
  std::string reason{};  // a sentence
  Estimate speedup{};
  double filled = 1;  // share of the repetitions that are in
  bool active = false;  // its trial is under way
  bool noisy = false;
  bool probable = false;  // concluded although others disturbed it
  bool beyond = false;  // faster than the cores that were measured allow
  std::string doubt{};  // "noisy", "probably", "too short"; empty if there is none
  std::string verdict{};  // what the figures say
  std::string ratio{};  // "1.93×"
  std::string time{};  // without its unit
  std::string efficiency{};  // "96 %"; empty where it means nothing
  std::string startup{};  // "0.13 ms"
};

struct Chart {
  std::vector<BarRow> rows;
  double axis_end = 2;  // the speedup at the right end
  double limit = 2;  // the most that can be expected here; 0: nobody knows
  bool limit_holds = true;  // no bar shows that more was to be had
  std::string limit_label;  // "2 cores", "5 at a time"
  std::string time_unit = "s";
  bool efficiency = true;  // whether that column means anything
};

Chart MakeChart(const State& state);

// The experiment whose outcome the chart shows, or that is to be run.
const Experiment& Shown(const State& state);

// The cores of the outcome that is shown: effective ones where they have been measured, otherwise
// as reported; 0 while unknown.
double CoresOf(const State& state);

// The step of the clock that it was measured with, in seconds; 0 while unknown.
double TimerStepOf(const State& state);

// The cores in words: "1.9 cores available", or "2 cores reported" where nobody measured them.
std::string CoresText(const State& state);

// The figures of the outcome as they are shown, as tab-separated text with a header line, for
// spreadsheets.
std::string TableText(const State& state);

}  // namespace lab::panel
