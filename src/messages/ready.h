// What an engine says of itself, and all that those need who show the laboratory: the machine, and
// every experiment, setting and model that is known, with its texts in one language. What is known
// of them stands in src/experiment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/environment.h"

namespace lab {

// A setting that an experiment uses, though perhaps not beside others of its settings (Matters).
struct SettingInUse {
  std::string setting;
  std::string preset;  // its text to start from; "auto": it may be left to the plan, and is
  std::optional<double> least;  // of numbers: the range here
  std::optional<double> most;
};

struct ExperimentEntry {
  std::string experiment;  // its name in requests
  std::string label;
  std::string tag;  // what kind it is, in a word or two
  std::string question;  // what a newcomer would ask
  std::string about;
  std::vector<SettingInUse> settings;
  // A sweep: the setting that it varies, what that is called, its heading, and what goes upwards in
  // its chart.
  std::string swept;
  std::string swept_label;
  std::string swept_heading;
  std::string measured_label;
};

struct SettingChoice {
  std::string choice;
  std::string label;
};

struct SettingEntry {
  // Its name on the command line and in addresses; in experiments `_` stands for `-`.
  std::string setting;
  std::string label;
  std::string unit;  // empty if it has none
  std::string help;  // a sentence
  std::string kind;  // a name of SettingKind, or of what a newer version has
  std::optional<double> hand_least;  // of numbers: the part of the range in which people turn it by
                                     // hand, if that is not all of it
  std::optional<double> hand_most;
  std::vector<SettingChoice> choices;
};

struct ModelStatus {
  std::string model;
  std::string label;
  std::string meaning;  // a sentence
  bool available = false;
  std::string reason;  // why it is not available here, and the way out
  std::string workers;  // what a worker is here: "threads", "OS processes", "isolated workers"
  std::string worker_one;  // what sentences call one of them, and several: "thread", "threads"
  std::string worker_many;
  bool usual = true;  // part of a run unless others are asked for
  int colour = 0;  // its place in the palettes; 0: grey
};

struct Ready {
  std::string language;  // of the texts, a tag of BCP 47
  Environment environment;
  // All of them in the order in which people are shown them.
  std::vector<ExperimentEntry> experiments;
  std::vector<SettingEntry> settings;
  std::vector<ModelStatus> models;
};

// With everything that is known; no model is available yet.
Ready ReadyWith(const Environment& environment);

}  // namespace lab
