// What is wrong with a file or message that cannot be read: "The result cannot be read: {fault}.".
// A fault is a clause; `key` is that of the JSON.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kCannotBeRead{
    "messages.cannot-be-read",
    "The {what, select, message {message} request {request} notice {notice} result {result} sweep "
    "{sweep} experiment {experiment} other {file}} cannot be read: "
    "{fault}."};
inline constexpr Text kCheckWhole{"messages.check-whole",
                                  "Check that it is complete and was written by Speedup Lab."};

// ---- not JSON, or too much of it

inline constexpr Text kNotJson{"messages.not-json", "it is not JSON"};
inline constexpr Text kNotJsonAt{"messages.not-json-at", "it is not JSON (byte {position})"};
inline constexpr Text kFileTooLarge{"messages.too-large", "it is larger than {megabytes} MB"};
inline constexpr Text kTooManyKeys{"messages.too-many-keys",
                                   "an object in it has more than {most} keys"};
inline constexpr Text kKeyTwice{"messages.key-twice", "an object in it has the key {key} twice"};
inline constexpr Text kTooManyValues{"messages.too-many-values",
                                     "it holds more than {most} values"};
inline constexpr Text kTooDeep{"messages.too-deep", "it is nested more than {most} levels deep"};

// ---- which file it is

inline constexpr Text kASweep{"messages.a-sweep", "a sweep"};
inline constexpr Text kATrace{"messages.a-trace", "a trace"};
inline constexpr Text kAValidation{"messages.a-validation", "a validation"};
inline constexpr Text kItIs{"messages.it-is", "it is {kind}"};
inline constexpr Text kRunNotSweep{"messages.run-not-sweep",
                                   "it is the result of a run, not a sweep"};
inline constexpr Text kSweepNotRun{"messages.sweep-not-run",
                                   "it is a sweep, not the result of a run"};
inline constexpr Text kNoResult{"messages.no-result", "it is not a result of Speedup Lab"};
inline constexpr Text kUnknownType{"messages.unknown-type", "its type \"{type}\" is unknown"};

// ---- fields

inline constexpr Text kFaultWithin{"messages.within", "{part}: {fault}"};
inline constexpr Text kMissing{"messages.missing", "\"{key}\" is missing"};
inline constexpr Text kNotAList{"messages.not-a-list", "\"{key}\" is not a list"};
inline constexpr Text kTooManyElements{
    "messages.too-many-elements", "\"{key}\" has {count} elements, but at most {most} are allowed"};
inline constexpr Text kValueIs{"messages.value-is", "\"{key}\" is {value}, but must be {expected}"};
inline constexpr Text kValueHolds{"messages.value-holds",
                                  "\"{key}\" holds {value}, but must be {expected}"};
inline constexpr Text kShownObject{"messages.shown-object", "an object"};
inline constexpr Text kShownList{"messages.shown-list", "a list"};

inline constexpr Text kExpectedObject{"messages.expected-object", "an object was expected"};
inline constexpr Text kExpectedFlag{"messages.expected-flag", "true or false"};
inline constexpr Text kExpectedNumber{
    "messages.expected-number",
    "a number from {low} to {high}{unit, select, none {} other { {unit}}}"};
inline constexpr Text kExpectedWhole{
    "messages.expected-whole",
    "a whole number from {low} to {high}{unit, select, none {} other { {unit}}}"};
inline constexpr Text kExpectedHex{"messages.expected-hex",
                                   "a 64-bit number in hexadecimal digits"};
inline constexpr Text kExpectedText{"messages.expected-text", "a text of at most {bytes} bytes"};
inline constexpr Text kExpectedTime{"messages.expected-time", "a time like 2026-01-31T12:00:00Z"};
inline constexpr Text kExpectedName{"messages.expected-name", "one of {names}"};
inline constexpr Text kExpectedList{"messages.expected-list", "a list, each element {expected}"};

inline constexpr PlainText kUnitNanoseconds{"unit.nanoseconds", "ns"};
inline constexpr PlainText kUnitCores{"unit.cores", "cores"};
inline constexpr PlainText kUnitWorkers{"unit.workers", "workers"};
inline constexpr PlainText kUnitBytes{"unit.bytes", "bytes"};

// ---- settings within JSON

inline constexpr Text kWrongKindOfValue{"messages.wrong-kind-of-value",
                                        "{setting}: the value is of the wrong kind ({kind})."};
inline constexpr Text kGiveRightKind{"messages.give-right-kind",
                                     "Give a number, a text, true or false, or a list of texts."};
inline constexpr Text kHelpWithUnit{"messages.help-with-unit", "{help} ({unit})"};
inline constexpr Text kTooManyNames{"messages.too-many-names", "it names more than can be shown"};

// ---- what does not fit together

inline constexpr Text kMoreWonThanRounds{
    "messages.more-won-than-rounds",
    "\"faster\" is {faster} of {of, plural, one {1 round} other {{of} rounds}}"};
inline constexpr Text kNoResponses{"messages.no-responses", "\"delays_s\" is empty"};
inline constexpr Text kNoSuchSample{"messages.no-such-sample",
                                    "\"outliers\" names a sample that does not exist"};
inline constexpr Text kModelTwice{"messages.model-twice", "\"{key}\" has the model {model} twice"};
inline constexpr Text kNoPoints{"messages.no-points", "it is a sweep without points"};
inline constexpr Text kPointsMissing{"messages.points-missing",
                                     "a model does not have one point for each place on the axis"};
inline constexpr Text kTooManyEvents{"messages.too-many-events", "it has more than {most} events"};
inline constexpr Text kTooManyEventsTogether{"messages.too-many-events-together",
                                             "its traces have more than {most} events together"};

inline constexpr Text kUnknownEvent{"messages.unknown-event", "\"kinds\" has an unknown letter"};
inline constexpr Text kGapsMissing{"messages.gaps-missing",
                                   "\"gaps_ns\" does not have one number for each event"};
inline constexpr Text kValueMissing{"messages.value-missing", "\"values\" lacks a number"};
inline constexpr Text kPeerMissing{"messages.peer-missing", "\"peers\" lacks a lane"};
inline constexpr Text kMoreNumbersThanEvents{"messages.more-numbers-than-events",
                                             "there are more numbers than events"};
inline constexpr Text kNoSuchLane{"messages.no-such-lane",
                                  "\"peers\" names a lane that does not exist"};

// ---- a run that did not finish, a file in pieces

inline constexpr Text kRunUnfinished{"messages.run-unfinished", "The run did not finish."};
inline constexpr Text kFiguresSoFar{"messages.figures-so-far",
                                    "These figures come from the repetitions measured so far."};
inline constexpr Text kUnfinishedVerdict{"messages.unfinished-verdict",
                                         "Cannot conclude: the run did not finish."};
inline constexpr Text kStrayPiece{"messages.stray-piece",
                                  "A piece of the file belongs to no model."};
inline constexpr Text kOpenAgain{"messages.open-again", "Open the file again."};

}  // namespace lab::words
