// What the panel says, except of what has a file of its own (view.h, details.h, timeline.h,
// help.h): labels, hints, headings, legends and announcements. A label has at most three words, a
// hint is one sentence.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- the head of the page

inline constexpr Text kSpeedupLab{"panel.name", "Speedup Lab"};
inline constexpr Text kNativeThreads{"panel.badge.native", "native threads"};
inline constexpr Text kRealThreads{"panel.badge.threads", "real threads"};
inline constexpr Text kNoThreadsHere{"panel.badge.no-threads", "no threads here"};
inline constexpr Text kMachineLine{"panel.machine",
                                   "{cores, plural, one {1 core} other {{cores} cores}}{clock, "
                                   "select, none {} other { · {clock} clock}}"
                                   "{isolated, select, none {} yes { · isolated} other { · not "
                                   "isolated}}{optimised, select, yes {} other { · debug build}}"};
inline constexpr Text kColours{"panel.colours",
                               "{theme, select, light {Colours: light} dark {Colours: dark} other "
                               "{Colours follow the system}}"};
inline constexpr Text kHelpHint{"panel.help.hint", "How to read this, and the keys"};
inline constexpr Text kOwnTab{"panel.own-tab", "Open in its own tab"};
inline constexpr Text kOwnTabBriefly{"panel.own-tab.brief", "Own tab"};
inline constexpr Text kDismiss{"panel.dismiss", "Dismiss"};
inline constexpr Text kWhatToRace{"panel.what-to-race", "What shall we race?"};
inline constexpr Text kReading{"panel.reading", "Reading {file}."};
inline constexpr Text kReadingSoFar{"panel.reading-so-far", "Reading {file}: {share} %"};

// ---- beside Run

inline constexpr Text kRun{"panel.run", "Run"};
inline constexpr Text kCancel{"panel.cancel", "Cancel"};
inline constexpr Text kCancelling{"panel.cancelling", "Cancelling…"};
inline constexpr Text kStarting{"panel.starting", "Starting…"};
inline constexpr Text kOutlook{
    "panel.outlook", "{models, plural, one {1 model} other {{models} models}} · about {time}"};
inline constexpr Text kLongerThanBudget{"panel.longer-than-budget",
                                        "Longer than the time budget of {budget}."};
inline constexpr Text kConnectionsOfBrowser{"panel.connections-of-browser",
                                            "A browser opens at most {most} connections per host."};
inline constexpr Text kStepCancelling{"panel.step-cancelling", "cancelling…"};
inline constexpr Text kStepStarting{"panel.step-starting", "starting the workers…"};
inline constexpr Text kStepPoint{"panel.step-point", "point {point} of {points}: {model}"};
inline constexpr Text kStepWarmUp{"panel.step-warm-up", "warming up {model}"};
inline constexpr Text kStepRound{"panel.step-round", "{model}, round {round}"};
inline constexpr Text kStepElsewhere{"panel.step-elsewhere", "{experiment}: {step}"};
inline constexpr Text kTimeLeft{"panel.time-left", "about {time} left"};
inline constexpr Text kSecondLeft{"panel.second-left", "less than a second left"};
inline constexpr Text kSweepButton{
    "panel.sweep",
    "Sweep {points, plural, one {{point}} other {{first} to {last} {axis}}}"
    "{time, select, none {} other { · {room, select, narrow {} other {about }}{time}}}"};

// ---- the answer

inline constexpr Text kRunFailed{"panel.run-failed", "The run failed."};
inline constexpr Text kRunCancelled{
    "panel.run-cancelled",
    "Cancelled. The bars show the repetitions measured so far; Run starts again."};
inline constexpr Text kRecordedElsewhere{"panel.recorded-elsewhere",
                                         "RECORDED, NOT MEASURED HERE · {where}"};
inline constexpr Text kMeasured{"panel.measured", "Measured."};
inline constexpr Text kMeasuredWith{
    "panel.measured-with",
    "Measured with {settings}.{changed, select, none {} other { The settings have changed since; "
    "Run measures the new ones.}}"};
inline constexpr Text kWhereAndWhen{"panel.where-and-when",
                                    "{system} · {cores, plural, one {1 core} other {{cores} "
                                    "cores}} · {day}{time, select, none {} other { {time} UTC}}"};

// ---- announcements

inline constexpr Text kReady{"panel.ready", "Speedup Lab is ready."};
inline constexpr Text kNothingRuns{
    "panel.nothing-runs", "Nothing can run here{reason, select, none {.} other {: {reason}}}"};
inline constexpr Text kMeasuring{"panel.measuring", "{experiment}: measuring."};
inline constexpr Text kMeasuringPoints{"panel.measuring-points",
                                       "{experiment}: measuring point by point."};
inline constexpr Text kRunFailedBecause{"panel.run-failed-because",
                                        "The run failed. {fault} {next}"};
inline constexpr Text kIsCancelled{"panel.is-cancelled", "Cancelled."};
inline constexpr Text kSweepCancelled{"panel.sweep-cancelled", "The sweep was cancelled."};
inline constexpr Text kSweepKeepsPoints{"panel.sweep-keeps-points",
                                        "The curve shows the points measured so far."};
