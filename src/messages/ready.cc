#include "messages/ready.h"

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

bool IsNumber(const Setting& setting) {
  return setting.kind == SettingKind::kWhole || setting.kind == SettingKind::kNumber;
}

SettingInUse InUse(const Setting& setting, const Experiment& preset, std::string_view platform) {
  SettingInUse use = {.setting = std::string(setting.name),
                      .preset = SettingText(preset, setting.name)};
  if (IsNumber(setting)) {
    use.least = setting.low;
    use.most = HighestOn(platform, setting);
  }
  return use;
}

ExperimentEntry EntryOf(const ExperimentInfo& info, std::string_view platform) {
  ExperimentEntry entry = {.experiment = std::string(info.name),
                           .label = Phrase(*info.title),
                           .tag = Phrase(*info.tag),
                           .question = Phrase(*info.question),
                           .about = Phrase(*info.about),
                           .swept = std::string(info.axis.setting),
                           .swept_label = LabelOf(info.axis),
                           .swept_heading = Phrase(*info.axis.heading),
                           .measured_label = Phrase(*info.axis.upwards)};
  const Experiment preset = MakeExperiment(info.kind);
  for (const Setting& setting : Settings(info.kind)) {
    if (Uses(info.kind, setting.name)) entry.settings.push_back(InUse(setting, preset, platform));
  }
  return entry;
}

SettingEntry EntryOf(const Setting& setting) {
  SettingEntry entry = {.setting = std::string(setting.name),
                        .label = Phrase(*setting.label),
                        .unit = Phrase(*setting.unit),
                        .help = Phrase(*setting.help),
                        .kind = std::string(Name(setting.kind))};
  if (setting.slide_high > setting.slide_low) {
    entry.hand_least = setting.slide_low;
    entry.hand_most = setting.slide_high;
  }
  if (setting.kind == SettingKind::kNames) {
    for (const ModelInfo& model : Models())
      entry.choices.push_back({.choice = std::string(model.name), .label = LabelOf(model.name)});
  }
  return entry;
}

ModelStatus EntryOf(const ModelInfo& info) {
  const Noun& worker = info.facts.worker;
  return {.model = std::string(info.name),
          .label = LabelOf(info.name),
          .meaning = MeaningOf(info.name),
          .workers = Phrase(*worker.many),
          .worker_one = Phrase(*worker.one),
          .worker_many = Phrase(*worker.many),
          .usual = info.usual,
          .colour = static_cast<int>(info.colour)};
}

}  // namespace

Ready ReadyWith(const Environment& environment) {
  Ready ready = {.language = std::string(kLanguage), .environment = environment};
  for (const ExperimentInfo& info : Experiments())
    ready.experiments.push_back(EntryOf(info, environment.platform));
  for (const Setting& setting : AllSettings()) ready.settings.push_back(EntryOf(setting));
  for (const ModelInfo& info : Models()) ready.models.push_back(EntryOf(info));
  return ready;
}

}  // namespace lab
