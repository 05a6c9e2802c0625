// What the command line says. A line that begins with "speedup-lab: " goes on in small letters, as
// other programs' do.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- help

inline constexpr Text kAboutProgram{
    "cli.about",
    "Speedup Lab: race threads, processes and Python's Global Interpreter Lock on this machine."};

inline constexpr Text kExamples{
    "cli.examples",
    "Examples:\n"
    "  speedup-lab run                                    count under every model\n"
    "  speedup-lab run --experiment downloads --workers 5\n"
    "  speedup-lab run --experiment heavy --models processes --workers 4 --json result.json\n"
    "  speedup-lab run --experiment convoy --busy 2       response time beside two busy threads\n"
    "  speedup-lab run --details                          with tables, machine and reasons\n"
    "  speedup-lab run --markdown count.md                the answer and its table, for a report\n"
    "  speedup-lab run --trace count.trace.json           every lane's events, for "
    "ui.perfetto.dev\n"
    "  speedup-lab sweep --experiment heavy               speedup against the number of workers\n"
    "  speedup-lab sweep --points 1,2,4,8                 the same for counting, at these points "
    "only\n"
    "  speedup-lab sweep --experiment mixed               speedup against the share of computing\n"
    "  speedup-lab validate                               compare with real Python on this "
    "machine\n"
    "  speedup-lab compare native.json browser.json       compare two saved results\n"
    "  speedup-lab code --model processes --workers 4     the same program in Python\n"
    "  speedup-lab window                                 the laboratory in a window\n"
    "  speedup-lab window result.json                     open a saved result in it\n"};

inline constexpr Text kHelpExperiment{"cli.help.experiment", "What to race."};
inline constexpr Text kHelpPreset{
    "cli.help.preset",
    "Where the settings start: quick, or as long as the tutorial's Python takes."};
inline constexpr Text kHelpJson{"cli.help.json",
                                "Write the result as JSON; - for standard output."};
inline constexpr Text kHelpCsv{"cli.help.csv",
                               "Write every repetition as CSV; - for standard output."};
inline constexpr Text kHelpMarkdown{
    "cli.help.markdown",
    "Write the answer and its table as Markdown, to paste into a report; - for standard output."};
inline constexpr Text kHelpTrace{
    "cli.help.trace",
    "Write every lane's events as a Chrome trace, for ui.perfetto.dev; - for standard output."};
inline constexpr Text kHelpDetails{"cli.help.details",
                                   "Print tables, machine and reasons as well."};
inline constexpr Text kHelpColor{"cli.help.color",
                                 "Colour the output; auto: on a terminal, unless NO_COLOR is set."};
inline constexpr Text kHelpRun{"cli.help.run", "Run an experiment and print the result."};
inline constexpr Text kHelpSweep{"cli.help.sweep",
                                 "Measure a curve and fit the scaling laws: from 1 to --workers "
                                 "workers (default: twice the cores); mixed varies the share of "
                                 "computing, convoy the number of busy threads."};
inline constexpr Text kHelpCompare{"cli.help.compare", "Compare two saved results."};
inline constexpr Text kHelpCompareFirst{"cli.help.compare-first",
                                        "A result saved by run --json or by the page."};
inline constexpr Text kHelpCompareSecond{"cli.help.compare-second", "The one to compare it with."};
inline constexpr Text kHelpValidate{
    "cli.help.validate",
    "Run the tutorial in real Python and in Speedup Lab, in turns, and compare (takes minutes)."};
inline constexpr Text kHelpPython{"cli.help.python", "Interpreters to compare with."};
inline constexpr Text kHelpQuick{
    "cli.help.quick", "One short repetition of everything: shows that it works, proves nothing."};
inline constexpr Text kHelpValidateJson{"cli.help.validate-json",
                                        "Write all figures as JSON; - for standard output."};
inline constexpr Text kExitCodesOfValidate{
    "cli.help.validate-exit-codes",
    "Exit code: 0 if every bar holds (or with --quick), 3 if one fails or is lost in noise, 1 if "
    "the comparison could not be made."};
inline constexpr Text kHelpCode{
    "cli.help.code",
    "Print the same program in Python, or our C++; without --model, list what there is."};
inline constexpr Text kHelpModel{"cli.help.model",
                                 "The model whose code to print, such as threads-gil."};
inline constexpr Text kHelpLanguage{"cli.help.language",
                                    "Default: python, unless the variant exists in C++ only."};
inline constexpr Text kHelpVariant{"cli.help.variant",
                                   "Which of several ways or files; default: the first."};
inline constexpr Text kHelpModels{
    "cli.help.models", "List the execution models, and why any of them cannot run here."};
inline constexpr Text kHelpEnvironment{"cli.help.environment",
                                       "Print the facts of this machine and build as JSON."};
inline constexpr Text kHelpSchema{"cli.help.schema",
                                  "Print what the files of runs and sweeps hold, as JSON Schema."};
inline constexpr Text kHelpWindow{"cli.help.window", "Open the laboratory in a window."};
inline constexpr Text kHelpWindowFiles{
    "cli.help.window-files", "Saved results to open; several of one experiment open side by side."};
