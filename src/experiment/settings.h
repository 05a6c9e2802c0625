// The settings of an experiment by name: the same names on the command line, in URLs and (with `_`
// for `-`) in JSON. This is the only place that validates.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/names.h"
#include "base/result.h"
#include "experiment/experiment.h"
#include "words/text.h"

namespace lab {

enum class SettingKind { kWhole, kNumber, kFlag, kNames, kUrls, kNumbers };
CodeNames<SettingKind> NamesOf(SettingKind);  // as a form needs them: "integer", "flag", "choices"

struct Setting {
  std::string_view name;  // "switch-interval"
  const PlainText* label;  // "Switch interval"
  const PlainText* unit;  // "ms"; may be empty
  const PlainText* help;  // one sentence
  SettingKind kind;
  double low = 0;  // for kWhole and kNumber: the range, both ends included
  double high = 0;
  double slide_low = 0;  // the part of the range in which people turn it by hand; both 0: all of it
  double slide_high = 0;
  // For what may be left to the plan, with the text "auto": whether it is.
  bool LeftToPlan::* plan = nullptr;
};

// Every setting but "experiment" and "preset", in the order in which people are shown them.
// The range of "size" depends on the experiment.
std::span<const Setting> Settings(ExperimentKind kind);
const Setting* FindSetting(ExperimentKind kind, std::string_view name);  // null if unknown
// The same where the experiment is not known yet: with the widest ranges.
std::span<const Setting> AllSettings();
const Setting* FindSetting(std::string_view name);
// "1 to 256", "0.001 to 10,000 ms".
std::string RangeText(const Setting& setting);
// Whether it can change anything in that experiment, and whether it does beside its other settings,
// so that forms can leave out the rest.
bool Uses(ExperimentKind kind, std::string_view setting);
bool Matters(std::string_view setting, const Experiment& experiment);

// The text of a setting that is left to the plan.
inline constexpr std::string_view kAuto = "auto";

// So many workers are to be had, natively and in a page.
inline constexpr int kMostWorkers = 256;
inline constexpr int kMostWorkersInPage = 64;
// The same by an environment's platform.
int MostWorkersOn(std::string_view platform);
// The end of a number's range there: lower in a page for those that count workers.
double HighestOn(std::string_view platform, const Setting& setting);

// A browser opens at most this many connections to one host.
inline constexpr int kBrowserConnections = 6;
// Whether that makes the experiment's workers wait for each other in a page.
bool WaitsForConnections(const Experiment& experiment);

using NamedText = std::pair<std::string, std::string>;  // {"workers", "2"}

struct Configured {
  Experiment experiment;  // what remains when everything faulty is left at its default
  std::vector<Error> complaints;  // about faulty and unknown items, in their order, as far as they
                                  // are worth telling: what was wrong, the range, and what was kept
};

// What people are told of complaints: equal ones once, ten at most, and how many there are besides.
std::vector<Error> WorthTelling(std::vector<Error> complaints);

// Starts from the named experiment's preset ("experiment", "preset": anywhere among the items) and
// applies the others. `_` and `-` in names are the same. Complaints say what was kept, if that is
// to be told.
Configured Configure(std::span<const NamedText> items, bool tell_kept = true);

// Applies one setting; on an error `experiment` is as before.
Result<Experiment> WithSetting(const Experiment& experiment, std::string_view name,
                               std::string_view text);

// The experiment's settings that matter, as texts that Configure reads back to the same value.
std::vector<NamedText> Describe(const Experiment& experiment);
// One setting's value as text: "5", "0.5", "true", "a,b", or "auto" for what is left to the plan.
std::string SettingText(const Experiment& experiment, std::string_view name);
// The same with the plan's own value in place of "auto": what a measured experiment had.
std::string ChosenText(const Experiment& experiment, std::string_view name);
// A setting that is a number or a flag, as a number, whether it was typed or not.
double SettingNumber(const Experiment& experiment, std::string_view name);

// The complaints of a value that was put together elsewhere (a form, a message): empty if sound.
std::vector<Error> Check(const Experiment& experiment);

}  // namespace lab
