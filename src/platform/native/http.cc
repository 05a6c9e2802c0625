#include "platform/http.h"

#include <httplib.h>

#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace lab {
namespace {

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

Error Failed(const std::string& url, httplib::Error fault, double timeout_ms) {
  Error error = {.code = ErrorCode::kDownloadFailed, .message = {}};
  switch (fault) {
    case httplib::Error::Connection:
      error.message = url + ": the connection was refused or the host is unknown.";
      error.next = "Check the address and that the server is running.";
      break;
    case httplib::Error::ConnectionTimeout:
    case httplib::Error::Read:
      error.message = url + Format(": no whole answer within %.0f ms.", timeout_ms);
      error.next = "Raise the timeout or choose a faster server.";
      break;
    default:
      error.message = url + ": the download broke off (" + httplib::to_string(fault) + ").";
      error.next = "Check the address and the network.";
  }
  return error;
}

// Null for an address that the library refuses; it throws on schemes that it does not know.
std::unique_ptr<httplib::Client> MakeClient(const std::string& origin) try {
  auto client = std::make_unique<httplib::Client>(origin);
  return client->is_valid() ? std::move(client) : nullptr;
} catch (const std::invalid_argument&) {
  return nullptr;
}

}  // namespace

Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) {
  const Address address = Split(url);
  const std::unique_ptr<httplib::Client> client = MakeClient(address.origin);
  if (client == nullptr) {
    return Error{.code = ErrorCode::kDownloadFailed,
                 .message = url + ": this program cannot download from such an address.",
                 .next = "Give an address that starts with http:// and names a host."};
  }
  const auto limit = std::chrono::microseconds(static_cast<int64_t>(timeout_ms * 1000));
  client->set_connection_timeout(limit);
  client->set_read_timeout(limit);
  client->set_write_timeout(limit);
  client->set_follow_location(true);
  httplib::Result answer = client->Get(address.path);
  if (!answer) return Failed(url, answer.error(), timeout_ms);
  return HttpAnswer{.status = answer->status, .body = std::move(answer->body)};
}

}  // namespace lab
