// How many tasks go to a process in one message.
#pragma once

#include <cstddef>

namespace lab {

// As multiprocessing.Pool.map chooses (Lib/multiprocessing/pool.py, _map_async): four chunks for
// each worker, rounded up; 0 for no tasks.
size_t ChunkSize(size_t tasks, size_t workers);

}  // namespace lab
