#include "report/settings_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "words/english/report.h"

namespace lab {
namespace {

bool AlwaysTold(const Setting& setting) {
  constexpr std::array<std::string_view, 6> kNames = {"workers", "tasks",           "cpu-share",
                                                      "busy",    "switch-interval", "repetitions"};
  return std::ranges::find(kNames, setting.name) != kNames.end() ||
         setting.plan == &LeftToPlan::size;
}

// Said elsewhere, or of no consequence for the figures.
bool NeverTold(std::string_view name) {
  return name == "models" || name == "timeout" || name == "warmups";
}

std::string RepetitionsText(const Experiment& measured, int rounds) {
  if (rounds == 0 && measured.left_to_plan.repetitions) return "";
  const int number = rounds > 0 ? rounds : measured.repetitions;
  return Phrase<words::kRounds>("count"_a = number);
}

std::string ValueText(const Experiment& measured, const Setting& setting) {
  if (setting.kind == SettingKind::kFlag)
    return SettingNumber(measured, setting.name) != 0 ? Phrase<words::kSwitchedOn>()
                                                      : Phrase<words::kSwitchedOff>();
  if (setting.kind == SettingKind::kUrls) return Format("%zu", measured.urls.size());
  const std::string value = ChosenText(measured, setting.name);
  const bool large = setting.kind == SettingKind::kWhole && value.size() > 4;
  const std::string its_unit = Phrase(*setting.unit);
  const std::string unit = !its_unit.empty() && its_unit.size() < 4 ? " " + its_unit : "";
  return (large ? Grouped(std::strtod(value.c_str(), nullptr)) : value) + unit;
}

// The value of a setting that is unknown here may be anything.
std::string CutShort(const std::string& value) {
  constexpr size_t kMost = 40;
  return value.size() <= kMost ? value : value.substr(0, kMost) + "…";
}

// Empty if it is not worth a word.
std::string Told(const Experiment& measured, const Setting& setting, const Experiment& usual,
                 int rounds) {
  if (!Matters(setting.name, measured) || NeverTold(setting.name)) return "";
  if (setting.name == "repetitions") return RepetitionsText(measured, rounds);
  const bool left_to_plan = SettingText(measured, setting.name) == kAuto;
  if (setting.plan == &LeftToPlan::time_budget) {
    if (left_to_plan) return "";
    if (SettingNumber(measured, setting.name) == 0) return Phrase<words::kNoTimeLimit>();
  }
  if (!AlwaysTold(setting) && ChosenText(measured, setting.name) == ChosenText(usual, setting.name))
    return "";
  return Phrase<words::kSettingValue>("setting"_a = Uncapital(Phrase(*setting.label)),
                                      "value"_a = ValueText(measured, setting),
                                      "auto"_a = left_to_plan ? "yes" : "no");
}

// With more workers computing tasks are cut anew.
bool Varied(std::string_view name, const ExperimentInfo& info) {
  return name == info.axis.setting ||
         (name == "tasks" && info.axis.kind == AxisKind::kWorkers && info.computes());
}

std::string SettingsLine(const Experiment& measured, int rounds, bool sweep) {
  const Experiment usual = MakeExperiment(measured.kind);
  std::string text;
  for (const Setting& setting : Settings(measured.kind)) {
    if (sweep && Varied(setting.name, InfoOf(measured.kind))) continue;
    const std::string told = Told(measured, setting, usual, rounds);
    if (!told.empty()) text += (text.empty() ? "" : " · ") + told;
  }
  for (const UnknownField& unknown : measured.unknown)
    text += (text.empty() ? "" : " · ") +
            Phrase<words::kSettingValue>("setting"_a = unknown.name,
                                         "value"_a = CutShort(unknown.json), "auto"_a = "no");
  return text;
}

}  // namespace

std::string SettingsText(const Experiment& measured, int rounds) {
  return SettingsLine(measured, rounds, /*sweep=*/false);
}

std::string SweepSettingsText(const Experiment& measured) {
  return SettingsLine(measured, 0, /*sweep=*/true);
}

}  // namespace lab
