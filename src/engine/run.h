// One run under way: starts the models' workers, executes the plan trial by trial, and tells how it
// goes. Lives on its event loop's thread; destroying it cancels it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/messages.h"
#include "engine/summary.h"
#include "experiment/plan.h"
#include "model/catalog.h"
#include "platform/event_loop.h"

namespace lab {

struct RunSetup {
  int number = 0;
  Experiment experiment;  // with nothing but models that are to be had
  Environment environment;
  std::vector<UnavailableModel> skipped;
  std::vector<std::string> notes;  // said about the settings before the run
  std::string origin;              // of delayed downloads, where they are needed
};

class Run {
 public:
  using Notify = std::function<void(const Notice&)>;

  // `catalog` and `loop` outlive the run. `over` is called once, after the last notice.
  Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, RunSetup setup, Notify notify, std::function<void()> over);

  void Begin();
  int number() const { return setup_.number; }

 private:
  void StartNextModel();
  void RunNextTrial();
  void TakeIn(const Trial& trial, Result<TrialOutcome> outcome);
  double SecondsLeft() const;
  void Finish();
  void Fail(const std::string& model, const Error& error);

  EventLoop& loop_;
  const std::vector<CatalogEntry>& catalog_;
  const RunSetup setup_;
  const Notify notify_;
  const std::function<void()> over_;
  const std::vector<Trial> plan_;
  size_t next_model_ = 0;
  size_t next_trial_ = 0;
  std::map<std::string, std::unique_ptr<Model>> models_;
  std::map<std::string, double> last_seconds_;  // of each model, in a whole repetition
  Summary summary_;
};

}  // namespace lab
