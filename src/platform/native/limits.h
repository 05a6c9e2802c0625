// What the system allows this program, and how it says that that is used up.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace lab {

// Why the system starts no thread or process, as a clause without its end; names the limit.
std::string ThreadsUsedUp();
// Of a thread or process that the system refuses; `what` begins the sentence: "Thread 3 of 4".
Error NoMoreThreads(const std::string& what);

// Makes room for so many open files, as far as this program may; an error that names the limit if
// that is not enough.
std::optional<Error> AllowOpenFiles(int number);

}  // namespace lab
