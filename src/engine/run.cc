#include "engine/run.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "experiment/model_names.h"
#include "platform/conditions.h"
#include "stats/sample.h"

namespace lab {
namespace {

// Warm-up ends when so many rounds in a row took the same time, as far as machines do.
constexpr int kSteadyRounds = 3;
constexpr double kSteadyTolerance = 0.1;
// The share of a time budget that warm-ups may use.
constexpr double kWarmupBudget = 0.5;

}  // namespace

Run::Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator, RunSetup setup, Notify notify,
         std::function<void()> over)
    : loop_(loop),
      catalog_(catalog),
      calibrator_(calibrator),
      setup_(std::move(setup)),
      notify_(std::move(notify)),
      over_(std::move(over)),
      experiment_(setup_.experiment),
      size_(setup_.experiment, setup_.environment.timer_step_s),
      live_(loop, setup_.number, notify_),
      summary_(setup_.experiment, setup_.environment) {}

// A run that is over may go when the next one is being calibrated already.
Run::~Run() {
  if (measuring_) calibrator_.Cancel();
}

void Run::Begin() {
  begun_ = Now();
  const Conditions conditions = ReadConditions();
  summary_.SetGovernor(conditions.governor);
  summary_.Note({.hidden = false, .on_battery = conditions.on_battery});
  notify_(Started{.run = setup_.number, .experiment = setup_.experiment, .trials = TrialsInAll(), .skipped = setup_.skipped});
  if (setup_.capacity) {
    capacity_ = *setup_.capacity;
    summary_.SetBefore(capacity_);
    return StartModels();
  }
  MeasureMachine([this](const Capacity& capacity) {
    summary_.SetBefore(capacity);
    StartModels();
  });
}

void Run::MeasureMachine(std::function<void(const Capacity&)> then) {
  measuring_ = true;
  calibrator_.Measure([this, then = std::move(then)](const Result<Capacity>& capacity) {
    measuring_ = false;
    if (!capacity) return Fail("", capacity.error());
    capacity_ = capacity.value();
    then(capacity_);
  });
}

// One after the other, so that each start-up is measured on a machine that does nothing else.
void Run::StartModels() {
  if (next_model_ == experiment_.models.size()) return SettleSize();
  StartModel(experiment_.models[next_model_++], [this] { StartModels(); });
}

void Run::StartModel(const std::string& name, std::function<void()> then) {
  const auto entry = std::ranges::find(catalog_, name, &CatalogEntry::name);
  std::unique_ptr<Model>& model = models_[name];
  model = nullptr;  // the former workers are gone before the new ones come
  model = entry->make(loop_, {.workers = experiment_.workers,
                              .switch_interval = static_cast<Nanoseconds>(experiment_.switch_interval_ms * 1e6),
                              .pin = experiment_.pin,
                              .chunk = experiment_.chunk,
                              .record = experiment_.record});
  model->Start([this, name, then = std::move(then)](const Result<double>& startup_s) {
    if (!startup_s) return Fail(name, startup_s.error());
    summary_.AddStartup(name, startup_s.value());
    then();
  });
}

// Times single sequential tasks until one lasts long enough.
void Run::SettleSize() {
  if (size_.Unsettled()) {
    models_[std::string(kSequential)]->Run(TaskToTime(), [this](const Result<TrialOutcome>& outcome) {
      if (!outcome) return Fail(std::string(kSequential), outcome.error());
      size_.TakeIn(Makespan(outcome.value().lanes));
      SettleSize();
    });
    return;
  }
  experiment_.size = size_.size();
  summary_.SetTaskSize(size_);
  notify_(Calibrated{.run = setup_.number, .calibration = summary_.TheCalibration()});
  load_.emplace();
  NextRound();
}

std::vector<Task> Run::TaskToTime() const {
  if (CutByTime(experiment_)) return MakeProbe(1, 1, size_.size());
  Experiment one = experiment_;
  one.tasks = 1;
  one.size = size_.size();
  return MakeTasks(one, false, setup_.origin);
}

void Run::NextRound() {
  next_trial_ = 0;
  if (WarmupsGoOn()) {
    round_ = MakeRound(experiment_.models, warmups_++, true, experiment_.seed);
    return NextTrial();
  }
  if (repetitions_ == 0) summary_.SetWarmups(warmups_, AllSteady());
  if (repetitions_ == experiment_.repetitions || (repetitions_ > 0 && OutOfTime())) return MeasureDrift();
  round_ = MakeRound(experiment_.models, repetitions_++, false, experiment_.seed);
  NextTrial();
}

