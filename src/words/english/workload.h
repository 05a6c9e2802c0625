// What goes wrong with a task.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kTaskCancelled{"workload.task-cancelled", "The task was cancelled."};
inline constexpr Text kUnknownTask{"workload.unknown-task", "A task of an unknown kind arrived."};
inline constexpr Text kDownloadStatus{"workload.download-status",
                                      "{url}: the server responded with status {status}."};
inline constexpr Text kNeedStatus2xx{
    "workload.need-status-2xx",
    "Check the address. Only a status from 200 to 299 counts as downloaded."};

}  // namespace lab::words
