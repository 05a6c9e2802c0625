// A sweep under way: the same experiment with more and more workers (or what else its sweep
// varies), one run after the other, each against the sequential repetitions of its own rounds;
// first at the points that matter, then, while time lasts, where a curve bends. Lives on its event
// loop's thread; destroying it cancels it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/run.h"

namespace lab {

class Sweep {
 public:
  // `setup.experiment.workers` is the most of them. `catalog`, `calibrator` and `loop` outlive the
  // sweep. `over` is called once, after the last notice.
  Sweep(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator,
        RunSetup setup, Run::Notify notify, std::function<void()> over);

  void Begin();
  void Note(const ConditionsRequest& conditions);
  int number() const { return setup_.number; }

 private:
  void NextPoint();
  void Hear(const Notice& notice);
  void Take(const RunResult& point);
  void GoOn();
  TimePlan PlanPoint(const Pace& pace, double seconds);
  std::optional<double> OneMore() const;
  SweepResult Summarized(const std::optional<RunResult>& under_way) const;
  void Tell(const std::optional<RunResult>& under_way);
  double Elapsed() const;
  double CostOf(double at) const;
  double SecondsLeft() const;

  EventLoop& loop_;
  const std::vector<CatalogEntry>& catalog_;
  Calibrator& calibrator_;
  RunSetup setup_;  // its capacity and pace are the latest
  const Run::Notify notify_;
  const std::function<void()> over_;
  std::vector<double> to_do_;  // points
  double at_ = 0;  // the point under way
  double point_begun_s_ = 0;  // since the sweep began
  int told_round_ = 0;  // of it, the last one whose end has been told
  Nanoseconds begun_ = 0;
  Experiment planned_;  // with the size that all points share, once it is known
  bool fits_ = true;  // the points fit into the time
  double overhead_s_ = 0;  // of a point, beside its rounds: the most so far
  ConditionsRequest conditions_;  // as they are now
  std::vector<RunResult> done_;  // in the order of their places
  std::unique_ptr<Run> run_;  // of the point under way
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace lab
