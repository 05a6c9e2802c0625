// Tasks that compute and wait in turns, and what they are made of. Private to run_task.cc.
#pragma once

#include "base/result.h"
#include "gil/checkpoint.h"
#include "workload/task.h"

namespace lab {

// Blocks for that long; the GIL is free meanwhile.
void Wait(double milliseconds, Checkpoint& checkpoint);

// See TaskKind. Errors: kCancelled.
Result<TaskOutput> RunMixed(const Task& task, Checkpoint& checkpoint);
Result<TaskOutput> RunAnswers(const Task& task, Checkpoint& checkpoint);
Result<TaskOutput> RunBusy(const Task& task, Checkpoint& checkpoint);

Error CancelledTask();
// A result that is one number.
TaskOutput Output(double value);

}  // namespace lab
