// The settings: label, unit and one sentence of help each, and what is wrong with a value.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr PlainText kWorkersLabel{"setting.workers.label", "Workers"};
inline constexpr PlainText kWorkersHelp{"setting.workers.help",
                                        "Threads or processes that share the tasks."};
inline constexpr PlainText kTasksLabel{"setting.tasks.label", "Tasks"};
inline constexpr PlainText kTasksHelp{"setting.tasks.help", "Pieces of work in one trial."};
inline constexpr PlainText kSizeLabel{"setting.size.label", "Size"};
inline constexpr PlainText kSizeHelp{
    "setting.size.help", "Iterations of one task; \"auto\" fits them to the time budget."};
inline constexpr PlainText kLatencyLabel{"setting.latency.label", "Latency"};
inline constexpr PlainText kLatencyHelp{
    "setting.latency.help",
    "How long the server takes for one download; \"auto\" fits it to the time budget."};
inline constexpr PlainText kCpuShareLabel{"setting.cpu-share.label", "Computing"};
inline constexpr PlainText kCpuShareHelp{
    "setting.cpu-share.help", "How much of each task is computing; the rest is waiting."};
inline constexpr PlainText kDurationLabel{"setting.duration.label", "Duration"};
inline constexpr PlainText kDurationHelp{
    "setting.duration.help",
    "How long one task takes on its own; \"auto\" fits it to the time budget."};
inline constexpr PlainText kBusyLabel{"setting.busy.label", "Busy threads"};
inline constexpr PlainText kBusyHelp{"setting.busy.help",
                                     "Threads that compute beside the one that responds."};
inline constexpr PlainText kAnswersLabel{"setting.answers.label", "Responses"};
inline constexpr PlainText kAnswersHelp{"setting.answers.help",
                                        "How often the thread waits and responds in one "
                                        "repetition; \"auto\" fits it to the time budget."};
inline constexpr PlainText kSwitchIntervalLabel{"setting.switch-interval.label", "Switch interval"};
inline constexpr PlainText kSwitchIntervalHelp{
    "setting.switch-interval.help",
    "How long a waiting thread waits before it asks the GIL's holder to release it."};
inline constexpr PlainText kCallLabel{"setting.call.label", "Long calls"};
inline constexpr PlainText kCallHelp{
    "setting.call.help",
    "How long a busy thread stays in calls that never release the GIL; 0 for none."};
inline constexpr PlainText kSerialFractionLabel{"setting.serial-fraction.label", "Serial fraction"};
inline constexpr PlainText kSerialFractionHelp{
    "setting.serial-fraction.help", "How much of each task only one worker at a time may do."};
inline constexpr PlainText kChunkLabel{"setting.chunk.label", "Chunk size"};
inline constexpr PlainText kChunkHelp{
    "setting.chunk.help",
    "Tasks in one message to a process; 0 follows the rule of Python's Pool.map."};
inline constexpr PlainText kRepetitionsLabel{"setting.repetitions.label", "Repetitions"};
inline constexpr PlainText kRepetitionsHelp{
    "setting.repetitions.help",
    "How often to measure each model; \"auto\" stops when enough is known or the time is spent."};
inline constexpr PlainText kWarmupsLabel{"setting.warmups.label", "Warm-ups"};
inline constexpr PlainText kWarmupsHelp{
    "setting.warmups.help",
    "How often each model's workers compute briefly before they are measured."};
inline constexpr PlainText kTimeBudgetLabel{"setting.time-budget.label", "Time budget"};
inline constexpr PlainText kTimeBudgetHelp{"setting.time-budget.help",
                                           "How long it may take in all; \"auto\" is 10 s, for a "
                                           "sweep 60 s; 0 takes as long as it takes."};
inline constexpr PlainText kPrecisionLabel{"setting.precision.label", "Precision"};
inline constexpr PlainText kPrecisionHelp{"setting.precision.help",
                                          "Stop once every speedup is known to within this many "
                                          "percent; 0 measures until the time is spent."};
inline constexpr PlainText kPointsLabel{"setting.points.label", "Points"};
inline constexpr PlainText kPointsHelp{
    "setting.points.help", "Where a sweep measures, such as \"1,2,4\"; by default it chooses."};
inline constexpr PlainText kSeedLabel{"setting.seed.label", "Seed"};
inline constexpr PlainText kSeedHelp{"setting.seed.help",
                                     "Decides the order in which the models run."};
inline constexpr PlainText kCalibrateLabel{"setting.calibrate.label", "Calibrate"};
inline constexpr PlainText kCalibrateHelp{"setting.calibrate.help",
                                          "Fit tasks to this machine if their size was not typed."};
inline constexpr PlainText kColdLabel{"setting.cold.label", "Cold start"};
inline constexpr PlainText kColdHelp{"setting.cold.help",
                                     "Start new workers for every repetition."};
