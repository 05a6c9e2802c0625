#include "engine/run.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "engine/course_text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "platform/power.h"
#include "words/english/engine.h"

// The life of a run. Nothing here blocks: each step ends by asking somebody, and the next one
// begins in the answer, on the loop.
//
//   Begin → MeasureMachine (three times at most) → StartModels (one after the other) → FindPace →
//   SettlePlan → WarmUp → NextRound
//
//   NextRound → NextTrial → RunTrial → TakeIn → NextTrial …, until the round is whole → EndRound →
//   NextRound
//                                         └→ RepeatRound → NextRound, where everything stood still
//                                         meanwhile
//   NextRound, where the course says why to stop → MeasureAgain → Finish
//
// Fail ends it from anywhere, once: what a model says after that is not heard. The run owns its
// models, and they their workers: with the run they are gone, which is how it is cancelled. A model
// must not be destroyed within a call of its own, so what does that is posted; what is posted may
// outlive the run, and asks `alive_`. The calibrator is the engine's: while `measuring_`, it works
// for this run, and is told when the run goes.
namespace lab {
namespace {

// A measurement of the machine that others disturbed is made again.
constexpr int kMeasurements = 3;
// How long each model's workers compute before they are measured.
constexpr double kWarmupS = 0.06;

}  // namespace

Run::Run(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator,
         RunSetup setup, Notify notify, std::function<void()> over)
    : loop_(loop),
      catalog_(catalog),
      calibrator_(calibrator),
      setup_(std::move(setup)),
      notify_(std::move(notify)),
      over_(std::move(over)),
      experiment_(setup_.experiment),
      pace_finder_(setup_.experiment, setup_.environment.timer_step_s),
      pace_(
          setup_.pace.value_or(Pace{.iterations_per_s = InfoOf(setup_.experiment.kind).usual_speed,
                                    .timer_step_s = setup_.environment.timer_step_s})),
      course_(setup_.experiment, setup_.budget_s),
      standstill_(loop),
      live_(loop, setup_.number, notify_),
      summary_(setup_.experiment, setup_.environment) {}

// A run that is over may go when the next one is being calibrated already.
Run::~Run() {
  if (measuring_) calibrator_.Cancel();
}

void Run::Begin() {
  begun_ = Now();
  const Power power = ReadPower();
  summary_.SetGovernor(power.governor);
  summary_.Note({.hidden = false, .on_battery = power.on_battery});
  summary_.TellsLoad(setup_.read_load().has_value());
  const Pace expected = {.iterations_per_s = pace_.iterations_per_s,
                         .cores = static_cast<double>(setup_.environment.cores),
                         .timer_step_s = pace_.timer_step_s};
  plan_ = PlanRun(experiment_, expected, setup_.budget_s);
  course_.SetPlan(plan_, Elapsed());
  notify_(Started{.run = setup_.number,
                  .experiment = setup_.experiment,
                  .trials = TrialsInAll(),
                  .left_s = ExpectedSeconds(experiment_, false, expected),
                  .skipped = setup_.skipped});
  if (!setup_.capacity) return MeasureMachine(kMeasurements, [this] { StartModels(); });
  capacity_ = *setup_.capacity;
  summary_.SetCapacity(capacity_);
  StartModels();
}

// The best of several, as long as others disturb them. Where cores are missing and nobody seems to
// have them, two that agree are enough: two threads of a core are not two cores.
void Run::MeasureMachine(int attempts, std::function<void()> then) {
  measuring_ = true;
  calibrator_.Measure([this, attempts, then = std::move(then),
                       begun = Elapsed()](const Result<Capacity>& capacity) {
    measuring_ = false;
    measured_in_s_ = Elapsed() - begun;
    if (!capacity) return Fail("", capacity.error());
    const Capacity& newest = capacity.value();
    const bool agrees = AgreeOnCores(capacity_, newest);
    if (newest.cores > capacity_.cores || capacity_.unit_s == 0) capacity_ = newest;
    capacity_.stolen = std::min(capacity_.stolen, newest.stolen);
    summary_.SetCapacity(capacity_);
    const bool missing = capacity_.cores < kCoresThere * setup_.environment.cores;
    if (attempts > 1 && (capacity_.stolen > kMostStolen || (missing && !agrees)))
      return MeasureMachine(attempts - 1, then);
    then();
  });
}

// One after the other, so that each start-up is measured on a machine that does nothing else.
void Run::StartModels() {
  if (next_model_ == experiment_.models.size()) return FindPace();
  StartModel(experiment_.models[next_model_++], [this] { StartModels(); });
}

void Run::StartModel(const std::string& name, std::function<void()> then) {
  const auto entry = std::ranges::find(catalog_, name, &CatalogEntry::name);
  std::unique_ptr<Model>& model = models_[name];
  model = nullptr;  // the former workers are gone before the new ones come
  model = entry->make(
      loop_, {.workers = experiment_.workers,
              .switch_interval = static_cast<Nanoseconds>(experiment_.switch_interval_ms * 1e6),
              .pin = experiment_.pin,
              .chunk = experiment_.chunk,
              .record = experiment_.record,
              .broken = [this, name](const Error& error) { Fail(name, error); }});
  model->Start([this, name, then = std::move(then)](const Result<double>& startup_s) {
    if (!startup_s) return Fail(name, startup_s.error());
    summary_.AddStartup(name, startup_s.value());
    then();
  });
}

// Times single sequential tasks until the clock sees one well.
void Run::FindPace() {
  if (!setup_.pace && pace_finder_.Unsettled()) {
    models_[std::string(kSequential)]->Run(
        pace_finder_.Trial(), [this, begun = Now()](const Result<TrialOutcome>& outcome) {
          if (!outcome) return Fail(std::string(kSequential), outcome.error());
          if (!StoodStillSince(begun)) pace_finder_.TakeIn(Makespan(outcome.value().lanes));
          FindPace();
        });
    return;
  }
  if (!setup_.pace) pace_.iterations_per_s = pace_finder_.iterations_per_s();
  pace_.cores = std::max(1.0, capacity_.cores);
  SettlePlan();
}

void Run::SettlePlan() {
  const double warmup_s = Computes(experiment_) ? kWarmupS * experiment_.warmups *
                                                      static_cast<double>(experiment_.models.size())
                                                : 0;
  const double seconds = std::max(0.0, course_.MeasuringSeconds() - Elapsed() - warmup_s);
  plan_ = setup_.plan ? setup_.plan(pace_, seconds) : PlanRun(experiment_, pace_, seconds);
  experiment_ = plan_.experiment;
  summary_.SetPlan(experiment_, pace_);
  course_.SetPlan(plan_, Elapsed());
  if (CutByTime(experiment_)) experiment_.size = IterationsOf(experiment_, pace_.iterations_per_s);
  notify_(
      Calibrated{.run = setup_.number,
                 .experiment = plan_.experiment,
                 .calibration = summary_.TheCalibration(),
                 .left_s = course_.SecondsLeft(Elapsed()),
                 .plan = PlanText(plan_, pace_, course_.SecondsLeft(Elapsed()), setup_.budget_s),
                 .fits = plan_.fits});
  next_trial_ = 0;
  WarmUp();
}

// Workers that share a lock, or a core, have their time one after the other.
void Run::WarmUp() {
  if (!Computes(experiment_)) warmups_ = experiment_.warmups;
  if (warmups_ == experiment_.warmups) {
    summary_.SetWarmups(Computes(experiment_) ? warmups_ : 0);
    course_.BeginRounds(Elapsed());
    load_ = setup_.read_load();
    return NextRound();
  }
  const Trial trial = {
      .model = experiment_.models[next_trial_], .repetition = warmups_, .warmup = true};
  const int workers = trial.model == kSequential ? 1 : experiment_.workers;
  const double in_turn =
      !FactsOf(trial.model).parallel ? workers : std::max(1.0, workers / pace_.cores);
  const auto slice =
      static_cast<int64_t>(pace_.iterations_per_s * kWarmupS / kWarmSlices / in_turn);
  notify_(TrialStarted{
      .run = setup_.number, .model = trial.model, .repetition = trial.repetition, .warmup = true});
  models_[trial.model]->Run(MakeWarmup(experiment_, workers, std::max<int64_t>(1, slice)),
                            [this, trial](const Result<TrialOutcome>& outcome) {
                              if (!outcome) return Fail(trial.model, outcome.error());
                              ++done_;
                              notify_(TrialDone{.run = setup_.number,
                                                .model = trial.model,
                                                .repetition = trial.repetition,
                                                .warmup = true,
                                                .seconds = Makespan(outcome.value().lanes),
                                                .done = done_,
                                                .trials = TrialsInAll(),
                                                .left_s = course_.SecondsLeft(Elapsed()),
                                                .so_far = {}});
                              if (++next_trial_ == experiment_.models.size()) {
                                next_trial_ = 0;
                                ++warmups_;
                              }
                              WarmUp();
                            });
}

void Run::NextRound() {
  if (const std::optional<Stop> stop = course_.WhyStop(Elapsed())) {
    summary_.SetEnd(*stop, Elapsed());
    return MeasureAgain();
  }
  next_trial_ = 0;
  round_ = MakeRound(experiment_.models, course_.BeginRound(), experiment_.seed);
  NextTrial();
}

void Run::NextTrial() {
  if (next_trial_ == round_.size()) {
    EndRound();
    return NextRound();
  }
  const Trial trial = round_[next_trial_++];
  if (!experiment_.cold) return RunTrial(trial);
  StartModel(trial.model, [this, trial] { RunTrial(trial); });
}

// A short round's load is only known together with that of those after it.
void Run::EndRound() {
  summary_.EndRound();
  const double ended_s = Elapsed();
  const std::optional<LoadReading> now = setup_.read_load();
  const std::optional<double> others = OthersSince(now);
  summary_.SetLoad(load_known_, others);
  if (others) {
    load_known_ = summary_.rounds();
    load_ = now;
  }
  Course::Known known = {.quiet = summary_.quiet_rounds()};
  if (setup_.experiment.left_to_plan.repetitions) {
    known.enough = summary_.KnowsEnough();
    known.needed = summary_.RoundsNeeded();
  }
  course_.EndRound(ended_s, known);
}

std::optional<double> Run::OthersSince(const std::optional<LoadReading>& now) const {
  return load_ && now ? OtherCoresBetween(*load_, *now) : std::nullopt;
}

void Run::RunTrial(const Trial& trial) {
  notify_(TrialStarted{.run = setup_.number,
                       .model = trial.model,
                       .repetition = trial.repetition,
                       .warmup = trial.warmup});
  models_[trial.model]->Run(
      MakeTasks(experiment_, setup_.origin),
      [this, trial](Result<TrialOutcome> outcome) { TakeIn(trial, std::move(outcome)); });
  if (experiment_.record) live_.Begin(*models_[trial.model], trial);
}

void Run::TakeIn(const Trial& trial, Result<TrialOutcome> outcome) {
  live_.End(outcome ? outcome.value().trace : std::nullopt);
  if (failed_) return;
  if (StoodStillSince(begun_ + static_cast<Nanoseconds>(course_.round_begun_s() * kSecond)))
    return RepeatRound(outcome ? "" : trial.model);
  if (!outcome) return Fail(trial.model, outcome.error());
  const double seconds = Makespan(outcome.value().lanes);
  if (const std::optional<Error> fault = summary_.Add(trial, std::move(outcome).value()))
    return Fail(trial.model, *fault);
  ++done_;
  notify_(TrialDone{.run = setup_.number,
                    .model = trial.model,
                    .repetition = trial.repetition,
                    .warmup = false,
                    .seconds = seconds,
                    .done = done_,
                    .trials = TrialsInAll(),
                    .left_s = course_.SecondsLeft(Elapsed()),
                    .so_far = summary_.Of(trial.model)});
  NextTrial();
}

// What took so long, or gave up waiting, was stopped. A model whose trial failed has tasks under
// way that nobody wants any more: it gets fresh workers. Not from within a call of the model.
void Run::RepeatRound(const std::string& restarted) {
  loop_.Post([this, restarted, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    done_ -= static_cast<int>(next_trial_) - 1;
    summary_.DropRound();
    const auto again = [this] {
      course_.DropRound(Elapsed());
      load_ = setup_.read_load();
      NextRound();
    };
    if (restarted.empty()) again();
    else StartModel(restarted, again);
  });
}

// The time is given back.
bool Run::StoodStillSince(Nanoseconds time) {
  const Nanoseconds length = standstill_.Since(time);
  if (length == 0) return false;
  begun_ += length;
  stood_still_.push_back(
      Phrase<words::kStoodStill>("time"_a = Duration(static_cast<double>(length) / kSecond)));
  return true;
}

double Run::Elapsed() const { return static_cast<double>(Now() - begun_) / kSecond; }

int Run::TrialsInAll() const {
  const int warmups = Computes(experiment_) ? experiment_.warmups : 0;
  return static_cast<int>(experiment_.models.size()) *
         (warmups + course_.begun() + course_.RoundsToGo());
}

// A machine that others disturbed, when it was measured or later, is measured once more, if there
// is time. The models are done; not from within a call of one.
void Run::MeasureAgain() {
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (alive.expired()) return;
    models_.clear();
    const bool time = Elapsed() + measured_in_s_ < course_.MeasuringSeconds();
    const bool missing = capacity_.cores < kCoresThere * setup_.environment.cores &&
                         summary_.quiet_rounds() < static_cast<int>(summary_.rounds());
    const bool again = capacity_.stolen > kMostStolen || missing;
    if (!again || !Computes(experiment_) || !time) return Finish();
    MeasureMachine(1, [this] { Finish(); });
  });
}