inline constexpr Text kHelpTheme{"cli.help.theme", "Colours."};

// ---- what is wrong with a command line

inline constexpr Text kNoSuchCommand{"cli.no-such-command",
                                     "there is no command \"{typed}\"{nearest, select, none {} "
                                     "other {; the nearest is {nearest}}}."};
inline constexpr Text kNoSuchOption{
    "cli.no-such-option",
    "{command, select, none {there is} other {{command} has}} no option {typed}{nearest, select, "
    "none {} other {; the nearest is {nearest}}}."};
inline constexpr Text kNotTrueOrFalse{"cli.not-true-or-false",
                                      "{option} takes true or false, not \"{typed}\"."};
inline constexpr Text kNeedsValue{
    "cli.needs-value", "{option} needs a value{typed, select, none {} other {, not \"{typed}\"}}."};
inline constexpr Text kNeedsFile{"cli.needs-file",
                                 "{option} needs the name of a file{typed, select, none {.} other "
                                 "{, not \"{typed}\". For a file of that name, type ./{typed}.}}"};
inline constexpr Text kOneToStandardOutput{"cli.one-to-standard-output",
                                           "only one of {options} can go to standard output."};
inline constexpr Text kNothingToTrace{
    "cli.nothing-to-trace", "--no-record leaves --trace nothing to write: drop one of the two."};
inline constexpr Text kNoEffect{"cli.no-effect",
                                "{setting}: it has no effect on {experiment} with these settings."};
inline constexpr Text kRunHasOnePoint{
    "cli.run-has-one-point", "{setting}: a run measures one point; sweep measures several."};
inline constexpr Text kSweepVariesIt{"cli.sweep-varies-it",
                                     "{setting}: the sweep varies it; --points chooses where."};
inline constexpr Text kLeaveItOut{"cli.leave-it-out", "Leave it out."};
inline constexpr Text kTryHelp{"cli.try-help", "Try: speedup-lab run --help"};
inline constexpr Text kSameFile{"cli.same-file",
                                "{first} and {second} name the same file. Give each its own."};

// ---- code

inline constexpr Text kCodeListed{"cli.code.listed",
                                  "{experiment}, in Python and as it runs here:"};
inline constexpr Text kCodeHeadings{
    "cli.code.headings", "  model         language  variant               what it shows"};
inline constexpr Text kCodePrintOne{
    "cli.code.print-one",
    "Print one of them: speedup-lab code --model threads-gil --variant threading"};
inline constexpr Text kModelMissing{"cli.code.model-missing",
                                    "model: none is named. Choose from {choices}."};
inline constexpr Text kModelUnknown{"cli.code.model-unknown",
                                    "model: there is no \"{typed}\". Choose from {choices}."};
inline constexpr Text kVariantUnknown{
    "cli.code.variant-unknown",
    "variant: {model} has no \"{typed}\" in {language, select, none {any language} other "
    "{{language}}}. Choose from {choices}."};

// ---- under way

inline constexpr Text kCancelled{"cli.cancelled", "cancelled."};
inline constexpr Text kMeasuringMachine{"cli.measuring-machine",
                                        "measuring the machine · about {time} left"};
inline constexpr Text kWarmingUp{"cli.warming-up", "warming up {model} · about {time} left"};
inline constexpr Text kRound{"cli.round", "round {round}, {model} · about {time} left"};
inline constexpr Text kAtPoint{"cli.at-point", "{done} of {points} points: {trial}"};
inline constexpr Text kSweepPlan{
    "cli.sweep-plan", "{points, plural, one {1 point} other {{points} points}}: about {time}."};
inline constexpr Text kSweepOverBudget{
    "cli.sweep-over-budget",
    "{points, plural, one {1 point} other {{points} points}}: about {time}. That exceeds the time "
    "budget of {budget}: smaller tasks or fewer "
    "points take less."};
inline constexpr Text kSavedSoFar{"cli.saved-so-far",
                                  "What was measured until then is in {files}."};
inline constexpr Text kSweepUnfinished{"cli.sweep-unfinished", "The sweep had not finished."};
inline constexpr Text kPointsSoFar{"cli.points-so-far", "These are the points measured so far."};

// ---- the rest

inline constexpr Text kUnavailable{"cli.unavailable", "unavailable"};
inline constexpr Text kIsOfOtherKind{"cli.other-kind", "{file} is {kind}."};
inline constexpr Text kRunsCompare{"cli.runs-compare",
                                   "Only two results of run (or of the page) can be compared."};
inline constexpr Text kQuickProvesNothing{
    "cli.quick-proves-nothing", "Quick: one short repetition each, which proves nothing."};
inline constexpr Text kAThread{"cli.a-thread", "A thread"};
inline constexpr Text kCouldNotBeDone{"cli.could-not-be-done", "this could not be done: {fault}"};
inline constexpr Text kNoWindow{
    "cli.no-window", "this build has no window; build the preset \"native\" (./lab native)."};

}  // namespace lab::words