inline constexpr PlainText kPinLabel{"setting.pin.label", "Pin"};
inline constexpr PlainText kPinHelp{"setting.pin.help",
                                    "Keep each worker on one core; not possible in a browser."};
inline constexpr PlainText kRecordLabel{"setting.record.label", "Record"};
inline constexpr PlainText kRecordHelp{
    "setting.record.help", "Record what each worker does, for the timeline and the reasons."};
inline constexpr PlainText kModelsLabel{"setting.models.label", "Models"};
inline constexpr PlainText kModelsHelp{"setting.models.help",
                                       "The models to race; sequential always takes part."};
inline constexpr PlainText kLatencyOnlyLabel{"setting.latency-only.label", "Only wait"};
inline constexpr PlainText kLatencyOnlyHelp{"setting.latency-only.help",
                                            "Wait for the latency instead of asking a server."};
inline constexpr PlainText kUrlsLabel{"setting.urls.label", "URLs"};
inline constexpr PlainText kUrlsHelp{
    "setting.urls.help",
    "Fetch these, separated by spaces, instead of pages from the lab's own server."};
inline constexpr PlainText kTimeoutLabel{"setting.timeout.label", "Timeout"};
inline constexpr PlainText kTimeoutHelp{"setting.timeout.help",
                                        "A download that takes longer is an error."};

inline constexpr Text kLatencyBeyondTimeout{
    "setting.latency-beyond-timeout",
    "latency: the server takes {latency} ms to respond, but the timeout of {timeout} ms gives up "
    "on it before that."};
inline constexpr Text kShorterLatency{"setting.shorter-latency",
                                      "Choose a shorter latency or a longer timeout."};

// ---- what is wrong with a value: `setting` names it

inline constexpr Text kKept{"setting.kept",
                            "{complaint} Kept: {value, select, none {none} other {{value}}}."};
inline constexpr Text kRange{"setting.range",
                             "{low} to {high}{unit, select, none {} other { {unit}}}"};
inline constexpr Text kNotInRange{"setting.not-in-range",
                                  "{setting}: \"{typed}\" is not a {kind, select, whole {whole "
                                  "number} other {number}} from {range}."};
inline constexpr Text kChooseInRange{"setting.choose-in-range", "Choose a value in that range."};
inline constexpr Text kNeitherTrueNorFalse{"setting.neither-true-nor-false",
                                           "{setting}: \"{typed}\" is neither true nor false."};
inline constexpr Text kGiveTrueOrFalse{"setting.give-true-or-false", "Give true or false."};
inline constexpr Text kNoSuchSetting{"setting.no-such-setting", "There is no setting \"{typed}\"."};
inline constexpr Text kSettingsAre{"setting.settings-are", "Settings are {known}."};
inline constexpr Text kNoSuchExperiment{"setting.no-such-experiment",
                                        "experiment: there is no \"{typed}\"."};
inline constexpr Text kNoSuchPreset{"setting.no-such-preset", "preset: there is no \"{typed}\"."};
inline constexpr Text kNoSuchModel{"setting.no-such-model",
                                   "models: there is no model \"{typed}\"."};
inline constexpr Text kNoModelNamed{"setting.no-model-named", "models: none is named."};
inline constexpr Text kChooseFrom{"setting.choose-from", "Choose from {choices}."};
inline constexpr Text kTooManyUrls{"setting.too-many-urls", "urls: {count} are more than {most}."};
inline constexpr Text kFewerUrls{"setting.fewer-urls", "Give fewer."};
inline constexpr Text kNoWholeUrl{"setting.no-whole-url",
                                  "urls: \"{url}\" starts with neither http:// nor https://."};
inline constexpr Text kGiveWholeUrls{"setting.give-whole-urls",
                                     "Give whole addresses, separated by spaces."};
inline constexpr Text kUrlRefused{"setting.url-refused",
                                  "urls: \"{url}\" cannot be downloaded: {cause}."};
inline constexpr Text kGiveUrlsLike{"setting.give-urls-like",
                                    "Give addresses like http://127.0.0.1:8000/posts/1.json."};
inline constexpr Text kOtherAddressVersion{
    "setting.other-address-version",
    "v: this page reads version {known} of the address, not \"{typed}\"."};
inline constexpr Text kUseAddressVersion{
    "setting.use-address-version", "Use v={known}; the settings that are understood were kept."};
inline constexpr Text kAndMore{"setting.and-more", "And {count} more."};
inline constexpr Text kCorrectTheseFirst{"setting.correct-these-first", "Correct these first."};

inline constexpr PlainText kUnitNone{"unit.none", ""};
inline constexpr PlainText kUnitIterations{"unit.iterations", "iterations"};
inline constexpr PlainText kUnitMilliseconds{"unit.milliseconds", "ms"};
inline constexpr PlainText kUnitSeconds{"unit.seconds", "s"};
inline constexpr PlainText kUnitPercent{"unit.percent", "%"};

}  // namespace lab::words
