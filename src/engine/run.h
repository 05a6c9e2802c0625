// One run under way: measures the machine, starts the models' workers, settles the size of the
// tasks, executes warm-ups until the times are steady and then the repetitions, and tells how it
// goes. Lives on its event loop's thread; destroying it cancels it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/calibrator.h"
#include "engine/live_trace.h"
#include "engine/messages.h"
#include "engine/summary.h"
#include "engine/task_size.h"
#include "experiment/plan.h"
#include "model/catalog.h"
#include "platform/event_loop.h"
#include "platform/load.h"

namespace lab {

struct RunSetup {
  int number = 0;
  Experiment experiment;  // with nothing but models that are to be had
  Environment environment;
  std::vector<UnavailableModel> skipped;
  std::vector<std::string> notes;  // said about the settings before the run
  std::string origin;              // of delayed downloads, where they are needed
  std::optional<Capacity> capacity;  // what was measured a moment ago; measured anew if empty
};

class Run {
 public:
  using Notify = std::function<void(const Notice&)>;

  // `catalog`, `calibrator` and `loop` outlive the run. `over` is called once, after the last notice.
  Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator, RunSetup setup, Notify notify,
      std::function<void()> over);
  ~Run();

  void Begin();
  // What the page tells of its surroundings, before and during the run.
  void Note(const ConditionsRequest& conditions) { summary_.Note(conditions); }
  int number() const { return setup_.number; }
  // What the machine gave at the last measurement.
  const Capacity& capacity() const { return capacity_; }

 private:
  void MeasureMachine(std::function<void(const Capacity&)> then);
  void StartModels();
  void StartModel(const std::string& name, std::function<void()> then);
  void SettleSize();
  std::vector<Task> TaskToTime() const;
  void NextRound();
  bool WarmupsGoOn() const;
  bool AllSteady() const;
  bool OutOfTime() const;
  void NextTrial();
  void RunTrial(const Trial& trial);
  void TakeIn(const Trial& trial, Result<TrialOutcome> outcome);
  double SecondsLeft() const;
  int TrialsInAll() const;
  void MeasureDrift();
  void Finish();
  void Fail(const std::string& model, const Error& error);

  EventLoop& loop_;
  const std::vector<CatalogEntry>& catalog_;
  Calibrator& calibrator_;
  const RunSetup setup_;
  const Notify notify_;
  const std::function<void()> over_;
  Experiment experiment_;            // with the size that was settled
  TaskSize size_;
  Capacity capacity_;
  bool measuring_ = false;           // the calibrator works for this run
  Nanoseconds begun_ = 0;
  std::optional<LoadMeter> load_;    // from the first trial on
  size_t next_model_ = 0;
  std::map<std::string, std::unique_ptr<Model>> models_;
  int warmups_ = 0;                  // rounds begun
  std::set<std::string> steady_models_;
  int repetitions_ = 0;              // rounds begun
  std::vector<Trial> round_;
  size_t next_trial_ = 0;
  int done_ = 0;                     // trials
  std::map<std::string, std::vector<double>> warmup_seconds_;
  std::map<std::string, double> last_seconds_;  // of each model, in a whole repetition
  LiveTrace live_;
  Summary summary_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace lab
