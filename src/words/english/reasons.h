// Why a model took as long as it did, from the record of one trial. `worker` and `workers` are its
// nouns ("thread", "threads"), `task` and `tasks` those of what it did ("download", "downloads");
// `count` is how many workers there were, `number` how many tasks. Shares are whole percents of the
// time.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- the GIL

inline constexpr Text kAllReady{
    "why.all-ready",
    "{count, plural, =2 {Both {workers} were} one {The {worker} was} other {All {count, spell} "
    "{workers} were}} ready {share, plural, =100 {all the time} other "
    "{for {share} % of the time}}, but only one held the GIL at any instant; it {handoffs, plural, "
    "=0 {never changed hands} =1 {changed hands once} =2 {changed "
    "hands twice} other {changed hands {handoffs, spell} times}}."};
inline constexpr Text kSomeReady{
    "why.some-ready",
    "Two {more, select, yes {or more } other {}}of the {count, spell} {workers} were ready {share, "
    "plural, =100 {all the time} other {for {share} % of the time}}, "
    "but only one held the GIL at any instant; it {handoffs, plural, =0 {never changed hands} =1 "
    "{changed hands once} =2 {changed hands twice} other {changed "
    "hands {handoffs, spell} times}}."};
inline constexpr Text kWaitedForGil{
    "why.waited-for-gil",
    "The {count, plural, one {{worker}} other {{count, spell} {workers}}} spent {share} % of their "
    "time waiting for the GIL; it {handoffs, plural, =0 {never changed "
    "hands} =1 {changed hands once} =2 {changed hands twice} other {changed hands {handoffs, "
    "spell} times}}."};

// ---- waits that overlap

inline constexpr Text kOneWaited{
    "why.one-waited",
    "{share, plural, =100 {All the time} other {For {share} % of the time}} one {worker} waited "
    "while another worked or waited as well."};
inline constexpr Text kAllOverlapped{
    "why.all-overlapped",
    "{number, plural, =2 {Both {tasks}} other {The {number, spell} {tasks}}} overlapped{gil, "
    "select, yes {, because a waiting thread releases the GIL} other {}}: "
    "{waited} of waiting took {took}."};
inline constexpr Text kSomeOverlapped{
    "why.some-overlapped",
    "On average {together, spell} of the {number, spell} {tasks} overlapped{gil, select, yes {, "
    "because a waiting thread releases the GIL} other {}}: {waited} of "
    "waiting took {took}."};

// ---- in parallel

inline constexpr Text kWantedCores{"why.wanted-cores",
                                   "On average {together} of the {count, spell} {workers} wanted "
                                   "to compute, on the {cores} cores they had."};
inline constexpr Text kAllComputed{
    "why.all-computed",
    "{count, plural, =2 {Both {workers}} other {All {count, spell} {workers}}} computed in "
    "parallel {share, plural, =100 {all the time} other {for {share} % of the time}}."};
inline constexpr Text kSomeComputed{
    "why.some-computed",
    "On average {together} of the {count, spell} {workers} computed in parallel."};
inline constexpr Text kTwoComputed{
    "why.two-computed",
    "Two or more of the {count, spell} {workers} computed in parallel {share, plural, =100 {all "
    "the time} other {for {share} % of the time}}."};

// ---- starting

inline constexpr Text kStartDominates{
    "why.start-dominates",
    "The {count, plural, one {{worker}} other {{count, spell} {workers}}} spent {starting} "
    "starting{messages, select, none {} other {, {messages} on messages}} and {work, select, none "
    "{no time that the clock can tell} other {{work}}} on the {number, plural, one {{task}} other "
    "{{tasks}}}."};
inline constexpr Text kStartEatsGain{
    "why.start-eats-gain",
    "The {count, plural, one {{worker}} other {{count, spell} {workers}}} took {starting} to "
    "start, which the speedup leaves out; a trial gained {gained}."};
inline constexpr Text kDoneBeforeAllBegan{
    "why.done-before-all-began",
    "All the {tasks} were done before the last of the {count, spell} {workers} had begun."};
inline constexpr Text kSlowToBegin{
    "why.slow-to-begin",
    "{share} % of the time had passed before the last of the {count, spell} {workers} had begun."};

// ---- messages

inline constexpr Text kOnMessages{
    "why.on-messages",
    "The {count, plural, one {{worker} spent {share} % of its} other {{count, spell} {workers} "
    "spent {share} % of their}} time sending, receiving and waiting for messages, "
    "and {worked} % on the {tasks}: {number, spell} {number, plural, one {{task}} other {{tasks}}} "
    "took {messages, spell} {messages, plural, one {message} other "
    "{messages}}."};

// ---- uneven work, and what made it so

inline constexpr Text kOnlyOneLeft{"why.only-one-left",
                                   "For {share} % of the time only one {worker} still had work."};
