// Does one task on the calling thread.
#pragma once

#include "base/result.h"
#include "gil/checkpoint.h"
#include "workload/critical_section.h"
#include "workload/task.h"

namespace lab {

// Blocks for as long as the task takes; the checkpoint's GIL, if there is one, is held by the
// caller and free during waits and downloads. Leaves the task's mark (memory_mark.h).
// Errors: kCancelled; kDownloadFailed, naming the address and the reason.
// `section` may be missing only if no part of the task is serial.
Result<TaskOutput> RunTask(const Task& task, Checkpoint& checkpoint,
                           CriticalSection* section = nullptr);

}  // namespace lab
