// One download at a time, blocking: what a worker's task does, never an event loop or the window.
#pragma once

#include <string>

#include "base/result.h"

namespace lab {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

// GET over a connection of its own, following redirects. An answer of any status is an answer;
// refused, unreachable or slower than `timeout_ms` is an error of code kDownloadFailed whose message
// names the address. Web: a synchronous request, so other origins must allow it (CORS).
Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms);

}  // namespace lab
