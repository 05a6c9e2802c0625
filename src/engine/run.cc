#include "engine/run.h"

#include <algorithm>

#include "base/text.h"

namespace lab {
namespace {

std::vector<CatalogEntry>::const_iterator FindEntry(const std::vector<CatalogEntry>& catalog, const std::string& name) {
  return std::ranges::find(catalog, name, &CatalogEntry::name);
}

}  // namespace

Run::Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, RunSetup setup, Notify notify, std::function<void()> over)
    : loop_(loop),
      catalog_(catalog),
      setup_(std::move(setup)),
      notify_(std::move(notify)),
      over_(std::move(over)),
      plan_(MakePlan(setup_.experiment.models, setup_.experiment.warmups, setup_.experiment.repetitions)),
      summary_(setup_.experiment, setup_.environment) {}

void Run::Begin() {
  notify_(Started{.run = setup_.number, .experiment = setup_.experiment, .trials = static_cast<int>(plan_.size()), .skipped = setup_.skipped});
  StartNextModel();
}

// One after the other, so that each start-up is measured on a machine that does nothing else.
void Run::StartNextModel() {
  if (next_model_ == setup_.experiment.models.size()) return RunNextTrial();
  const std::string name = setup_.experiment.models[next_model_++];
  const ModelOptions options = {.workers = setup_.experiment.workers,
                                .switch_interval = static_cast<Nanoseconds>(setup_.experiment.switch_interval_ms * 1e6)};
  std::unique_ptr<Model>& model = models_[name];
  model = FindEntry(catalog_, name)->make(loop_, options);
  model->Start([this, name](Result<double> startup_s) {
    if (!startup_s) return Fail(name, startup_s.error());
    summary_.AddStartup(name, startup_s.value());
    StartNextModel();
  });
}

void Run::RunNextTrial() {
  if (next_trial_ == plan_.size()) return Finish();
  const Trial& trial = plan_[next_trial_++];
  notify_(TrialStarted{.run = setup_.number, .model = trial.model, .repetition = trial.repetition, .warmup = trial.warmup});
  models_[trial.model]->Run(MakeTasks(setup_.experiment, trial.warmup, setup_.origin),
                            [this, &trial](Result<TrialOutcome> outcome) { TakeIn(trial, std::move(outcome)); });
}

void Run::TakeIn(const Trial& trial, Result<TrialOutcome> outcome) {
  if (!outcome) return Fail(trial.model, outcome.error());
  const Result<double> seconds = summary_.Add(trial, outcome.value());
  if (!seconds) return Fail(trial.model, seconds.error());
  last_seconds_[trial.model] = seconds.value() / (trial.warmup ? kWarmupShare : 1);
  notify_(TrialDone{.run = setup_.number,
                    .model = trial.model,
                    .repetition = trial.repetition,
                    .warmup = trial.warmup,
                    .seconds = seconds.value(),
                    .done = static_cast<int>(next_trial_),
                    .trials = static_cast<int>(plan_.size()),
                    .left_s = SecondsLeft(),
                    .so_far = summary_.Of(trial.model)});
  RunNextTrial();
}

// As long as each model took the last time; for one that has not run yet, the longest of the others.
double Run::SecondsLeft() const {
  double longest = 0;
  for (const auto& [model, seconds] : last_seconds_) longest = std::max(longest, seconds);
  double left = 0;
  for (size_t at = next_trial_; at < plan_.size(); ++at) {
    const auto found = last_seconds_.find(plan_[at].model);
    left += (found == last_seconds_.end() ? longest : found->second) * (plan_[at].warmup ? kWarmupShare : 1);
  }
  return left;
}

void Run::Finish() {
  RunResult result = {.recorded_at = UtcNow(),
                      .environment = setup_.environment,
                      .experiment = setup_.experiment,
                      .models = summary_.All(),
                      .unavailable = setup_.skipped,
                      .notes = setup_.notes,
                      .answer = summary_.TheAnswer()};
  for (std::string& note : summary_.Notes()) result.notes.push_back(std::move(note));
  notify_(Finished{.run = setup_.number, .result = std::move(result)});
  over_();
}

void Run::Fail(const std::string& model, const Error& error) {
  notify_(Failed{.run = setup_.number, .error = error, .model = model, .measured = summary_.All()});
  over_();
}

}  // namespace lab