RunResult Run::Complete(RunResult result) const {
  result.recorded_at = UtcNow();
  result.unavailable = setup_.skipped;
  result.notes.insert(result.notes.begin(), setup_.notes.begin(), setup_.notes.end());
  result.notes.insert(result.notes.end(), stood_still_.begin(), stood_still_.end());
  if (setup_.plan) return result;
  // Intervals of times that are too short for the clock are narrow because all are rounded to the
  // same.
  Calibration told = result.calibration;
  if (told.stop == Stop::kPrecise && result.verdict.code == VerdictCode::kTooShort)
    told.stop = Stop::kUnknown;
  const std::vector<std::string> course = CourseNotes(told, experiment_.precision, setup_.budget_s);
  result.notes.insert(result.notes.end(), course.begin(), course.end());
  if (!plan_.fits)
    result.notes.insert(result.notes.begin(),
                        PlanText(plan_, pace_, plan_.seconds, setup_.budget_s));
  return result;
}

std::optional<RunResult> Run::SoFar() const {
  if (summary_.rounds() == 0) return std::nullopt;
  return Complete(summary_.TheResult());
}

void Run::Finish() {
  notify_(Finished{.run = setup_.number, .result = Complete(summary_.TheResult())});
  over_();
}

void Run::Fail(const std::string& model, const Error& error) {
  if (std::exchange(failed_, true)) return;
  notify_(Failed{.run = setup_.number, .error = error, .model = model, .measured = summary_.All()});
  over_();
}

}  // namespace lab
