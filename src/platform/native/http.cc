#include "platform/http.h"

#include <httplib.h>

#include <memory>
#include <optional>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "platform/clock.h"
#include "platform/native/download_guard.h"
#include "platform/native/name_lookup.h"

namespace lab {
namespace {

constexpr int kMostRedirects = 5;

// Nothing of a user name or a password, wherever the text came from.
Error Failed(const std::string& url, const std::string& what, const std::string& next) {
  return {.code = ErrorCode::kDownloadFailed, .message = WithoutUser(url) + ": " + what, .next = next};
}

// What OpenSSL says about a certificate: "self-signed certificate".
std::string CertificateFault(const httplib::Client& client) {
  const long verified = client.get_openssl_verify_result();
  return verified == X509_V_OK ? "it is for another name" : X509_verify_cert_error_string(verified);
}

// One download with one time limit for all of it, redirects included.
class Download {
 public:
  Download(const std::string& url, double timeout_ms)
      : url_(url), timeout_ms_(timeout_ms), deadline_(Now() + static_cast<Nanoseconds>(timeout_ms * 1e6)) {}

  Result<HttpAnswer> Get() {
    std::optional<Url> next = ParseUrl(url_);
    if (!next) return Failed(url_, "this is no address of a download.", kGiveAddress);
    if (const auto fault = WhyNoDownload(*next)) return Failed(url_, "it " + *fault + ".", kGiveAddress);
    for (int hop = 0; hop <= kMostRedirects; ++hop) {
      if (std::optional<Error> error = Fetch(*next)) return *error;
      const bool redirected = answer_.status >= 300 && answer_.status <= 399 && !location_.empty();
      if (!redirected) return std::move(answer_);
      next = ResolveUrl(*next, location_);
      if (const auto fault = WhyNoDownload(*next)) {
        return Failed(url_, "it redirects to " + WithoutUser(UrlText(*next)).substr(0, 200) + ", which " + *fault + ".", "Give the address of what is to be downloaded.");
      }
    }
    return Failed(url_, Format("it was redirected more than %d times.", kMostRedirects), "Give the address where the redirects end.");
  }

 private:
  static constexpr const char* kGiveAddress = "Give an address that starts with http:// or https:// and names a host.";

  double LeftMs() const { return static_cast<double>(deadline_ - Now()) / 1e6; }

  // Fills answer_ and location_ from one address, from whichever of its host's machines takes the connection.
  std::optional<Error> Fetch(const Url& url) {
    const std::string host = HostOf(url);
    if (IsNumber(host)) return FetchFrom(url, host, "");
    const std::optional<std::vector<std::string>> machines = AddressesOf(host, deadline_);
    if (!machines) return TooLate();
    if (machines->empty()) return Failed(url_, "the host is unknown.", "Check the address and the network.");
    std::optional<Error> error;
    for (const std::string& machine : *machines) {
      no_connection_ = false;
      error = FetchFrom(url, host, machine);
      if (!no_connection_) break;
    }
    return error;
  }

  static bool IsNumber(const std::string& host) { return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string::npos; }

  Error TooLate() const {
    return Failed(url_, Format("no whole answer within %.0f ms.", timeout_ms_), "Raise the timeout or choose a faster server.");
  }

  // `machine`: the number of one that has the host's name; empty if that is a number itself.
  std::optional<Error> FetchFrom(const Url& url, const std::string& host, const std::string& machine) {
    httplib::Client client(url.scheme + "://" + url.authority);
    if (!machine.empty()) client.set_hostname_addr_map({{host, machine}});
    if (!client.is_valid()) return Failed(url_, "this program cannot download from such an address.", kGiveAddress);
    const auto left = std::chrono::microseconds(static_cast<int64_t>(std::max(LeftMs(), 1.0) * 1000));
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
    const httplib::Result got = client.Get(url.path + url.query, begins, [this](const char* bytes, size_t size) { return Take(bytes, size); });
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
      return Failed(url_, "the answer is larger than " + Grouped(kLargestBody / 1e6) + " MB.", "Choose something smaller to download.");
    }
    if (ended == DownloadGuard::Ended::kTooManyHeaders) {
      return Failed(url_, Format("the headers of the answer are larger than %.0f KiB.", kMostHeaderBytes / 1024.0), "Choose a server that sends what it is asked for.");
    }
    if (ended == DownloadGuard::Ended::kTooLate || LeftMs() <= 1 || fault == httplib::Error::ConnectionTimeout) return TooLate();
    if (fault == httplib::Error::Connection) {
      return Failed(url_, "the connection was refused.", "Check the address and that the server is running.");
    }
    if (fault == httplib::Error::SSLServerVerification) {
      return Failed(url_, "its certificate is not to be trusted (" + CertificateFault(client) + ").", "Check the address; a server of your own can be fetched over http://.");
    }
    if (fault == httplib::Error::SSLConnection) {
      return Failed(url_, "no encrypted connection could be made.", "Check that the server speaks https:// at this port.");
    }
    return Failed(url_, "the download broke off (" + httplib::to_string(fault) + ").", "Check the address and the network.");
  }

  const std::string url_;
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
  return Failed(url, Format("this program cannot download from such an address (%s).", fault.what()),
                "Give an address that starts with http:// and names a host.");
}

}  // namespace lab
