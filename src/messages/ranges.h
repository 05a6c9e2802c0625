// What a figure can be, for the readers: a number outside its range was not measured, and is not
// shown as if it were. The ranges are far wider than anything that a run gives, and narrow enough
// to be laid out and drawn. Private to the codec.
#pragma once

#include <cstddef>

#include "words/english/messages.h"
#include "words/english/settings.h"

namespace lab {

// Both ends included.
struct Range {
  double low;
  double high;
  const PlainText* unit = &words::kUnitNone;
};

inline constexpr Range kSeconds = {0, 1e8, &words::kUnitSeconds};            // three years
inline constexpr Range kSecondsLeft = {
    -1e12, 1e12, &words::kUnitSeconds};   // an estimate, of whatever was asked for
inline constexpr Range kNanosecondsLong = {
    0, 1e18, &words::kUnitNanoseconds};  // of a recording, stamps of which fit into 64 bits
inline constexpr Range kStartup = {
    -1e9, 1e18, &words::kUnitNanoseconds};  // a coarse clock may have been some steps behind, and
                                            // files have been written so
inline constexpr Range kShare = {0, 1};
inline constexpr Range kChange = {-1, 1e9};
inline constexpr Range kRatio = {0, 1e9};
inline constexpr Range kRatioEnd = {
    0, 1e300};  // of an interval: two repetitions that differ leave everything open
inline constexpr Range kFitted = {0, 1e300};  // a parameter of a law, or how far off it is
inline constexpr Range kCores = {1, 1e5, &words::kUnitCores};
inline constexpr Range kPartsOfCores = {0, 1e5, &words::kUnitCores};
inline constexpr Range kWorkers = {1, 1e5, &words::kUnitWorkers};
inline constexpr Range kPlaces = {0, 1e6};  // on the axis of a sweep
inline constexpr Range kCount = {0, 1e15};  // hand-offs, switches, iterations, events
inline constexpr Range kRounds = {0, 1e9};  // also trials, points, and the number of a run
inline constexpr Range kBytes = {0, 1e15, &words::kUnitBytes};
inline constexpr Range kColours = {0, 1e3};
inline constexpr Range kEnds = {-1e300, 1e300};  // of the range of a setting
inline constexpr Range kValue = {-1e21, 1e21};  // what tasks computed

// How many there can be of a thing, and how long a text can be: more than that nobody could read.
struct Most {
  size_t count;
  constexpr operator size_t() const { return count; }
};
inline constexpr size_t kLongestText = 10'000;  // bytes
inline constexpr size_t kLongestColumn = 64'000'000;
inline constexpr Most kMostModels = {100};
inline constexpr Most kMostExperiments = {100};
inline constexpr Most kMostSettings = {1'000};
inline constexpr Most kMostChoices = {1'000};  // of one setting
inline constexpr Most kMostTexts = {100};  // notes, reasons
inline constexpr Most kMostLanes = {1'000};
// Of one trace; a trial has room for an eighth of that.
inline constexpr size_t kMostEvents = 2'000'000;
// Of all traces of a result, which are drawn together.
inline constexpr size_t kMostEventsShown = 4'000'000;
inline constexpr Most kMostPoints = {1'000};
inline constexpr Most kMostSamples = {1'000};  // repetitions of one model
inline constexpr Most kMostDelays = {1'000'000};  // of all repetitions of one model

}  // namespace lab
