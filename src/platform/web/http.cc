#include "platform/http.h"

#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "platform/clock.h"
#include "platform/web/javascript.h"
#include "words/english/platform.h"

namespace lab {

namespace {

// The same address as one that no cache has seen: a download out of a cache would measure nothing.
std::string Fresh(const std::string& url) {
  const std::string plain = url.substr(0, url.find('#'));
  return plain + (plain.find('?') == std::string::npos ? '?' : '&') +
         Format("fresh=%lld", static_cast<long long>(Now()));
}

Error Failed(std::string message, std::string next) {
  return {
      .code = ErrorCode::kDownloadFailed, .message = std::move(message), .next = std::move(next)};
}

}  // namespace

Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) {
  HttpAnswer answer;
  char* body = nullptr;
  size_t size = 0;
  switch (
      lab_http_get(Fresh(url).c_str(), timeout_ms, kLargestBody, &answer.status, &body, &size)) {
    case kHttpAnswered: break;
    case kHttpTimedOut:
      return Failed(
          Phrase<words::kDownloadTooSlow>("url"_a = url, "limit"_a = std::round(timeout_ms)),
          Phrase<words::kRaiseTimeout>());
    case kHttpTooLarge:
      return Failed(Phrase<words::kDownloadTooLarge>("url"_a = url, "most"_a = kLargestBody / 1e6),
                    Phrase<words::kChooseSmaller>());
    default:
      return Failed(Phrase<words::kUnreachable>("url"_a = url), Phrase<words::kAllowOrigins>());
  }
  answer.body.assign(body, size);
  std::free(body);
  return answer;
}

}  // namespace lab
