// The help: how to read what is shown, what the workers of this machine are, and the keys.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kHowToRead{"help.title", "How to read it"};
inline constexpr Text kClose{"help.close", "Close"};
inline constexpr Text kLicences{"help.licences", "Licences"};

// ---- what is shown

inline constexpr Text kReadBars{
    "help.bars",
    "A bar is the speedup: how many times as fast as one worker that does the same tasks one after "
    "the other. If everything were measured again and again, 95 of 100 "
    "whiskers would hold the true speedup."};
inline constexpr Text kReadEfficiency{
    "help.efficiency",
    "Efficiency is the speedup per available core, or per worker if there are fewer. Start-up is "
    "how long it took to get the workers; it is not part of the time."};
inline constexpr Text kReadLanes{
    "help.lanes",
    "Below, each lane is a worker, and all models share one time axis; zero is when the trial was "
    "asked for. Solid is running, hatched is waiting for the GIL, dotted "
    "is blocked on I/O. Under the GIL only one lane is solid at any instant; the band above the "
    "lanes shows whose. A main process hands out tasks to processes. Where "
    "several states share a pixel, their shares are stacked."};
inline constexpr Text kReadCopy{"help.copy", "Click any figure to copy it."};

// ---- what workers are here

inline constexpr Text kWorkersNative{"help.workers.native",
                                     "Threads and processes are the operating system's own."};
inline constexpr Text kWorkersOnPage{
    "help.workers.page",
    "Threads are real threads that share memory. A process here is an isolated worker: it has "
    "memory of its own and only exchanges messages, but it is not an "
    "operating-system process."};
inline constexpr Text kWorkersWithoutThreads{
    "help.workers.no-threads",
    "This page has no shared memory, so the thread models cannot run. Processes run as isolated "
    "workers: each has memory of its own and only exchanges messages, but "
    "none is an operating-system process."};

// ---- keys: what stands on them, and what they do

inline constexpr Text kKeys{"help.keys", "Keys"};
inline constexpr Text kKeyRun{"help.key.run", "Enter"};
inline constexpr Text kKeyRunDoes{"help.key.run.does", "run, or press what has the focus"};
inline constexpr Text kKeyRunAnywhere{"help.key.run-anywhere", "Ctrl Enter"};
inline constexpr Text kKeyRunAnywhereDoes{"help.key.run-anywhere.does",
                                          "run, wherever the focus is"};
inline constexpr Text kKeyCancel{"help.key.cancel", "Esc"};
inline constexpr Text kKeyCancelDoes{"help.key.cancel.does", "cancel the run, or close this help"};
inline constexpr Text kKeyChoose{"help.key.choose", "1 to 5"};
inline constexpr Text kKeyChooseDoes{"help.key.choose.does", "choose an experiment"};
inline constexpr Text kKeyNext{"help.key.next", "Tab"};
inline constexpr Text kKeyNextDoes{"help.key.next.does",
                                   "next control; with Shift, the one before"};
inline constexpr Text kKeyTurn{"help.key.turn", "← →"};
inline constexpr Text kKeyTurnDoes{"help.key.turn.does", "change the setting that has the focus"};
inline constexpr Text kKeyUndo{"help.key.undo", "Ctrl Z"};
inline constexpr Text kKeyUndoDoes{"help.key.undo.does", "undo the last change of a setting"};
inline constexpr Text kKeyCopy{"help.key.copy", "Ctrl C"};
inline constexpr Text kKeyCopyDoes{"help.key.copy.does", "copy the results"};
inline constexpr Text kKeyHelp{"help.key.help", "?"};
inline constexpr Text kKeyHelpDoes{"help.key.help.does", "open this help"};

inline constexpr Text kTimelineKeys{
    "help.timeline-keys", "Keys of the timeline, once Tab or a click has brought you there"};
inline constexpr Text kKeyZoom{"help.key.zoom", "W S  ↑ ↓"};
inline constexpr Text kKeyZoomDoes{"help.key.zoom.does",
                                   "zoom in and out; so do + and −, the wheel and two fingers"};
inline constexpr Text kKeyMove{"help.key.move", "A D  ← →"};
inline constexpr Text kKeyMoveDoes{"help.key.move.does", "earlier and later; so does dragging"};
inline constexpr Text kKeyFit{"help.key.fit", "F  0"};
inline constexpr Text kKeyFitDoes{"help.key.fit.does", "show all of it"};
inline constexpr Text kKeyHandOff{"help.key.hand-off", "N P"};
inline constexpr Text kKeyHandOffDoes{"help.key.hand-off.does",
                                      "next and previous hand-off of the GIL"};

}  // namespace lab::words
