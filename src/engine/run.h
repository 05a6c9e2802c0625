// One run under way: measures the machine, starts the models' workers, finds their pace, settles
// what can be measured in the time, warms up and executes rounds until enough is known or the time
// is spent, and tells how it goes. Lives on its event loop's thread; destroying it cancels it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/calibrator.h"
#include "engine/course.h"
#include "engine/live_trace.h"
#include "messages/messages.h"
#include "engine/pace_finder.h"
#include "engine/standstill.h"
#include "engine/summary.h"
#include "experiment/plan.h"
#include "experiment/time_plan.h"
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
  double budget_s = 0;             // in which it shall be over; infinity if there is no limit
  // Of the machine, for what others use.
  std::function<std::optional<LoadReading>()> read_load = ReadLoad;
  std::optional<Capacity> capacity;  // what was measured a moment ago; measured anew if empty
  std::optional<Pace> pace;          // the same
  // What is measured in so many seconds on a machine of that pace; PlanRun (time_plan.h) if empty.
  // Whoever plans for the run also tells how its rounds went.
  std::function<TimePlan(const Pace&, double seconds)> plan;
};

class Run {
 public:
  using Notify = std::function<void(const Notice&)>;

  // `catalog`, `calibrator` and `loop` outlive the run. `over` is called once, after the last
  // notice.
  Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator,
      RunSetup setup, Notify notify, std::function<void()> over);
  ~Run();

  void Begin();
  // What the page tells of its surroundings, before and during the run.
  void Note(const ConditionsRequest& conditions) { summary_.Note(conditions); }
  int number() const { return setup_.number; }
  // What the machine gave and does.
  const Capacity& capacity() const { return capacity_; }
  const Pace& pace() const { return pace_; }
  // The result up to here, as if the run were over; once a round has ended.
  std::optional<RunResult> SoFar() const;

 private:
  void MeasureMachine(int attempts, std::function<void()> then);
  void StartModels();
  void StartModel(const std::string& name, std::function<void()> then);
  void FindPace();
  void SettlePlan();
  void WarmUp();
  void NextRound();
  void NextTrial();
  void RunTrial(const Trial& trial);
  void TakeIn(const Trial& trial, Result<TrialOutcome> outcome);
  void RepeatRound(const std::string& restarted);
  bool StoodStillSince(Nanoseconds time);
  void EndRound();
  std::optional<double> OthersSince(const std::optional<LoadReading>& now) const;
  double Elapsed() const;
  int TrialsInAll() const;
  void MeasureAgain();
  void Finish();
  RunResult Complete(RunResult result) const;
  void Fail(const std::string& model, const Error& error);

  EventLoop& loop_;
  const std::vector<CatalogEntry>& catalog_;
  Calibrator& calibrator_;
  const RunSetup setup_;
  const Notify notify_;
  const std::function<void()> over_;
  Experiment experiment_;  // with the sizes that were settled
  PaceFinder pace_finder_;
  Capacity capacity_;
  Pace pace_;
  TimePlan plan_;
  Course course_;
  bool measuring_ = false;  // the calibrator works for this run
  double measured_in_s_ = 0;  // how long that took
  Nanoseconds begun_ = 0;
  std::optional<LoadReading> load_;  // when the last rounds whose load is known had ended
  size_t load_known_ = 0;  // rounds
  size_t next_model_ = 0;
  std::map<std::string, std::unique_ptr<Model>> models_;
  int warmups_ = 0;  // rounds of them that are done
  std::vector<Trial> round_;
  size_t next_trial_ = 0;
  int done_ = 0;  // trials
  Standstill standstill_;
  std::vector<std::string> stood_still_;  // a note for each time
  bool failed_ = false;
  LiveTrace live_;
  Summary summary_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace lab
