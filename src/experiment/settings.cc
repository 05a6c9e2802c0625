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
#include "words/english/settings.h"

namespace lab {
namespace {

constexpr size_t kSizeAt = 2;
// So much of what was typed is repeated in a complaint.
constexpr size_t kMostShown = 80;

constexpr std::array kSettings = {
    Setting{"workers", &words::kWorkersLabel, &words::kUnitNone, &words::kWorkersHelp,
            SettingKind::kWhole, 1, kMostWorkers, 1, kMostWorkersInPage},
    Setting{"tasks", &words::kTasksLabel, &words::kUnitNone, &words::kTasksHelp,
            SettingKind::kWhole, 1, 100'000},
    Setting{"size", &words::kSizeLabel, &words::kUnitIterations, &words::kSizeHelp,
            SettingKind::kWhole, 1, 1e12, 0, 0, &LeftToPlan::size},
    Setting{"latency", &words::kLatencyLabel, &words::kUnitMilliseconds, &words::kLatencyHelp,
            SettingKind::kWhole, 0, 60'000, 0, 1000, &LeftToPlan::size},
    Setting{"cpu-share", &words::kCpuShareLabel, &words::kUnitPercent, &words::kCpuShareHelp,
            SettingKind::kNumber, 0, 100},
    Setting{"duration", &words::kDurationLabel, &words::kUnitMilliseconds, &words::kDurationHelp,
            SettingKind::kNumber, 1, 10'000, 1, 1000, &LeftToPlan::size},
    Setting{"busy", &words::kBusyLabel, &words::kUnitNone, &words::kBusyHelp, SettingKind::kWhole,
            0, kMostWorkers - 1, 0, 4},
    Setting{"answers", &words::kAnswersLabel, &words::kUnitNone, &words::kAnswersHelp,
            SettingKind::kWhole, 1, 10'000, 10, 1000, &LeftToPlan::size},
    Setting{"switch-interval", &words::kSwitchIntervalLabel, &words::kUnitMilliseconds,
            &words::kSwitchIntervalHelp, SettingKind::kNumber, 0.001, 10'000, 0.1, 50},
    Setting{"call", &words::kCallLabel, &words::kUnitMilliseconds, &words::kCallHelp,
            SettingKind::kNumber, 0, 1000},
    Setting{"serial-fraction", &words::kSerialFractionLabel, &words::kUnitPercent,
            &words::kSerialFractionHelp, SettingKind::kNumber, 0, 100},
    Setting{"chunk", &words::kChunkLabel, &words::kUnitNone, &words::kChunkHelp,
            SettingKind::kWhole, 0, 100'000},
    Setting{"repetitions", &words::kRepetitionsLabel, &words::kUnitNone, &words::kRepetitionsHelp,
            SettingKind::kWhole, 1, 100, 0, 0, &LeftToPlan::repetitions},
    Setting{"warmups", &words::kWarmupsLabel, &words::kUnitNone, &words::kWarmupsHelp,
            SettingKind::kWhole, 0, 50},
    Setting{"time-budget", &words::kTimeBudgetLabel, &words::kUnitSeconds, &words::kTimeBudgetHelp,
            SettingKind::kNumber, 0, 86'400, 0, 120, &LeftToPlan::time_budget},
    Setting{"precision", &words::kPrecisionLabel, &words::kUnitPercent, &words::kPrecisionHelp,
            SettingKind::kNumber, 0, 50},
    Setting{"points", &words::kPointsLabel, &words::kUnitNone, &words::kPointsHelp,
            SettingKind::kNumbers, 0, kMostWorkers},
    Setting{"seed", &words::kSeedLabel, &words::kUnitNone, &words::kSeedHelp, SettingKind::kWhole,
            0, 1e9},
    Setting{"calibrate", &words::kCalibrateLabel, &words::kUnitNone, &words::kCalibrateHelp,
            SettingKind::kFlag},
    Setting{"cold", &words::kColdLabel, &words::kUnitNone, &words::kColdHelp, SettingKind::kFlag},
    Setting{"pin", &words::kPinLabel, &words::kUnitNone, &words::kPinHelp, SettingKind::kFlag},
    Setting{"record", &words::kRecordLabel, &words::kUnitNone, &words::kRecordHelp,
            SettingKind::kFlag},
    Setting{"models", &words::kModelsLabel, &words::kUnitNone, &words::kModelsHelp,
            SettingKind::kNames},
    Setting{"latency-only", &words::kLatencyOnlyLabel, &words::kUnitNone, &words::kLatencyOnlyHelp,
            SettingKind::kFlag},
    Setting{"urls", &words::kUrlsLabel, &words::kUnitNone, &words::kUrlsHelp, SettingKind::kUrls},
    Setting{"timeout", &words::kTimeoutLabel, &words::kUnitMilliseconds, &words::kTimeoutHelp,
            SettingKind::kNumber, 1, 600'000},
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
  std::vector<std::string> known = {"experiment", "preset"};
  for (const Setting& setting : kSettings) known.emplace_back(setting.name);
  return Complaint(name, Phrase<words::kNoSuchSetting>("typed"_a = name.substr(0, kMostShown)),
                   Phrase<words::kSettingsAre>("known"_a = Listed(known)));
}

constexpr std::pair<SettingKind, std::string_view> kKindNames[] = {
    {SettingKind::kWhole, "integer"}, {SettingKind::kNumber, "decimal"},
    {SettingKind::kFlag, "flag"},     {SettingKind::kNames, "choices"},
    {SettingKind::kUrls, "texts"},    {SettingKind::kNumbers, "decimals"}};

// Where a setting that is a number or a flag lies in an experiment.
using Place = std::variant<int Experiment::*, int64_t Experiment::*, double Experiment::*,
                           bool Experiment::*>;

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

const Place& PlaceOf(std::string_view name) {
  return std::ranges::find(kPlaces, name, &NamedPlace::name)->place;
}

void Set(Experiment& experiment, std::string_view name, double number) {
  std::visit(
      [&](const auto place) {
        experiment.*place = static_cast<std::decay_t<decltype(experiment.*place)>>(number);
      },
      PlaceOf(name));
}

double NumberOf(const Experiment& experiment, std::string_view name) {
  return std::visit([&](const auto place) { return static_cast<double>(experiment.*place); },
                    PlaceOf(name));
}

bool Names(std::span<const std::string_view> settings, std::string_view setting) {
  return std::ranges::find(settings, setting) != settings.end();
}

bool MayBeLeftToPlan(const Setting& setting, ExperimentKind kind) {
  return setting.plan != nullptr &&
         (setting.plan != &LeftToPlan::size || Names(InfoOf(kind).sized_by, setting.name));
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
  std::vector<std::string> names;
  for (const ExperimentInfo& info : Experiments()) names.emplace_back(info.name);
  return Listed(names);
}

// The preset that the items start from; complaints about it go to `complaints`.
Experiment StartingPoint(std::span<const NamedText> items, std::vector<Error>& complaints) {
  ExperimentKind kind = ExperimentKind::kCount;
  Preset preset = Preset::kDefault;
  for (const auto& [name, text] : items) {
    if (name == "experiment") {
      const ExperimentInfo* info = FindExperiment(text);
      if (info != nullptr) kind = info->kind;
      else
        complaints.push_back(Complaint(
            name, Phrase<words::kNoSuchExperiment>("typed"_a = text.substr(0, kMostShown)),
            Phrase<words::kChooseFrom>("choices"_a = KnownExperiments())));
    } else if (name == "preset") {
      const Preset* found = FindPreset(text);
      if (found != nullptr) preset = *found;
      else
        complaints.push_back(Complaint(
            name, Phrase<words::kNoSuchPreset>("typed"_a = text.substr(0, kMostShown)),
            Phrase<words::kChooseFrom>(
                "choices"_a = Listed(std::array<std::string, 2>{"default", "tutorial"}))));
    }
  }
  return MakeExperiment(kind, preset);
}

}  // namespace

CodeNames<SettingKind> NamesOf(SettingKind) { return kKindNames; }

std::span<const Setting> AllSettings() { return kSettings; }

std::span<const Setting> Settings(ExperimentKind kind) {
  static const std::vector<SettingTable> tables = [] {
    std::vector<SettingTable> all;
    for (const ExperimentInfo& info : Experiments())
      all.emplace_back(kSettings)[kSizeAt].high = info.largest_size;
    return all;
  }();
  return kind == ExperimentKind::kUnknown ? AllSettings() : tables[static_cast<size_t>(kind)];
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

bool Uses(ExperimentKind kind, std::string_view setting) {
  const auto uses = [&](const ExperimentInfo& info) { return Names(info.settings, setting); };
  // Those that no experiment names, every one has.
  return uses(InfoOf(kind)) || std::ranges::none_of(Experiments(), uses);
}

bool Matters(std::string_view setting, const Experiment& experiment) {
  const ExperimentInfo& info = InfoOf(experiment.kind);
  if (!Uses(experiment.kind, setting)) return false;
  if (Names(info.settings, setting) && info.matters != nullptr &&
      !info.matters(setting, experiment))
    return false;
  return setting != "chunk" || std::ranges::find(experiment.models, ModelRole::kIsolated, RoleOf) !=
                                   experiment.models.end();
}

int MostWorkersOn(std::string_view platform) {
  return platform == "web" ? kMostWorkersInPage : kMostWorkers;
}

double HighestOn(std::string_view platform, const Setting& setting) {
  const bool counts_workers = setting.name == "workers" || setting.name == "busy";
  return counts_workers ? setting.high - (kMostWorkers - MostWorkersOn(platform)) : setting.high;
}

bool WaitsForConnections(const Experiment& experiment) {
  return AsksServers(experiment) && experiment.workers > kBrowserConnections;
}

Result<Experiment> WithSetting(const Experiment& experiment, std::string_view name,
                               std::string_view text) {
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

Configured Configure(std::span<const NamedText> items, bool tell_kept) {
  Configured configured;
  const auto keep = [&](Error complaint, std::string_view setting) {
    if (tell_kept)
      complaint.message =
          Phrase<words::kKept>("complaint"_a = complaint.message,
                               "value"_a = SettingText(configured.experiment, setting));
    configured.complaints.push_back(std::move(complaint));
  };
  configured.experiment = StartingPoint(items, configured.complaints);
  for (const auto& [name, text] : items) {
    if (name == "experiment" || name == "preset") continue;
    Result<Experiment> changed = WithSetting(configured.experiment, name, text);
    if (changed) {
      configured.experiment = std::move(changed).value();
      continue;
    }
    const Setting* setting = FindSetting(configured.experiment.kind, Canonical(name));
    if (setting != nullptr) keep(changed.error(), setting->name);
    else configured.complaints.push_back(changed.error());
  }
  if (std::optional<Error> contradiction = Contradiction(configured.experiment)) {
    const Result<Experiment> without =
        WithSetting(configured.experiment, contradiction->field, kAuto);
    if (without) configured.experiment = without.value();
    keep(*contradiction, contradiction->field);
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
    told.push_back({.code = ErrorCode::kInvalidArgument,
                    .message = Phrase<words::kAndMore>("count"_a = messages.size() - kMost),
                    .next = Phrase<words::kCorrectTheseFirst>()});
  }
  return told;
}

std::string SettingText(const Experiment& experiment, std::string_view name) {
  const Setting* setting = FindSetting(experiment.kind, Canonical(name));
  const bool left_to_plan = setting != nullptr && MayBeLeftToPlan(*setting, experiment.kind) &&
                            experiment.left_to_plan.*setting->plan;
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

double SettingNumber(const Experiment& experiment, std::string_view name) {
  return NumberOf(experiment, Canonical(name));
}

std::vector<NamedText> Describe(const Experiment& experiment) {
  std::vector<NamedText> items = {{"experiment", NameOf(experiment)}};
  for (const Setting& setting : Settings(experiment.kind)) {
    const bool no_points = setting.kind == SettingKind::kNumbers && experiment.points.empty();
    if (Matters(setting.name, experiment) && !no_points)
      items.emplace_back(setting.name, SettingText(experiment, setting.name));
  }
  return items;
}

std::vector<Error> Check(const Experiment& experiment) {
  std::vector<Error> complaints;
  for (const Setting& setting : Settings(experiment.kind)) {
    const Result<Experiment> again =
        WithSetting(experiment, setting.name, SettingText(experiment, setting.name));
    if (!again) complaints.push_back(again.error());
  }
  if (std::optional<Error> contradiction = Contradiction(experiment))
    complaints.push_back(std::move(*contradiction));
  return complaints;
}

}  // namespace lab
