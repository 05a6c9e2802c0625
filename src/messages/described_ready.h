// The fields of what an engine says of itself. Private to the codec.
#pragma once

#include "messages/described_result.h"
#include "messages/fields.h"
#include "messages/ready.h"

namespace lab {

void Describe(auto& on, A<SettingInUse> auto& use) {
  on.Type("setting_in_use", "A setting that an experiment uses.");
  on.Needed("setting", use.setting);
  on.Needed("default", use.preset)
      .About(
          "As text; auto: it may be left to the plan, and is unless something else is asked for.");
  on.Field("least", use.least, kEnds);
  on.Field("most", use.most, kEnds);
}

void Describe(auto& on, A<ExperimentEntry> auto& entry) {
  on.Type("experiment_entry", "An experiment that can be asked for.");
  on.Needed("experiment", entry.experiment).About("Its name in requests.");
  on.Field("label", entry.label);
  on.Field("tag", entry.tag);
  on.Field("question", entry.question);
  on.Field("about", entry.about);
  on.Field("settings", entry.settings, kMostSettings);
  on.Group("sweep", !entry.swept.empty(), [&](auto& sweep) {
    sweep.Needed("setting", entry.swept).About("The setting that a sweep varies.");
    sweep.Field("label", entry.swept_label).About("Of the horizontal axis, and after a number.");
    sweep.Field("heading", entry.swept_heading);
    sweep.Field("measured", entry.measured_label).About("Of the vertical axis.");
  });
}

void Describe(auto& on, A<SettingChoice> auto& choice) {
  on.Type("choice");
  on.Needed("choice", choice.choice);
  on.Field("label", choice.label);
}

void Describe(auto& on, A<SettingEntry> auto& entry) {
  on.Type("setting_entry", "A setting, for a form.");
  on.Needed("setting", entry.setting)
      .About("Its name on the command line and in addresses; in experiments _ stands for -.");
  on.Field("label", entry.label);
  on.Field("unit", entry.unit);
  on.Field("help", entry.help);
  on.Needed("kind", entry.kind)
      .About(
          "integer, decimal, flag, choices (any of them), decimals (separated by commas) or texts "
          "(separated by spaces); what else a newer version has can be typed.");
  on.Field("hand_least", entry.hand_least, kEnds)
      .About("The part of the range in which people turn it by hand; null: all of it.");
  on.Field("hand_most", entry.hand_most, kEnds);
  on.Field("choices", entry.choices, kMostChoices);
}

void Describe(auto& on, A<ModelStatus> auto& status) {
  on.Type("model_status", "An execution model, and whether it can run here.");
  on.Needed("model", status.model);
  on.Field("label", status.label);
  on.Field("meaning", status.meaning);
  on.Needed("available", status.available);
  on.Field("reason", status.reason).About("Why it is not available.");
  on.Field("workers", status.workers).About("What its workers are here.");
  on.Field("worker_one", status.worker_one).About("What one of them is called, and several.");
  on.Field("worker_many", status.worker_many);
  on.Field("usual", status.usual).About("Part of a run unless others are asked for.");
  on.Field("colour", status.colour, kColours).About("Its place in a palette; 0: grey.");
}

void Describe(auto& on, A<Ready> auto& ready) {
  on.Type("ready",
          "What an engine says of itself when it has started, and when it is asked to describe "
          "itself.");
  on.Field("language", ready.language).About("Of all texts, a tag of BCP 47.");
  on.Needed("environment", ready.environment);
  on.Field("experiments", ready.experiments, kMostExperiments);
  on.Field("settings", ready.settings, kMostSettings);
  on.Field("models", ready.models, kMostModels);
}

}  // namespace lab
