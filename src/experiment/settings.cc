#include "experiment/settings.h"

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>
#include <variant>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/setting_reader.h"

namespace lab {
namespace {

constexpr size_t kSizeAt = 2;

constexpr std::array kSettings = {
    Setting{"workers", "Workers", "", "Threads or processes that share the tasks.", SettingKind::kWhole, 1, kMostWorkers, 1, kMostWorkersInPage},
    Setting{"tasks", "Tasks", "", "Pieces of work in one run.", SettingKind::kWhole, 1, 100'000},
    Setting{"size", "Size", "iterations", "Iterations of one task; \"auto\" fits them into the time budget.", SettingKind::kWhole, 1, 1e12, 0, 0, &LeftToPlan::size},
    Setting{"latency", "Latency", "ms", "How long the server takes to answer one download; \"auto\" fits it into the time budget.", SettingKind::kWhole, 0, 60'000, 0, 1000,
            &LeftToPlan::size},
    Setting{"cpu-share", "Computing", "%", "Share of each task that is computing; the rest is waiting.", SettingKind::kNumber, 0, 100},
    Setting{"duration", "Duration", "ms", "How long a task takes by itself; \"auto\" fits it into the time budget.", SettingKind::kNumber, 1, 10'000, 1, 1000, &LeftToPlan::size},
    Setting{"busy", "Busy threads", "", "Threads that compute beside the one that answers.", SettingKind::kWhole, 0, kMostWorkers - 1, 0, 4},
    Setting{"answers", "Answers", "", "How often the thread waits and answers in a repetition; \"auto\" fits that into the time budget.", SettingKind::kWhole, 1, 10'000, 10,
            1000, &LeftToPlan::size},
    Setting{"switch-interval", "Switch interval", "ms",
            "How long a waiting thread leaves the GIL's holder alone before it asks for the lock.", SettingKind::kNumber, 0.001, 10'000, 0.1, 50},
    Setting{"call", "Long calls", "ms", "How long a busy thread stays in calls that keep the GIL whatever is asked; 0 for none.", SettingKind::kNumber, 0, 1000},
    Setting{"serial-fraction", "Serial fraction", "%", "Share of each task that only one worker at a time may do.", SettingKind::kNumber, 0, 100},
    Setting{"chunk", "Chunk size", "", "Tasks in one message to a process; 0 leaves it to the rule of Python's Pool.map.", SettingKind::kWhole, 0, 100'000},
    Setting{"repetitions", "Repetitions", "", "How often each model is measured; \"auto\": until enough is known or the time is spent.",
            SettingKind::kWhole, 1, 100, 0, 0, &LeftToPlan::repetitions},
    Setting{"warmups", "Warm-ups", "", "How often each model's workers compute for a moment before they are measured.", SettingKind::kWhole, 0, 50},
    Setting{"time-budget", "Time budget", "s", "How long it may take in all; \"auto\": 10 s, a sweep 60 s; 0: as long as it takes.", SettingKind::kNumber, 0,
            86'400, 0, 120, &LeftToPlan::time_budget},
    Setting{"precision", "Precision", "%", "Stops as soon as every speedup is known to within so many percent; 0: measures until the time is spent.", SettingKind::kNumber, 0, 50},
    Setting{"points", "Points", "", "Where a sweep measures, as \"1,2,4\"; if none are given, it chooses them.", SettingKind::kNumbers, 0, kMostWorkers},
    Setting{"seed", "Seed", "", "Decides the order in which the models take turns.", SettingKind::kWhole, 0, 1e9},
    Setting{"calibrate", "Calibrate", "", "Fit tasks whose size was not typed to this machine.", SettingKind::kFlag},
    Setting{"cold", "Cold start", "", "Start fresh workers for every repetition.", SettingKind::kFlag},
    Setting{"pin", "Pin", "", "Keep each worker on one core; not possible in a browser.", SettingKind::kFlag},
    Setting{"record", "Record", "", "Note what each worker does, for the timeline and the reasons.", SettingKind::kFlag},
    Setting{"models", "Models", "", "The models to race; sequential is always among them.", SettingKind::kNames},
    Setting{"latency-only", "Only wait", "", "Wait that long instead of asking a server.", SettingKind::kFlag},
    Setting{"urls", "URLs", "", "Fetch these, separated by spaces, instead of the lab's own server.", SettingKind::kUrls},
    Setting{"timeout", "Timeout", "ms", "A download that takes longer is an error.", SettingKind::kNumber, 1, 600'000},
};

using SettingTable = std::array<Setting, kSettings.size()>;

static_assert(kSettings[kSizeAt].name == "size");

std::string Joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

std::string Canonical(std::string_view name) {
  std::string canonical(name);
  std::ranges::replace(canonical, '_', '-');
  return canonical;
}

Error Unknown(std::string_view name) {
  std::string known = "experiment, preset";
  for (const Setting& setting : kSettings) known += ", " + std::string(setting.name);
  return Complaint(name, Format("There is no setting \"%.*s\".", static_cast<int>(std::min<size_t>(name.size(), 80)), name.data()),
                   "Settings are " + known + ".");
}

// Where a setting that is a number or a flag lies in an experiment.
using Place = std::variant<int Experiment::*, int64_t Experiment::*, double Experiment::*, bool Experiment::*>;

struct NamedPlace {
  std::string_view name;
  Place place;
};

constexpr std::array kPlaces = {
    NamedPlace{"workers", &Experiment::workers},
    NamedPlace{"tasks", &Experiment::tasks},
    NamedPlace{"size", &Experiment::size},
    NamedPlace{"latency", &Experiment::latency_ms},
    NamedPlace{"cpu-share", &Experiment::cpu_share},
    NamedPlace{"duration", &Experiment::duration_ms},
    NamedPlace{"busy", &Experiment::busy},
    NamedPlace{"answers", &Experiment::answers},
    NamedPlace{"switch-interval", &Experiment::switch_interval_ms},
    NamedPlace{"call", &Experiment::call_ms},
    NamedPlace{"serial-fraction", &Experiment::serial_fraction},
    NamedPlace{"chunk", &Experiment::chunk},
    NamedPlace{"repetitions", &Experiment::repetitions},
    NamedPlace{"warmups", &Experiment::warmups},
    NamedPlace{"time-budget", &Experiment::time_budget_s},
    NamedPlace{"precision", &Experiment::precision},
    NamedPlace{"seed", &Experiment::seed},
    NamedPlace{"calibrate", &Experiment::calibrate},
    NamedPlace{"cold", &Experiment::cold},
    NamedPlace{"pin", &Experiment::pin},
    NamedPlace{"record", &Experiment::record},
    NamedPlace{"latency-only", &Experiment::latency_only},
    NamedPlace{"timeout", &Experiment::timeout_ms},
};

const Place& PlaceOf(std::string_view name) { return std::ranges::find(kPlaces, name, &NamedPlace::name)->place; }

void Set(Experiment& experiment, std::string_view name, double number) {
  std::visit([&](const auto place) { experiment.*place = static_cast<std::decay_t<decltype(experiment.*place)>>(number); }, PlaceOf(name));
}

double NumberOf(const Experiment& experiment, std::string_view name) {
  return std::visit([&](const auto place) { return static_cast<double>(experiment.*place); }, PlaceOf(name));
}

bool Names(std::span<const std::string_view> settings, std::string_view setting) { return std::ranges::find(settings, setting) != settings.end(); }

bool MayBeLeftToPlan(const Setting& setting, ExperimentKind kind) {
  return setting.plan != nullptr && (setting.plan != &LeftToPlan::size || Names(InfoOf(kind).sized_by, setting.name));
}

// With what follows from other settings.
Experiment Settled(Experiment experiment) {
  if (const auto settle = InfoOf(experiment.kind).settle) settle(experiment);
  return experiment;
}

// The complaint about settings that are each in their range and cannot be had together.
std::optional<Error> Contradiction(const Experiment& experiment) {
  const auto contradiction = InfoOf(experiment.kind).contradiction;
  return contradiction != nullptr ? contradiction(experiment) : std::nullopt;
}

std::string NumbersText(const std::vector<double>& numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "" : ",") + NumberText(number);
  return text;
}

// The names of all experiments, for complaints.
std::string KnownExperiments() {
  std::string names;
  for (const ExperimentInfo& info : Experiments()) names += (names.empty() ? "" : ", ") + std::string(info.name);
  return names;
}

// The preset that the items start from; complaints about it go to `complaints`.
Experiment StartingPoint(std::span<const NamedText> items, std::vector<Error>& complaints) {
  ExperimentKind kind = ExperimentKind::kCount;
  Preset preset = Preset::kDefault;
  for (const auto& [name, text] : items) {
    if (name == "experiment") {
      const ExperimentInfo* info = FindExperiment(text);
      if (info != nullptr) kind = info->kind;
      else complaints.push_back(Complaint(name, "experiment: there is no \"" + text.substr(0, 80) + "\".", "Choose from " + KnownExperiments() + "."));
    } else if (name == "preset") {
      const Preset* found = FindPreset(text);
      if (found != nullptr) preset = *found;
      else complaints.push_back(Complaint(name, "preset: there is no \"" + text.substr(0, 80) + "\".", "Choose from default, tutorial."));
    }
  }
  return MakeExperiment(kind, preset);
}

}  // namespace

std::span<const Setting> AllSettings() { return kSettings; }

std::span<const Setting> Settings(ExperimentKind kind) {
  static const std::vector<SettingTable> tables = [] {
    std::vector<SettingTable> all;
    for (const ExperimentInfo& info : Experiments()) all.emplace_back(kSettings)[kSizeAt].high = info.largest_size;
    return all;
  }();
  return tables[static_cast<size_t>(kind)];
}

const Setting* FindSetting(std::string_view name) {
  const auto found = std::ranges::find(kSettings, name, &Setting::name);
  return found == kSettings.end() ? nullptr : &*found;
}

const Setting* FindSetting(ExperimentKind kind, std::string_view name) {
  const std::span<const Setting> settings = Settings(kind);
  const auto found = std::ranges::find(settings, name, &Setting::name);
  return found == settings.end() ? nullptr : &*found;
}

bool Matters(std::string_view setting, const Experiment& experiment) {
  const auto uses = [&](const ExperimentInfo& info) { return Names(info.settings, setting); };
  if (std::ranges::none_of(Experiments(), uses)) return true;  // every experiment has it
  const ExperimentInfo& info = InfoOf(experiment.kind);
  if (!uses(info) || (info.matters != nullptr && !info.matters(setting, experiment))) return false;
  return setting != "chunk" || std::ranges::find(experiment.models, ModelRole::kIsolated, RoleOf) != experiment.models.end();
}

bool WaitsForConnections(const Experiment& experiment) {
  return AsksServers(experiment) && experiment.workers > kBrowserConnections;
}

Result<Experiment> WithSetting(const Experiment& experiment, std::string_view name, std::string_view text) {
  const Setting* setting = FindSetting(experiment.kind, Canonical(name));
  if (setting == nullptr) return Unknown(name);
  Experiment changed = experiment;
  if (MayBeLeftToPlan(*setting, experiment.kind)) {
    changed.left_to_plan.*setting->plan = text == kAuto;
    if (text == kAuto) {
      Set(changed, setting->name, NumberOf(MakeExperiment(experiment.kind), setting->name));
      return Settled(std::move(changed));
    }
  }
  switch (setting->kind) {
    case SettingKind::kWhole:
    case SettingKind::kNumber: {
      const Result<double> number = ReadNumber(*setting, text);
      if (!number) return number.error();
      Set(changed, setting->name, number.value());
      break;
    }
    case SettingKind::kFlag: {
      const Result<bool> flag = ReadFlag(*setting, text);
      if (!flag) return flag.error();
      Set(changed, setting->name, flag.value() ? 1 : 0);
      break;
    }
    case SettingKind::kNames: {
      Result<std::vector<std::string>> models = ReadModels(text);
      if (!models) return models.error();
      changed.models = std::move(models).value();
      break;
    }
    case SettingKind::kUrls: {
      Result<std::vector<std::string>> urls = ReadUrls(text);
      if (!urls) return urls.error();
      changed.urls = std::move(urls).value();
      break;
    }
    case SettingKind::kNumbers: {
      // A point is a value of the setting that a sweep varies.
      Setting point = *FindSetting(experiment.kind, InfoOf(experiment.kind).axis.setting);
      point.name = setting->name;
      Result<std::vector<double>> numbers = ReadNumbers(point, text);
      if (!numbers) return numbers.error();
      changed.points = std::move(numbers).value();
      break;
    }
  }
  return Settled(std::move(changed));
}

Configured Configure(std::span<const NamedText> items) {
  Configured configured;
  configured.experiment = StartingPoint(items, configured.complaints);
  for (const auto& [name, text] : items) {
    if (name == "experiment" || name == "preset") continue;
    Result<Experiment> changed = WithSetting(configured.experiment, name, text);
    if (changed) {
      configured.experiment = std::move(changed).value();
      continue;
    }
    Error complaint = changed.error();
    if (const Setting* setting = FindSetting(configured.experiment.kind, Canonical(name))) {
      const std::string kept = SettingText(configured.experiment, setting->name);
      complaint.message += " Kept: " + (kept.empty() ? "none" : kept) + ".";
    }
    configured.complaints.push_back(std::move(complaint));
  }
  if (std::optional<Error> contradiction = Contradiction(configured.experiment)) {
    const Result<Experiment> without = WithSetting(configured.experiment, contradiction->field, kAuto);
    if (without) configured.experiment = without.value();
    contradiction->message += " Kept: " + SettingText(configured.experiment, contradiction->field) + ".";
    configured.complaints.push_back(std::move(*contradiction));
  }
  configured.complaints = WorthTelling(std::move(configured.complaints));
  return configured;
}

std::vector<Error> WorthTelling(std::vector<Error> complaints) {
  constexpr size_t kMost = 10;
  std::vector<Error> told;
  std::set<std::string> messages;
  for (Error& complaint : complaints) {
    const bool fresh = messages.insert(complaint.message).second;
    if (fresh && messages.size() <= kMost) told.push_back(std::move(complaint));
  }
  if (messages.size() > kMost) {
    told.push_back({.code = ErrorCode::kInvalidArgument, .message = Format("And %zu more.", messages.size() - kMost), .next = "Correct these first."});
  }
  return told;
}

std::string SettingText(const Experiment& experiment, std::string_view name) {
  const Setting* setting = FindSetting(experiment.kind, Canonical(name));
  const bool left_to_plan = setting != nullptr && MayBeLeftToPlan(*setting, experiment.kind) && experiment.left_to_plan.*setting->plan;
  return left_to_plan ? std::string(kAuto) : ChosenText(experiment, name);
}

std::string ChosenText(const Experiment& experiment, std::string_view name) {
  const Setting* setting = FindSetting(experiment.kind, Canonical(name));
  if (setting == nullptr) return "";
  switch (setting->kind) {
    case SettingKind::kNames: return Joined(experiment.models, ",");
    case SettingKind::kUrls: return Joined(experiment.urls, " ");
    case SettingKind::kNumbers: return NumbersText(experiment.points);
    case SettingKind::kFlag: return NumberOf(experiment, setting->name) != 0 ? "true" : "false";
    case SettingKind::kWhole:
    case SettingKind::kNumber: break;
  }
  return NumberText(NumberOf(experiment, setting->name));
}

double SettingNumber(const Experiment& experiment, std::string_view name) { return NumberOf(experiment, Canonical(name)); }

std::vector<NamedText> Describe(const Experiment& experiment) {
  std::vector<NamedText> items = {{"experiment", std::string(InfoOf(experiment.kind).name)}};
  for (const Setting& setting : Settings(experiment.kind)) {
    const bool no_points = setting.kind == SettingKind::kNumbers && experiment.points.empty();
    if (Matters(setting.name, experiment) && !no_points) items.emplace_back(setting.name, SettingText(experiment, setting.name));
  }
  return items;
}

std::vector<Error> Check(const Experiment& experiment) {
  std::vector<Error> complaints;
  for (const Setting& setting : Settings(experiment.kind)) {
    const Result<Experiment> again = WithSetting(experiment, setting.name, SettingText(experiment, setting.name));
    if (!again) complaints.push_back(again.error());
  }
  if (std::optional<Error> contradiction = Contradiction(experiment)) complaints.push_back(std::move(*contradiction));
  return complaints;
}

}  // namespace lab
