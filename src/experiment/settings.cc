#include "experiment/settings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "experiment/presets.h"
#include "experiment/setting_reader.h"

namespace lab {
namespace {

constexpr size_t kSizeAt = 2;

constexpr std::array kSettings = {
    Setting{"workers", "Workers", "", "Threads or processes that share the tasks.", SettingKind::kWhole, 1, 64},
    Setting{"tasks", "Tasks", "", "Pieces of work in one run.", SettingKind::kWhole, 1, 100'000},
    Setting{"size", "Size", "iterations", "Iterations of one task.", SettingKind::kWhole, 1, 1e12},
    Setting{"latency", "Latency", "ms", "How long the server takes to answer one download.", SettingKind::kWhole, 0, 60'000},
    Setting{"switch-interval", "Switch interval", "ms",
            "How long a waiting thread leaves the GIL's holder alone before it asks for the lock.", SettingKind::kNumber, 0.001, 10'000},
    Setting{"repetitions", "Repetitions", "", "How often each model is measured.", SettingKind::kWhole, 1, 100},
    Setting{"warmups", "Warm-ups", "", "Trials of each model that come first and do not count.", SettingKind::kWhole, 0, 20},
    Setting{"models", "Models", "", "The models to race; sequential is always among them.", SettingKind::kNames},
    Setting{"latency-only", "Only wait", "", "Wait that long instead of asking a server.", SettingKind::kFlag},
    Setting{"urls", "URLs", "", "Fetch these, separated by spaces, instead of the lab's own server.", SettingKind::kUrls},
    Setting{"timeout", "Timeout", "ms", "A download that takes longer is an error.", SettingKind::kNumber, 1, 600'000},
};

// The sine's argument reduction is exact up to 2^30 (workload/sine.h).
constexpr double kHeavyLargest = 1e9;

constexpr auto kHeavySettings = [] {
  auto settings = kSettings;
  settings[kSizeAt].high = kHeavyLargest;
  return settings;
}();

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
  return Complaint(name, Format("There is no setting \"%.*s\".", static_cast<int>(std::min<size_t>(name.size(), 80)), name.data()),
                   "Settings are experiment, preset, workers, tasks, size, latency, switch-interval, repetitions, warmups, models, "
                   "latency-only, urls and timeout.");
}

void SetNumber(Experiment& experiment, std::string_view name, double number) {
  if (name == "workers") experiment.workers = static_cast<int>(number);
  if (name == "tasks") experiment.tasks = static_cast<int>(number);
  if (name == "size") experiment.size = static_cast<int64_t>(number);
  if (name == "latency") experiment.latency_ms = number;
  if (name == "switch-interval") experiment.switch_interval_ms = number;
  if (name == "repetitions") experiment.repetitions = static_cast<int>(number);
  if (name == "warmups") experiment.warmups = static_cast<int>(number);
  if (name == "timeout") experiment.timeout_ms = number;
}

double NumberOf(const Experiment& experiment, std::string_view name) {
  if (name == "workers") return experiment.workers;
  if (name == "tasks") return experiment.tasks;
  if (name == "size") return static_cast<double>(experiment.size);
  if (name == "latency") return experiment.latency_ms;
  if (name == "switch-interval") return experiment.switch_interval_ms;
  if (name == "repetitions") return experiment.repetitions;
  if (name == "warmups") return experiment.warmups;
  return experiment.timeout_ms;
}

// Typed URLs are the downloads: each is one task.
Experiment Consistent(Experiment experiment) {
  if (FetchesTypedUrls(experiment)) experiment.tasks = static_cast<int>(experiment.urls.size());
  return experiment;
}

// The preset that the items start from; complaints about it go to `complaints`.
Experiment StartingPoint(std::span<const NamedText> items, std::vector<Error>& complaints) {
  ExperimentKind kind = ExperimentKind::kCount;
  Preset preset = Preset::kDefault;
  for (const auto& [name, text] : items) {
    if (name == "experiment") {
      const ExperimentInfo* info = FindExperiment(text);
      if (info != nullptr) kind = info->kind;
      else complaints.push_back(Complaint(name, "experiment: there is no \"" + text.substr(0, 80) + "\".", "Choose from count, downloads, heavy."));
    } else if (name == "preset") {
      const Preset* found = FindPreset(text);
      if (found != nullptr) preset = *found;
      else complaints.push_back(Complaint(name, "preset: there is no \"" + text.substr(0, 80) + "\".", "Choose from default, tutorial."));
    }
  }
  return MakeExperiment(kind, preset);
}

}  // namespace

std::span<const Setting> Settings(ExperimentKind kind) {
  if (kind == ExperimentKind::kHeavy) return kHeavySettings;
  return kSettings;
}

const Setting* FindSetting(ExperimentKind kind, std::string_view name) {
  for (const Setting& setting : Settings(kind)) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

bool Matters(std::string_view setting, const Experiment& experiment) {
  const bool downloads = experiment.kind == ExperimentKind::kDownloads;
  const bool typed = FetchesTypedUrls(experiment);
  if (setting == "size") return !downloads;
  if (setting == "latency") return downloads && !typed;
  if (setting == "tasks") return !typed;
  if (setting == "latency-only") return downloads;
  if (setting == "urls" || setting == "timeout") return downloads && !experiment.latency_only;
  return true;
}

bool WaitsForConnections(const Experiment& experiment) {
  return experiment.kind == ExperimentKind::kDownloads && !experiment.latency_only && experiment.workers > kBrowserConnections;
}

Result<Experiment> WithSetting(const Experiment& experiment, std::string_view name, std::string_view text) {
  const Setting* setting = FindSetting(experiment.kind, Canonical(name));
  if (setting == nullptr) return Unknown(name);
  Experiment changed = experiment;
  switch (setting->kind) {
    case SettingKind::kWhole:
    case SettingKind::kNumber: {
      const Result<double> number = ReadNumber(*setting, text);
      if (!number) return number.error();
      SetNumber(changed, setting->name, number.value());
      break;
    }
    case SettingKind::kFlag: {
      const Result<bool> flag = ReadFlag(*setting, text);
      if (!flag) return flag.error();
      changed.latency_only = flag.value();
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
  }
  return Consistent(std::move(changed));
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
  return configured;
}

std::string SettingText(const Experiment& experiment, std::string_view name) {
  const std::string canonical = Canonical(name);
  if (canonical == "models") return Joined(experiment.models, ",");
  if (canonical == "urls") return Joined(experiment.urls, " ");
  if (canonical == "latency-only") return experiment.latency_only ? "true" : "false";
  return NumberText(NumberOf(experiment, canonical));
}

std::vector<NamedText> Describe(const Experiment& experiment) {
  std::vector<NamedText> items = {{"experiment", std::string(InfoOf(experiment.kind).name)}};
  for (const Setting& setting : Settings(experiment.kind)) {
    if (Matters(setting.name, experiment)) items.emplace_back(setting.name, SettingText(experiment, setting.name));
  }
  return items;
}

std::vector<Error> Check(const Experiment& experiment) {
  std::vector<Error> complaints;
  for (const Setting& setting : Settings(experiment.kind)) {
    const Result<Experiment> again = WithSetting(experiment, setting.name, SettingText(experiment, setting.name));
    if (!again) complaints.push_back(again.error());
  }
  return complaints;
}

}  // namespace lab
