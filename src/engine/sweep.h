// A sweep under way: the same experiment with more and more workers (or what else its sweep varies), one run
// after the other, each
// against the sequential repetitions of its own rounds. Lives on its event loop's thread; destroying
// it cancels it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/run.h"

namespace lab {

class Sweep {
 public:
  // `setup.experiment.workers` is the most of them. `catalog`, `calibrator` and `loop` outlive the
  // sweep. `over` is called once, after the last notice.
  Sweep(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator, RunSetup setup, Run::Notify notify,
        std::function<void()> over);

  void Begin();
  void Note(const ConditionsRequest& conditions);
  int number() const { return setup_.number; }

 private:
  void NextPoint();
  void Hear(const Notice& notice);
  double SecondsLeft() const;

  EventLoop& loop_;
  const std::vector<CatalogEntry>& catalog_;
  Calibrator& calibrator_;
  RunSetup setup_;               // its capacity is the latest
  const Run::Notify notify_;
  const std::function<void()> over_;
  const std::vector<double> at_;  // the points
  Nanoseconds begun_ = 0;
  ConditionsRequest conditions_;  // as they are now
  std::vector<RunResult> done_;
  std::unique_ptr<Run> run_;      // of the point under way
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace lab
