// The experiments: all that is known about each. An experiment is one file here (count.cc,
// mixed.cc, …) that fills in an ExperimentInfo, plain facts first and functions where a fact
// depends on the settings; what it leaves out is as for tasks that compute and nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/work_kind.h"
#include "experiment/experiment.h"
#include "experiment/model_info.h"
#include "words/english/experiments.h"
#include "words/model_facts.h"
#include "workload/task.h"

namespace lab {

// What the curves of a sweep are about.
enum class AxisKind { kWorkers, kShare, kBusy, kOther };

// What a sweep varies, and what people call it.
struct SweepAxis {
  AxisKind kind = AxisKind::kWorkers;
  std::string_view setting = "workers";
  const PlainText* label =
      &words::kWorkers;   // behind a range, and below a chart; null: its setting's name
  // A place on it, "4 workers"; null: the setting's name and the number.
  const CountedText* point = &words::kAtWorkers;
  const PlainText* column = &words::kWorkers;  // of a table; the same
  const PlainText* heading = &words::kMoreWorkers;
  const PlainText* upwards = &words::kSpeedupUpwards;
  double step = 1;                       // between points that are added where a curve bends
  bool ends_at_setting = true;           // the setting's own value is the last point
};

// The shortest tasks that tell something, in seconds.
struct ShortestTask {
  double seen_s = 0;    // that the clock sees
  double useful_s = 0;  // that the lock and the eye see as well
};

// Between which factors the plan may change the tasks.
struct Reach {
  double least = 1;
  double most = 1;
};

inline constexpr std::string_view kSizedBySize[] = {"size"};

struct ExperimentInfo {
  ExperimentKind kind;
  std::string_view name;                 // "count"
  const PlainText* title;                // "Count"
  const PlainText* tag;                  // "CPU-bound"
  const PlainText* question;             // what a newcomer would ask
  const PlainText* about;                // what the tutorial claims and what runs here
  Noun task = {&words::kTask, &words::kTasks};  // what people call one of its tasks, and several
  const CountedText* value = nullptr;    // of a task, with its unit; null: a number and no more
  bool whole = true;                     // that value is a whole number

  WorkKind work = WorkKind::kComputing;  // what its tasks mostly do
  bool pool = false;                     // the question is what a pool of processes gains
  bool asks_servers = false;             // its tasks download, unless they shall only wait
  bool computes() const {
    return work != WorkKind::kWaiting;
  }  // it needs cores, and does not only wait

  // The presets. What the tutorial has not is left to the plan in its preset too.
  int workers = 2;
  int tasks = 2;
  int64_t size = 1;                      // iterations of one task
  int64_t tutorial_size = 1;
  bool in_tutorial = true;

  // The settings.
  std::span<const std::string_view> settings{};  // those it uses of which not every experiment does
  // Of those, whether one does; null: all.
  bool (*matters)(std::string_view setting, const Experiment& experiment) = nullptr;
  std::span<const std::string_view> sized_by = kSizedBySize;  // those that say how large a task is
  // One that a newcomer may want to turn at once, besides the usual.
  std::string_view turned_first = "";
  double largest_size = 1e12;  // the range of "size"
  void (*settle)(Experiment& experiment) = nullptr;  // what follows from other settings
  // Settings that cannot be had together.
  std::optional<Error> (*contradiction)(const Experiment& experiment) = nullptr;

  // The tasks.
  TaskKind kernel = TaskKind::kCount;  // what its computing is, and warms up
  std::vector<Task> (*make_tasks)(const Experiment& experiment,
                                  const std::string& origin) = nullptr;
  // Of a task that computes and waits, 0..1.
  double (*compute_share)(const Experiment& experiment) = nullptr;
  double (*waiting_ms)(const Experiment& experiment) = nullptr;  // of a task
  // Of a task, where it is given in time and not in iterations.
  std::optional<double> (*computing_ms)(const Experiment& experiment) = nullptr;
  // Of tasks that the workers do not share out.
  double (*trial_s)(const Experiment& experiment, bool locked) = nullptr;

  // A sweep.
  SweepAxis axis{};
  std::vector<double> (*points)(const Experiment& experiment, bool thin) = nullptr;
  void (*go_to)(Experiment& experiment, double at) = nullptr;  // such a point

  // The plan.
  double usual_speed = 1e9;  // iterations in a second, on one core of a processor from about 2020
  // Makes its tasks so many times as large.
  void (*scale)(Experiment& experiment, double factor) = nullptr;
  Reach (*reach)(const Experiment& experiment, const ShortestTask& shortest) = nullptr;
  std::string (*size_text)(const Experiment& experiment) = nullptr;  // "8 tasks of 50 ms"

  // Our own sources that show its tasks.
  std::span<const ShownFile> sources{};
};

// Those that are known, in the order in which people are shown them.
std::span<const ExperimentInfo> Experiments();
const ExperimentInfo& InfoOf(ExperimentKind kind);
// Its own name, and its title or again that, if it is unknown here.
std::string NameOf(const Experiment& experiment);
std::string TitleOf(const Experiment& experiment);
const ExperimentInfo* FindExperiment(std::string_view name);  // null if unknown
// By the setting that it varies. One that no experiment varies, as in files of later versions, is
// only called by its name.
SweepAxis AxisOf(std::string_view setting);
std::string LabelOf(const SweepAxis& axis);
std::string ColumnOf(const SweepAxis& axis);
std::string LabelAt(const SweepAxis& axis, double at);

// What its tasks mostly do, with these settings.
WorkKind WorkOf(const Experiment& experiment);
// The share of a task that computes, 0..1.
double ComputeShare(const Experiment& experiment);
// Whether its tasks are nothing but iterations of its loop.
bool OnlyComputes(ExperimentKind kind);
// Whether its figure is how late one worker responds beside others.
bool Answers(ExperimentKind kind);

}  // namespace lab
