// The models whose workers are threads that share memory.
#pragma once

#include <memory>

#include "model/catalog.h"
#include "model/model.h"

namespace lab {

// `options.workers` threads under one GIL (CPython's threading).
std::unique_ptr<Model> MakeThreadsGil(EventLoop& loop, const ModelOptions& options);
// `options.workers` threads without a lock (free-threaded CPython).
std::unique_ptr<Model> MakeThreadsFree(EventLoop& loop, const ModelOptions& options);
// One thread, whatever `options.workers` says.
std::unique_ptr<Model> MakeSequentialThread(EventLoop& loop, const ModelOptions& options);

}  // namespace lab
