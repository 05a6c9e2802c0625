// The laboratory behind its messages: takes requests, gives notices. Lives on its event loop's
// thread and never blocks it. One run or sweep at a time.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "messages/messages.h"
#include "engine/run.h"
#include "engine/sweep.h"
#include "model/catalog.h"
#include "platform/delay_origin.h"
#include "platform/event_loop.h"
#include "platform/load.h"

namespace lab {

class Engine {
 public:
  // `catalog` says which models there are; `loop` and it outlive the engine. `read_load` tells what
  // others use of the machine.
  Engine(EventLoop& loop, Environment environment, const std::vector<CatalogEntry>& catalog,
         std::function<void(const Notice&)> send,
         std::function<std::optional<LoadReading>()> read_load = ReadLoad);

  void Handle(const Request& request);
  // A request as text; one that cannot be read is answered by Failed.
  void HandleText(std::string_view text);

  const Environment& environment() const { return environment_; }

 private:
  void On(const RunRequest& request);
  void On(const SweepRequest& request);
  void On(const CancelRequest& request);
  void On(const DescribeRequest& request);
  void On(const ConditionsRequest& request);
  Result<RunSetup> Prepare(int number, const Experiment& experiment, double budget_s);
  void Bury();

  EventLoop& loop_;
  const Environment environment_;
  const std::vector<CatalogEntry>& catalog_;
  const std::function<void(const Notice&)> send_;
  const std::function<std::optional<LoadReading>()> read_load_;
  std::unique_ptr<DelayOrigin> delays_;  // opened when first needed
  Calibrator calibrator_;
  ConditionsRequest conditions_;  // as the page told them last
  // At most one of these is there; both null in between.
  std::unique_ptr<Run> run_;
  std::unique_ptr<Sweep> sweep_;
  // Over, but perhaps still on the stack.
  std::unique_ptr<Run> ended_run_;
  std::unique_ptr<Sweep> ended_sweep_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace lab
