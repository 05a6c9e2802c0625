#include "base/url.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace lab {
namespace {

constexpr int kHighestPort = 65'535;

char Small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool IsLetter(char letter) { return Small(letter) >= 'a' && Small(letter) <= 'z'; }

// How long the scheme at the beginning is, without ":"; 0 if there is none.
size_t SchemeLength(std::string_view text) {
  const auto belongs = [](char letter) {
    return IsLetter(letter) || (letter >= '0' && letter <= '9') || letter == '+' || letter == '-' ||
           letter == '.';
  };
  const size_t colon = text.find(':');
  if (colon == text.npos || colon == 0 || !IsLetter(text[0])) return 0;
  return std::ranges::all_of(text.substr(0, colon), belongs) ? colon : 0;
}

// What stands behind the scheme, if there is one: an authority, a path, a query.
struct Rest {
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query;
};

Rest Split(std::string_view text) {
  Rest rest;
  text = text.substr(0, text.find('#'));
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const size_t end = std::min(text.find_first_of("/?"), text.size());
    rest.authority = text.substr(0, end);
    text.remove_prefix(end);
  }
  const size_t query = text.find('?');
  rest.path = text.substr(0, query);
  if (query != text.npos) rest.query = text.substr(query);
  return rest;
}

// RFC 3986, 5.2.4.
std::string WithoutDots(std::string_view path) {
  std::string plain;
  while (!path.empty()) {
    if (path.starts_with("../")) path.remove_prefix(3);
    else if (path.starts_with("./") || path.starts_with("/./")) path.remove_prefix(2);
    else if (path == "/.") path = "/";
    else if (path == "." || path == "..") path = {};
    else if (path.starts_with("/../") || path == "/..") {
      path = path == "/.." ? std::string_view("/") : path.substr(3);
      plain.erase(std::min(plain.rfind('/'), plain.size()));
    } else {
      const size_t end = std::min(path.find('/', 1), path.size());
      plain += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return plain;
}

// Beside the last segment of the base's path.
std::string Merged(const Url& base, const std::string& path) {
  const size_t slash = base.path.rfind('/');
  return (slash == std::string::npos ? "/" : base.path.substr(0, slash + 1)) + path;
}

// The text behind the last colon that is not within an IPv6 address; empty if there is none.
std::string_view PortOf(std::string_view authority) {
  const size_t colon = authority.rfind(':');
  if (colon == authority.npos || authority.find(']', colon) != authority.npos) return {};
  return authority.substr(colon + 1);
}

}  // namespace

std::optional<Url> ParseUrl(std::string_view text) {
  const size_t scheme = SchemeLength(text);
  if (scheme == 0) return std::nullopt;
  Url url;
  std::ranges::transform(text.substr(0, scheme), std::back_inserter(url.scheme), Small);
  Rest rest = Split(text.substr(scheme + 1));
  url.authority = std::move(rest.authority).value_or("");
  url.path = rest.path;
  url.query = std::move(rest.query).value_or("");
  if (url.path.empty() && !url.authority.empty()) url.path = "/";
  return url;
}

std::string UrlText(const Url& url) {
  return url.scheme + ":" + (url.authority.empty() ? "" : "//" + url.authority) + url.path +
         url.query;
}

Url ResolveUrl(const Url& base, std::string_view reference) {
  if (std::optional<Url> whole = ParseUrl(reference)) {
    whole->path = WithoutDots(whole->path);
    return *std::move(whole);
  }
  const Rest rest = Split(reference);
  Url url = base;
  if (rest.authority) {
    url.authority = *rest.authority;
    url.path = rest.path.empty() ? "/" : WithoutDots(rest.path);
  } else if (!rest.path.empty()) {
    url.path = WithoutDots(rest.path.starts_with('/') ? rest.path : Merged(base, rest.path));
  } else if (!rest.query) {
    return url;
  }
  url.query = rest.query.value_or("");
  return url;
}

std::string HostOf(const Url& url) {
  std::string_view host = url.authority;
  host.remove_suffix(PortOf(host).size());
  if (host.ends_with(':')) host.remove_suffix(1);
  return std::string(host.substr(host.find('@') + 1));
}

std::string PortOf(const Url& url) { return std::string(PortOf(url.authority)); }

std::optional<UrlFault> FaultOf(const Url& url) {
  if (url.scheme != "http" && url.scheme != "https") return UrlFault::kScheme;
  if (url.authority.find('@') != std::string::npos) return UrlFault::kUser;
  const std::string_view port = PortOf(url.authority);
  const std::string_view host =
      std::string_view(url.authority).substr(0, url.authority.size() - port.size());
  if (host.empty() || host == ":") return UrlFault::kNoHost;
  int number = 0;
  const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
  const bool is_number = read.ptr == port.data() + port.size() && read.ec == std::errc();
  if (!port.empty() && (!is_number || number < 1 || number > kHighestPort)) return UrlFault::kPort;
  const auto is_odd = [](char letter) { return letter <= ' ' || letter == '\\' || letter == 0x7f; };
  const bool odd = std::ranges::any_of(UrlText(url), [&](char letter) {
    return is_odd(letter) && static_cast<unsigned char>(letter) < 0x80;
  });
  return odd ? std::optional(UrlFault::kCharacter) : std::nullopt;
}

std::string WithoutUser(std::string_view url) {
  const size_t slashes = url.find("//");
  if (slashes == url.npos) return std::string(url);
  const size_t start = slashes + 2;
  const size_t end = std::min(url.find_first_of("/?#", start), url.size());
  const size_t at = url.substr(0, end).rfind('@');
  if (at == url.npos || at < start) return std::string(url);
  return std::string(url.substr(0, start)) + std::string(url.substr(at + 1));
}

}  // namespace lab
