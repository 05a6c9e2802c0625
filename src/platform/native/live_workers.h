// The processes of process.h that have not been waited for: for whoever looks at this program's
// children.
#pragma once

#include <sys/types.h>

namespace lab {

// Any thread.
void AddWorker(pid_t process);
void RemoveWorker(pid_t process);
bool IsWorker(pid_t process);

}  // namespace lab
