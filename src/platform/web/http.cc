#include "platform/http.h"

#include <cstdlib>

#include "base/text.h"
#include "platform/clock.h"
#include "platform/web/javascript.h"

namespace lab {

namespace {

// The same address as one that no cache has seen: a download out of a cache would measure nothing.
std::string Fresh(const std::string& url) {
  const std::string plain = url.substr(0, url.find('#'));
  return plain + (plain.find('?') == std::string::npos ? '?' : '&') + Format("fresh=%lld", static_cast<long long>(Now()));
}

Error Failed(const std::string& url, const std::string& what, const std::string& next) {
  return {.code = ErrorCode::kDownloadFailed, .message = url + ": " + what, .next = next};
}

}  // namespace

Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) {
  HttpAnswer answer;
  char* body = nullptr;
  size_t size = 0;
  switch (lab_http_get(Fresh(url).c_str(), timeout_ms, kLargestBody, &answer.status, &body, &size)) {
    case kHttpAnswered: break;
    case kHttpTimedOut:
      return Failed(url, Format("no whole answer within %.0f ms.", timeout_ms), "Raise the timeout or choose a faster server.");
    case kHttpTooLarge:
      return Failed(url, "the answer is larger than " + Grouped(kLargestBody / 1e6) + " MB.", "Choose something smaller to download.");
    default:
      return Failed(url, "the connection was refused, the host is unknown, or its server does not let other pages fetch it.",
                    "Check the address; a server elsewhere must allow cross-origin requests (CORS).");
  }
  answer.body.assign(body, size);
  std::free(body);
  return answer;
}

}  // namespace lab
