// What a lane does, and what happens on it.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kWaitingForTask{"trace.waiting-for-task", "waiting for a task"};
inline constexpr Text kRunning{"trace.running", "running"};
inline constexpr Text kWaitingForGil{"trace.waiting-for-gil", "waiting for the GIL"};
inline constexpr Text kBlocked{"trace.blocked", "blocked on I/O"};
inline constexpr Text kWaitingForLock{"trace.waiting-for-lock", "waiting for a lock"};
inline constexpr Text kSending{"trace.sending", "sending"};
inline constexpr Text kReceiving{"trace.receiving", "receiving"};
inline constexpr Text kEnded{"trace.ended", "ended"};
inline constexpr Text kTaskBegun{"trace.task-begun", "task begun"};
inline constexpr Text kTaskDone{"trace.task-done", "task done"};
inline constexpr Text kAskedToDrop{"trace.asked-to-drop", "asked to drop the GIL"};

}  // namespace lab::words