inline constexpr Text kStillMeasuring{
    "panel.still-measuring",
    "{what, select, sweep {A sweep} other {A run}} of this experiment is under way."};
inline constexpr Text kOpenAfterwards{"panel.open-afterwards",
                                      "Open the file when it has finished."};
inline constexpr Text kOpenedToCompare{"panel.opened-to-compare",
                                       "Opened for comparison with the result shown."};
inline constexpr Text kOpened{"panel.opened", "Recorded, not measured here: {where}. {answer}"};
inline constexpr Text kOpenedSweep{"panel.opened-sweep", "Recorded sweep opened. {answer}"};
inline constexpr Text kFaultOfFile{"panel.fault-of-file", "{file}: {fault}"};

// ---- settings

inline constexpr Text kSettings{"panel.settings", "Settings"};
inline constexpr Text kMoreSettings{"panel.more-settings", "More settings"};
inline constexpr Text kFewerSettings{"panel.fewer-settings", "Fewer settings"};
inline constexpr Text kTutorialsValues{"panel.tutorials-values", "Tutorial's values"};
inline constexpr Text kReset{"panel.reset", "Reset"};
inline constexpr Text kUndo{"panel.undo", "Undo"};
inline constexpr Text kModelsToCompare{"panel.models-to-compare",
                                       "Models to compare with sequential"};
inline constexpr Text kOwnUrls{"panel.own-urls",
                               "Your own URLs instead of the lab's server, separated by spaces"};
inline constexpr Text kPointsExample{"panel.points-example", "auto, or 1,2,4"};
inline constexpr Text kMostInPage{"panel.most-in-page",
                                  "{setting}: a page can have at most {most}."};

// ---- below the result

inline constexpr Text kDetails{"panel.details", "Details"};
inline constexpr Text kCode{"panel.code", "Code"};
inline constexpr Text kSave{"panel.save", "Save"};
inline constexpr Text kCopy{"panel.copy", "Copy"};
inline constexpr Text kCopyResults{"panel.copy-results", "Copy results"};
inline constexpr Text kOpenFile{"panel.open", "Open…"};
inline constexpr Text kOpenFileHint{"panel.open.hint",
                                    "Opens a saved result, from here or elsewhere."};
inline constexpr Text kSweepHint{"panel.sweep.hint",
                                 "Measures point by point, and draws the curve."};
inline constexpr Text kSaveResult{"panel.save-result", "Result (JSON)"};
inline constexpr Text kSaveResultHint{"panel.save-result.hint",
                                      "Everything measured, to open or compare later."};
inline constexpr Text kSaveTable{"panel.save-table", "Table (Markdown)"};
inline constexpr Text kSaveTableHint{"panel.save-table.hint",
                                     "The answer and its figures, to paste into a report."};
inline constexpr Text kSaveTrace{"panel.save-trace", "Perfetto trace"};
inline constexpr Text kSaveTraceHint{"panel.save-trace.hint",
                                     "What each worker did and when, to open at ui.perfetto.dev."};
inline constexpr Text kSaveTraceUnrecorded{
    "panel.save-trace.unrecorded",
    "Nothing was recorded: switch on Record among the settings and run again."};
inline constexpr Text kSavePicture{"panel.save-picture", "Picture (PNG)"};
inline constexpr Text kSavePictureHint{"panel.save-picture.hint",
                                       "The answer and its charts, for slides and papers."};
inline constexpr Text kShowRecording{"panel.recording", "Show a recording"};
inline constexpr Text kShowRecordingHint{
    "panel.recording.hint",
    "Figures and timelines from another machine, for models that cannot run here."};

// ---- the program

inline constexpr Text kProgram{"panel.program", "The same in code"};
inline constexpr Text kProgramModel{"panel.program.model", "Model"};
inline constexpr Text kRunsAsIs{"panel.program.runs-as-is",
                                "{about} Runs as is on Python 3.9 or later."};

// ---- why

inline constexpr Text kWhy{"panel.why", "Why"};
inline constexpr Text kWhyOfMedian{"panel.why.of-median",
                                   "This explains each model's repetition closest to the median; "
                                   "the headline and the bars show the medians."};
inline constexpr Text kWhenToUse{"panel.when-to-use", "When to use which"};

inline constexpr Text kWhatLanesDid{"panel.what-lanes-did", "What every lane did"};

// ---- for newcomers

inline constexpr Text kNewToThis{"panel.new-to-this", "New to this?"};
inline constexpr Text kThreadMeans{"panel.thread-means",
                                   "Threads run inside one program and share its memory; a process "
                                   "is a separate program with its own memory."};
inline constexpr Text kGilMeans{"panel.gil-means",
                                "Python's global interpreter lock (GIL) lets only one thread of a "
                                "process run Python code at a time."};
inline constexpr Text kBoundMeans{
    "panel.bound-means",
    "CPU-bound work computes all the time; I/O-bound work mostly waits for a network or a disk."};