bool Run::WarmupsGoOn() const {
  const double used = static_cast<double>(Now() - begun_) / kSecond;
  const bool budget = experiment_.time_budget_s == 0 || used < kWarmupBudget * experiment_.time_budget_s;
  return repetitions_ == 0 && !AllSteady() && warmups_ < experiment_.warmups && budget;
}

// A model that was steady once is fast: what comes later is the machine's noise.
bool Run::AllSteady() const { return steady_models_.size() == experiment_.models.size(); }

bool Run::OutOfTime() const {
  return experiment_.time_budget_s > 0 && static_cast<double>(Now() - begun_) / kSecond >= experiment_.time_budget_s;
}

void Run::NextTrial() {
  if (next_trial_ == round_.size()) {
    for (const auto& [model, seconds] : warmup_seconds_) {
      if (Steady(seconds, kSteadyRounds, kSteadyTolerance)) steady_models_.insert(model);
    }
    return NextRound();
  }
  const Trial trial = round_[next_trial_++];
  if (!experiment_.cold || trial.warmup) return RunTrial(trial);
  StartModel(trial.model, [this, trial] { RunTrial(trial); });
}

void Run::RunTrial(const Trial& trial) {
  notify_(TrialStarted{.run = setup_.number, .model = trial.model, .repetition = trial.repetition, .warmup = trial.warmup});
  models_[trial.model]->Run(MakeTasks(experiment_, trial.warmup, setup_.origin),
                            [this, trial](Result<TrialOutcome> outcome) { TakeIn(trial, std::move(outcome)); });
  if (!trial.warmup && experiment_.record) live_.Begin(*models_[trial.model], trial);
}

void Run::TakeIn(const Trial& trial, Result<TrialOutcome> outcome) {
  live_.End(outcome ? outcome.value().trace : std::nullopt);
  if (!outcome) return Fail(trial.model, outcome.error());
  const double seconds = Makespan(outcome.value().lanes);
  if (const std::optional<Error> fault = summary_.Add(trial, std::move(outcome).value())) return Fail(trial.model, *fault);
  if (trial.warmup) warmup_seconds_[trial.model].push_back(seconds);
  last_seconds_[trial.model] = seconds / (trial.warmup ? kWarmupShare : 1);
  ++done_;
  notify_(TrialDone{.run = setup_.number,
                    .model = trial.model,
                    .repetition = trial.repetition,
                    .warmup = trial.warmup,
                    .seconds = seconds,
                    .done = done_,
                    .trials = TrialsInAll(),
                    .left_s = SecondsLeft(),
                    .so_far = summary_.Of(trial.model)});
  NextTrial();
}

// Warm-ups that may still be needed are counted as the fewest that can be steady.
int Run::TrialsInAll() const {
  const int fewest = std::min(kSteadyRounds, experiment_.warmups);
  const int warmups = repetitions_ > 0 ? warmups_ : std::max(warmups_, fewest);
  return static_cast<int>(experiment_.models.size()) * (warmups + experiment_.repetitions);
}

// As long as each model took the last time.
double Run::SecondsLeft() const {
  double round_s = 0;
  for (const auto& [model, seconds] : last_seconds_) round_s += seconds;
  const double models = static_cast<double>(experiment_.models.size());
  round_s *= models / static_cast<double>(std::max<size_t>(1, last_seconds_.size()));
  double left = 0;
  for (size_t at = next_trial_; at < round_.size(); ++at) left += round_s / models * (round_[at].warmup ? kWarmupShare : 1);
  left += round_s * (experiment_.repetitions - repetitions_);
  const int warmups_left = repetitions_ > 0 ? 0 : std::max(0, std::min(kSteadyRounds, experiment_.warmups) - warmups_);
  left += round_s * kWarmupShare * warmups_left;
  const double budget_left = experiment_.time_budget_s - static_cast<double>(Now() - begun_) / kSecond;
  return experiment_.time_budget_s > 0 ? std::clamp(budget_left, 0.0, left) : left;
}

// The models are done; not from within a call of one of them.
void Run::MeasureDrift() {
  summary_.SetOtherCores(load_->OtherCores());
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    models_.clear();
    MeasureMachine([this](const Capacity& capacity) {
      summary_.SetAfter(capacity);
      Finish();
    });
  });
}

void Run::Finish() {
  RunResult result = summary_.TheResult();
  result.recorded_at = UtcNow();
  result.unavailable = setup_.skipped;
  result.notes.insert(result.notes.begin(), setup_.notes.begin(), setup_.notes.end());
  notify_(Finished{.run = setup_.number, .result = std::move(result)});
  over_();
}

void Run::Fail(const std::string& model, const Error& error) {
  notify_(Failed{.run = setup_.number, .error = error, .model = model, .measured = summary_.All()});
  over_();
}

}  // namespace lab
