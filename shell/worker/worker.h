// What a process does with each message: its tasks, on its only thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lab {

std::vector<std::byte> HelloOfWorker();
// Does the tasks in `bytes` and sends what came of them; an error result if there are none.
void WorkOn(std::span<const std::byte> bytes);

}  // namespace lab