inline constexpr Text kTutorialMeans{
    "panel.tutorial-means",
    "The claims tested here come from the tutorial \"Multiprocessing vs Multithreading in Python: "
    "Complete Guide\"."};
inline constexpr Text kGlossary{"panel.glossary", "Python's glossary"};

// ---- bars

inline constexpr Text kSpeedupAxis{"panel.bars.speedup", "speedup"};
inline constexpr Text kTimeHeading{"panel.bars.time", "time"};
inline constexpr Text kTimeInUnit{"panel.bars.time-in-unit", "time, {unit}"};
inline constexpr Text kEfficiencyHeading{"panel.bars.efficiency", "efficiency"};
inline constexpr Text kStartupHeading{"panel.bars.startup", "start-up"};
inline constexpr Text kExactSpeedup{"panel.bars.exact-speedup", "Speedup {ratio}×; {interval}."};
inline constexpr Text kEfficiencyOfBar{"panel.bars.efficiency-is",
                                       "Efficiency {efficiency}: {meaning}"};
inline constexpr Text kBarsMean{
    "panel.bars.mean",
    "A bar is the speedup over sequential; its whisker holds the true speedup in 95 of 100 runs."};
inline constexpr Text kDashedMeans{
    "panel.bars.dashed",
    "Dashed: no faster than sequential{limit, select, none {} same {, which is all there is to "
    "gain here} other {, and all there is to gain ({limit})}}."};
inline constexpr Text kBeyondLine{
    "panel.bars.beyond",
    "A bar beyond that got there by chance, or because the line is not exact."};
inline constexpr Text kHatchedMeans{
    "panel.bars.hatched",
    "{why, select, noisy {Hatched: too noisy to conclude.} probable {Hatched: only probable, since "
    "other programs used the processor.} "
    "other {Hatched: too noisy to conclude, or only probable, since other programs used the "
    "processor.}}"};
inline constexpr Text kTapName{"panel.bars.tap", "Tap a model's name to read what it is."};

// ---- responses

inline constexpr Text kHowLate{"panel.responses.how-late", "how late responses came, ms"};
inline constexpr Text kHowLateBriefly{"panel.responses.how-late.brief", "ms late"};
inline constexpr Text kMedianHeading{"panel.responses.median", "median"};
inline constexpr Text kP99Heading{"panel.responses.p99", "p99"};
inline constexpr Text kRespondsAlone{"panel.responses.alone",
                                     "The thread that responds, with nothing else running."};
inline constexpr Text kHalfCame{
    "panel.responses.half-came",
    "Half of the responses came {median} late or less, 99 of 100 {p99} or less."};
inline constexpr Text kColumnsMean{
    "panel.responses.columns",
    "Each column counts the responses that came so late, on a square-root scale that keeps a few "
    "visible beside many; the line through them is the median. p99: 99 of "
    "100 came so late or less.{interval, select, none {} other { Dashed: one switch interval.}}"};
inline constexpr Text kResponsesUnseen{
    "panel.responses.unseen",
    "Too short: this clock ticks every {step}, so how late they came is unknown."};

// ---- the curves of a sweep

inline constexpr Text kSweepHeading{"panel.curves.heading",
                                    "{heading}{standing, select, none {} recorded { (recorded, not "
                                    "measured here)} other { (so far)}}"};
inline constexpr Text kCurvesGrow{"panel.curves.grow", "The curves grow here, point by point."};
inline constexpr Text kCrossingAt{"panel.curves.crossing", "crossing at {share} %"};
inline constexpr Text kDoubtfulPoint{"panel.curves.doubtful",
                                     "noisy, too short for the clock, or only probable"};
inline constexpr Text kAmdahlsLaw{"panel.curves.amdahl", "Amdahl's law"};
inline constexpr Text kAsTable{"panel.curves.as-table", "As a table"};

// ---- beside another result

inline constexpr Text kBesideFile{"panel.comparison", "Compared with a file"};
inline constexpr Text kMeasuredWhere{
    "panel.comparison.where",
    "{system}, {cores, plural, one {1 core} other {{cores} cores}}, {day}"};
inline constexpr Text kShownAndFile{"panel.comparison.shown-and-file",
                                    "A, shown above: {shown}. B, the file: {file}."};
inline constexpr Text kComparedColumns{
    "panel.comparison.columns", "Speedup (time) of A and of B, and how many times as fast B was."};
inline constexpr Text kSpeedupAndTime{
    "panel.comparison.speedup-and-time",
    "{speedup, select, none {unknown} other {{speedup}}} ({time})"};
inline constexpr Text kMayBeEqual{"panel.comparison.may-be-equal", "{times}, may be equal"};
inline constexpr Text kCloseFile{"panel.comparison.close", "Close the file"};

// ---- figures

inline constexpr Text kPictureTitle{"panel.picture.title", "{experiment} · {question}"};
inline constexpr Text kInterval{"panel.interval", "{low} to {high}×"};
inline constexpr Text kIntervalOf{"panel.interval-of", "{confidence} interval: {low} to {high}×"};
inline constexpr Text kNoInterval{"panel.no-interval", "no interval from one repetition"};

}  // namespace lab::words
