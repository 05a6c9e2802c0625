#include "platform/http.h"

#include <httplib.h>

#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "base/url.h"
#include "platform/address.h"
#include "platform/clock.h"
#include "platform/native/download_guard.h"
#include "platform/native/name_lookup.h"
#include "words/english/platform.h"

namespace lab {
namespace {

constexpr int kMostRedirects = 5;
constexpr size_t kShownOfTarget = 200;  // letters of where a redirect leads

Error Failed(std::string message, std::string next) {
  return {
      .code = ErrorCode::kDownloadFailed, .message = std::move(message), .next = std::move(next)};
}

// What OpenSSL says about a certificate: "self-signed certificate"; empty if it is for another
// name.
std::string CertificateFault(const httplib::Client& client) {
  const long verified = client.get_openssl_verify_result();
  return verified == X509_V_OK ? "" : X509_verify_cert_error_string(verified);
}

// One download with one time limit for all of it, redirects included.
class Download {
 public:
  Download(const std::string& url, double timeout_ms)
      : url_(url),
        shown_(WithoutUser(url)),
        timeout_ms_(timeout_ms),
        deadline_(Now() + static_cast<Nanoseconds>(timeout_ms * 1e6)) {}

  Result<HttpAnswer> Get() {
    std::optional<Url> next = ParseUrl(url_);
    if (!next)
      return Failed(Phrase<words::kNoWholeAddress>("url"_a = shown_),
                    Phrase<words::kGiveAddress>());
    if (const std::string cause = WhyNoDownload(*next); !cause.empty()) {
      return Failed(Phrase<words::kCannotDownload>("url"_a = shown_, "cause"_a = cause),
                    Phrase<words::kGiveAddress>());
    }
    for (int hop = 0; hop <= kMostRedirects; ++hop) {
      if (std::optional<Error> error = Fetch(*next)) return *error;
      const bool redirected = answer_.status >= 300 && answer_.status <= 399 && !location_.empty();
      if (!redirected) return std::move(answer_);
      next = ResolveUrl(*next, location_);
      if (const std::string cause = WhyNoDownload(*next); !cause.empty()) {
        const std::string target = WithoutUser(UrlText(*next)).substr(0, kShownOfTarget);
        return Failed(Phrase<words::kRedirectsWrongly>("url"_a = shown_, "target"_a = target,
                                                       "cause"_a = cause),
                      Phrase<words::kGiveTarget>());
      }
    }
    return Failed(Phrase<words::kRedirectsTooOften>("url"_a = shown_, "most"_a = kMostRedirects),
                  Phrase<words::kGiveLastAddress>());
  }

 private:
  double LeftMs() const { return static_cast<double>(deadline_ - Now()) / 1e6; }

  // Fills answer_ and location_ from one address, from whichever of its host's machines takes the
  // connection.
  std::optional<Error> Fetch(const Url& url) {
    const std::string host = HostOf(url);
    if (IsNumber(host)) return FetchFrom(url, host, "");
    const std::optional<std::vector<std::string>> machines = AddressesOf(host, deadline_);
    if (!machines) return TooLate();
    if (machines->empty())
      return Failed(Phrase<words::kUnknownHost>("url"_a = shown_), Phrase<words::kCheckAddress>());
    std::optional<Error> error;
    for (const std::string& machine : *machines) {
      no_connection_ = false;
      error = FetchFrom(url, host, machine);
      if (!no_connection_) break;
    }
    return error;
  }

  static bool IsNumber(const std::string& host) {
    return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string::npos;
  }

  Error TooLate() const {
    return Failed(
        Phrase<words::kDownloadTooSlow>("url"_a = shown_, "limit"_a = std::round(timeout_ms_)),
        Phrase<words::kRaiseTimeout>());
  }

  // `machine`: the number of one that has the host's name; empty if that is a number itself.
  std::optional<Error> FetchFrom(const Url& url, const std::string& host,
                                 const std::string& machine) {
    httplib::Client client(url.scheme + "://" + url.authority);
    if (!machine.empty()) client.set_hostname_addr_map({{host, machine}});
    if (!client.is_valid())
      return Failed(Phrase<words::kLibraryRefuses>("url"_a = shown_, "cause"_a = ""),
                    Phrase<words::kGiveAddress>());
    const auto left =
        std::chrono::microseconds(static_cast<int64_t>(std::max(LeftMs(), 1.0) * 1000));
    client.set_connection_timeout(left);
    client.set_read_timeout(left);
    client.set_write_timeout(left);
    DownloadGuard guard(deadline_);
    client.set_socket_options([&](int socket) { guard.Watch(socket); });
    answer_ = {};
    const auto begins = [&](const httplib::Response&) {
      guard.HeadersDone();
      return true;
    };
    const httplib::Result got =
        client.Get(url.path + url.query, begins,
                   [this](const char* bytes, size_t size) { return Take(bytes, size); });
    if (!got) return Explain(got.error(), guard.ended(), client);
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

  Error Explain(httplib::Error fault, DownloadGuard::Ended ended, const httplib::Client& client) {
    no_connection_ = fault == httplib::Error::Connection && ended == DownloadGuard::Ended::kNot;
    if (answer_.body.size() > kLargestBody) {
      return Failed(
          Phrase<words::kDownloadTooLarge>("url"_a = shown_, "most"_a = kLargestBody / 1e6),
          Phrase<words::kChooseSmaller>());
    }
    if (ended == DownloadGuard::Ended::kTooManyHeaders) {
      return Failed(
          Phrase<words::kHeadersTooLarge>("url"_a = shown_, "most"_a = kMostHeaderBytes / 1024),
          Phrase<words::kChooseServer>());
    }
    if (ended == DownloadGuard::Ended::kTooLate || LeftMs() <= 1 ||
        fault == httplib::Error::ConnectionTimeout)
      return TooLate();
    if (fault == httplib::Error::Connection) {
      return Failed(Phrase<words::kConnectionRefused>("url"_a = shown_),
                    Phrase<words::kCheckServer>());
    }
    if (fault == httplib::Error::SSLServerVerification) {
      return Failed(
          Phrase<words::kBadCertificate>("url"_a = shown_, "cause"_a = CertificateFault(client)),
          Phrase<words::kUseHttp>());
    }
    if (fault == httplib::Error::SSLConnection) {
      return Failed(Phrase<words::kNoEncryption>("url"_a = shown_), Phrase<words::kCheckPort>());
    }
    return Failed(
        Phrase<words::kDownloadBrokeOff>("url"_a = shown_, "cause"_a = httplib::to_string(fault)),
        Phrase<words::kCheckAddress>());
  }

  const std::string url_;
  const std::string shown_;  // nothing of a user name or a password
  const double timeout_ms_;
  const Nanoseconds deadline_;
  HttpAnswer answer_;
  std::string location_;
  bool no_connection_ = false;  // the last machine took none
};

}  // namespace

// The library throws on schemes and ports that it does not know, also in redirects.
Result<HttpAnswer> HttpGet(const std::string& url, double timeout_ms) try {
  return Download(url, timeout_ms).Get();
} catch (const std::exception& fault) {
  return Failed(
      Phrase<words::kLibraryRefuses>("url"_a = WithoutUser(url), "cause"_a = fault.what()),
      Phrase<words::kGiveAddress>());
}

}  // namespace lab