inline constexpr Text kNothingLeft{"why.nothing-left",
                                   "The {count, spell} {workers} had nothing left to do for "
                                   "{share} % of their time, while others still worked."};
inline constexpr Text kUnevenLengths{"why.uneven-lengths",
                                     "The shortest {task} took {shortest}, the longest {longest}."};
inline constexpr Text kUnevenShares{
    "why.uneven-shares",
    "{number, Spell} {tasks} cannot be shared out evenly among {count, spell} {workers}."};
inline constexpr Text kUnevenCounts{
    "why.uneven-counts",
    "One had {most, spell} {most, plural, one {{task}} other {{tasks}}}, another {fewest, plural, "
    "=0 {none} other {{fewest, spell}}}."};
inline constexpr Text kFewTasks{
    "why.few-tasks",
    "{idle, Spell} of the {count, spell} {workers} had nothing to do: there {number, plural, one "
    "{was only one {task}} other {were only {number, spell} {tasks}}}."};

// ---- cores

inline constexpr Text kOversubscribed{
    "why.oversubscribed",
    "Only {cores, spell} of the {count, spell} {workers} can have a core at a time."};
inline constexpr Text kFewCoresBetween{
    "why.few-cores-between",
    "{count, Spell} {count, plural, one {{worker}} other {{workers}}} had only {available} of the "
    "{cores, spell} reported {cores, plural, one {core} other {cores}} between them."};
inline constexpr Text kFewCoresBefore{
    "why.few-cores-before",
    "Only {available} of the {cores, spell} reported {cores, plural, one {core was} other {cores "
    "were}} available before the run."};
inline constexpr Text kEachHadCore{"why.each-had-core",
                                   "Each had a core for {share} % of the time."};
inline constexpr Text kTasksTookLonger{"why.tasks-took-longer",
                                       "A {task} took {times} times as long as alone."};

// ---- the rest

inline constexpr Text kCriticalSection{
    "why.critical-section",
    "Only one {worker} at a time may be in the critical section: {count, plural, =2 {the other} "
    "other {others}} waited for it {share, plural, =100 {all the time} other "
    "{for {share} % of the time}}."};
inline constexpr Text kOneTask{"why.one-task", "There was one {task} for one worker."};
inline constexpr Text kInTurn{"why.in-turn",
                              "The {number, spell} {tasks} were done one after the other."};
inline constexpr Text kOneDidAll{
    "why.one-did-all", "A single {worker} did the {number, spell} {tasks}, one after the other."};
inline constexpr Text kPartial{
    "why.partial",
    "Only the first {recorded} of {length} were recorded; what follows is about them."};
inline constexpr Text kTooShortToTell{
    "why.too-short-to-tell", "The record does not show why: it is too short for this clock."};
inline constexpr Text kIdleUnexplained{
    "why.idle-unexplained",
    "The record does not show why the {count, plural, one {{worker}} other {{count, spell} "
    "{workers}}} had no {task} for {share} % of the time."};
inline constexpr Text kSlowdownUnexplained{
    "why.slowdown-unexplained",
    "A {task} took {times} times as long beside the others{cores, select, yes {, although each had "
    "a core} other {}}; the record does not show why."};
inline constexpr Text kUnexplained{
    "why.unexplained", "The record does not show why this model took as long as it did."};

// ---- responses: the lane that responds beside `busy` others

inline constexpr Text kNoReturn{"why.no-return",
                                "The record does not show the {worker} coming back from a wait."};
inline constexpr Text kReturned{"why.returned",
                                "The responding {worker} came back {returns, plural, =1 {once} =2 "
                                "{twice} other {{returns, spell} times}}."};
inline constexpr Text kNothingBeside{"why.nothing-beside", "Nothing else was running."};
inline constexpr Text kWentOnAtOnce{"why.went-on-at-once",
                                    "It went on at once: {busy, plural, one {the} other {a}} busy "
                                    "{worker} holds no lock that it needs."};
inline constexpr Text kNoLockNeeded{
    "why.no-lock-needed",
    "{busy, plural, one {The} other {A}} busy {worker} holds no lock that it needs."};
inline constexpr Text kHeldGil{
    "why.held-gil",
    "{waited, select, always {Each time} other {Of these, {times, plural, =1 {once} =2 {twice} "
    "other {{times, spell} times}}}} {busy, plural, one {the} other {a}} busy "
    "{worker} held the GIL."};
inline constexpr Text kReleasedLater{
    "why.released-later",
    "It released it {late} later on average: it is asked to only after one switch interval."};
inline constexpr Text kLatenessUnseen{
    "why.lateness-unseen", "How late that was, this clock cannot tell: it ticks every {step}."};
inline constexpr Text kOnlyBeginning{"why.only-beginning",
                                     "Only the beginning was recorded; what follows is about it."};

}  // namespace lab::words
