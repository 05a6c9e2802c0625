#include "engine/engine.h"

#include <algorithm>

#include "base/text.h"
#include "messages/codec.h"
#include "experiment/settings.h"
#include "experiment/time_plan.h"
#include "words/english/engine.h"
#include "words/english/model.h"

namespace lab {

Engine::Engine(EventLoop& loop, Environment environment, const std::vector<CatalogEntry>& catalog,
               std::function<void(const Notice&)> send,
               std::function<std::optional<LoadReading>()> read_load)
    : loop_(loop),
      environment_(std::move(environment)),
      catalog_(catalog),
      send_(std::move(send)),
      read_load_(std::move(read_load)),
      calibrator_(loop, catalog, environment_) {}

void Engine::Handle(const Request& request) {
  std::visit([this](const auto& asked) { On(asked); }, request);
}

void Engine::HandleText(std::string_view text) {
  const Result<Request> request = DecodeRequest(text);
  if (request) return Handle(request.value());
  send_(Failed{.run = RunNumberOf(text), .error = request.error()});
}

void Engine::On(const DescribeRequest&) {
  Ready ready = ReadyWith(environment_);
  for (ModelStatus& model : ready.models) {
    const auto entry = std::ranges::find(catalog_, model.model, &CatalogEntry::name);
    model.available = entry != catalog_.end() && entry->make != nullptr;
    model.reason = entry == catalog_.end() ? Phrase<words::kModelNotInBuild>() : entry->absent;
    if (entry != catalog_.end()) model.workers = entry->workers;
  }
  send_(ready);
}

void Engine::On(const RunRequest& request) {
  Result<RunSetup> setup =
      Prepare(request.run, request.experiment, TimeBudget(request.experiment, /*sweep=*/false));
  if (!setup) return send_(Failed{.run = request.run, .error = setup.error()});
  run_ = std::make_unique<Run>(loop_, catalog_, calibrator_, std::move(setup).value(), send_,
                               [this] { Bury(); });
  run_->Note(conditions_);
  run_->Begin();
}

void Engine::On(const SweepRequest& request) {
  Result<RunSetup> setup =
      Prepare(request.run, request.experiment, TimeBudget(request.experiment, /*sweep=*/true));
  if (!setup) return send_(Failed{.run = request.run, .error = setup.error()});
  sweep_ = std::make_unique<Sweep>(loop_, catalog_, calibrator_, std::move(setup).value(), send_,
                                   [this] { Bury(); });
  sweep_->Note(conditions_);
  sweep_->Begin();
}

void Engine::On(const ConditionsRequest& conditions) {
  conditions_ = conditions;
  if (run_ != nullptr) run_->Note(conditions);
  if (sweep_ != nullptr) sweep_->Note(conditions);
}

// What is asked for, adjusted to what this machine has, or why it cannot be.
Result<RunSetup> Engine::Prepare(int number, const Experiment& experiment, double budget_s) {
  if (run_ != nullptr || sweep_ != nullptr) {
    return Error{.code = ErrorCode::kBusy,
                 .message = Phrase<words::kRunUnderWay>(),
                 .next = Phrase<words::kWaitOrCancel>()};
  }
  const std::vector<Error> complaints = Check(experiment);
  if (!complaints.empty()) return complaints.front();

  const int most = MostWorkersOn(environment_.platform);
  if (experiment.workers > most) {
    return Error{.code = ErrorCode::kInvalidArgument,
                 .message = Phrase<words::kTooManyWorkersForPage>("most"_a = most,
                                                                  "asked"_a = experiment.workers),
                 .next = Phrase<words::kFewerOrNative>(),
                 .field = "workers"};
  }

  RunSetup setup = {.number = number,
                    .experiment = experiment,
                    .environment = environment_,
                    .budget_s = budget_s,
                    .read_load = read_load_};
  std::erase_if(setup.experiment.models, [&](const std::string& model) {
    const auto entry = std::ranges::find(catalog_, model, &CatalogEntry::name);
    if (entry != catalog_.end() && entry->make != nullptr) return false;
    setup.skipped.push_back(
        {.model = model,
         .reason = entry == catalog_.end() ? Phrase<words::kModelNotInBuild>() : entry->absent});
    return true;
  });
  if (setup.experiment.pin && !environment_.pinning) {
    setup.experiment.pin = false;
    setup.notes.push_back(Phrase<words::kNotPinned>());
  }
  if (NeedsDelayOrigin(setup.experiment) && !environment_.delays) {
    setup.experiment.latency_only = true;
    setup.notes.push_back(Phrase<words::kNoDelays>());
  }
  if (NeedsDelayOrigin(setup.experiment)) {
    if (delays_ == nullptr) {
      Result<std::unique_ptr<DelayOrigin>> opened = DelayOrigin::Open();
      if (!opened) return opened.error();
      delays_ = std::move(opened).value();
    }
    setup.origin = delays_->origin();
  }
  return setup;
}

void Engine::On(const CancelRequest&) {
  if (run_ == nullptr && sweep_ == nullptr) return;
  const int number = run_ != nullptr ? run_->number() : sweep_->number();
  run_ = nullptr;
  sweep_ = nullptr;
  send_(Cancelled{.run = number});
}

// It is over but still on the stack: it goes when the loop is back.
void Engine::Bury() {
  ended_run_ = std::move(run_);
  ended_sweep_ = std::move(sweep_);
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    ended_run_ = nullptr;
    ended_sweep_ = nullptr;
  });
}

}  // namespace lab
