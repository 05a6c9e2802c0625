// One download at a time, blocking: what a worker's task does, never an event loop or the window.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

namespace lab {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

// A larger body is an error.
inline constexpr size_t kLargestBody = 64'000'000;  // bytes

// GET over a connection of its own, following redirects. A response of any status is one;
// refused, unreachable or slower than `timeout_ms` is an error of code kDownloadFailed whose
// message names the address. Web: a synchronous request, so other origins must allow it (CORS); a
// parameter that changes every time keeps the browser's cache out.
Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms);

}  // namespace lab
