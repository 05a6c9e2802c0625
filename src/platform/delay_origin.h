// The server that responds to `GET /delay/<ms>/posts/<n>.json` after that many milliseconds, so
// that downloads are real and their latency is known. Native: a server on 127.0.0.1 that lives as
// long as this object. Web: the page's own origin, where its server can do it
// (Environment::delays). The body is {"id":n,"delay_ms":ms,"text":…} with one sentence repeated six
// times; web/serve.mjs sends the same.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace lab {

class DelayOrigin {
 public:
  static Result<std::unique_ptr<DelayOrigin>> Open();
  virtual ~DelayOrigin() = default;

  // Without a slash at the end: "http://127.0.0.1:40123".
  virtual std::string origin() const = 0;
};

}  // namespace lab
