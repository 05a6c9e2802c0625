#include "platform/http.h"

#include <httplib.h>

#include <memory>
#include <optional>

#include "base/text.h"
#include "platform/clock.h"

namespace lab {
namespace {

constexpr int kMostRedirects = 5;

struct Address {
  std::string origin;  // "http://host:port"
  std::string path;    // "/…" with its query
};

Address Split(const std::string& url) {
  const size_t host = url.find("://");
  const size_t slash = url.find('/', host == std::string::npos ? 0 : host + 3);
  if (slash == std::string::npos) return {.origin = url, .path = "/"};
  return {.origin = url.substr(0, slash), .path = url.substr(slash)};
}

Error Failed(const std::string& url, const std::string& what, const std::string& next) {
  return {.code = ErrorCode::kDownloadFailed, .message = url + ": " + what, .next = next};
}

// One download with one time limit for all of it, redirects included.
class Download {
 public:
  Download(const std::string& url, double timeout_ms)
      : url_(url), timeout_ms_(timeout_ms), deadline_(Now() + static_cast<Nanoseconds>(timeout_ms * 1e6)) {}

  Result<HttpAnswer> Get() {
    std::string next = url_;
    for (int hop = 0; hop <= kMostRedirects; ++hop) {
      if (std::optional<Error> error = Fetch(next)) return *error;
      const bool redirected = answer_.status >= 300 && answer_.status <= 399 && !location_.empty();
      if (!redirected) return std::move(answer_);
      next = location_.starts_with('/') ? Split(next).origin + location_ : location_;
    }
    return Failed(url_, Format("it was redirected more than %d times.", kMostRedirects), "Give the address where the redirects end.");
  }

 private:
  double LeftMs() const { return static_cast<double>(deadline_ - Now()) / 1e6; }

  // Fills answer_ and location_ from one address.
  std::optional<Error> Fetch(const std::string& url) {
    const Address address = Split(url);
    httplib::Client client(address.origin);
    if (!client.is_valid()) return Unsuited();
    const auto left = std::chrono::microseconds(static_cast<int64_t>(std::max(LeftMs(), 1.0) * 1000));
    client.set_connection_timeout(left);
    client.set_read_timeout(left);
    client.set_write_timeout(left);
    answer_ = {};
    const httplib::Result got = client.Get(address.path, [this](const char* bytes, size_t size) { return Take(bytes, size); });
    if (!got) return Explain(got.error());
    answer_.status = got->status;
    location_ = got->get_header_value("Location");
    return std::nullopt;
  }

  // False ends the download.
  bool Take(const char* bytes, size_t size) {
    if (LeftMs() <= 0) return false;
    answer_.body.append(bytes, size);
    return answer_.body.size() <= kLargestBody;
  }

  Error Explain(httplib::Error fault) const {
    if (answer_.body.size() > kLargestBody) {
      return Failed(url_, "the answer is larger than " + Grouped(kLargestBody / 1e6) + " MB.", "Choose something smaller to download.");
    }
    if (LeftMs() <= 1 || fault == httplib::Error::ConnectionTimeout) {
      return Failed(url_, Format("no whole answer within %.0f ms.", timeout_ms_), "Raise the timeout or choose a faster server.");
    }
    if (fault == httplib::Error::Connection) {
      return Failed(url_, "the connection was refused or the host is unknown.", "Check the address and that the server is running.");
    }
    return Failed(url_, "the download broke off (" + httplib::to_string(fault) + ").", "Check the address and the network.");
  }

  Error Unsuited() const {
    return Failed(url_, "this program cannot download from such an address.", "Give an address that starts with http:// and names a host.");
  }

  const std::string url_;
  const double timeout_ms_;
  const Nanoseconds deadline_;
  HttpAnswer answer_;
  std::string location_;
};

}  // namespace

// The library throws on schemes and ports that it does not know, also in redirects.
Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) try {
  return Download(url, timeout_ms).Get();
} catch (const std::exception& fault) {
  return Failed(url, Format("this program cannot download from such an address (%s).", fault.what()),
                "Give an address that starts with http:// and names a host.");
}

}  // namespace lab
