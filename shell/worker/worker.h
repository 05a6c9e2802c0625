// What a process does with each message: its task, on its only thread.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lab {

std::vector<std::byte> HelloOfWorker();
// The result of the task in `bytes`; an error message if they are none.
std::vector<std::byte> AnswerOfWorker(std::span<const std::byte> bytes);

}  // namespace lab
