#include "platform/http.h"

#include <cstdlib>

#include "base/text.h"
#include "platform/web/javascript.h"

namespace lab {

Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) {
  HttpAnswer answer;
  char* body = nullptr;
  size_t size = 0;
  const int fault = lab_http_get(url.c_str(), timeout_ms, &answer.status, &body, &size);
  if (fault == 1) {
    return Error{.code = ErrorCode::kDownloadFailed,
                 .message = url + Format(": no whole answer within %.0f ms.", timeout_ms),
                 .next = "Raise the timeout or choose a faster server."};
  }
  if (fault != 0) {
    return Error{.code = ErrorCode::kDownloadFailed,
                 .message = url + ": the connection was refused, the host is unknown, or its server does not let other pages fetch it.",
                 .next = "Check the address; a server elsewhere must allow cross-origin requests (CORS)."};
  }
  answer.body.assign(body, size);
  std::free(body);
  return answer;
}

}  // namespace lab
