// Addresses of downloads, taken apart and put together as RFC 3986 says. Pure text; nothing is looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

struct Url {
  std::string scheme;     // in small letters, without ":"
  std::string authority;  // "user@host:port", as written
  std::string path;
  std::string query;      // with its "?", empty if there is none
};

// The parts of a whole address; nothing if it names no scheme. A fragment ("#…") is left out: no server sees it.
std::optional<Url> ParseUrl(std::string_view text);
std::string UrlText(const Url& url);

// Where a reference in the answer from `base` leads ("next.json", "?q=1", "../up", "//other/x", "HTTP://…"): RFC 3986, 5.2.
Url ResolveUrl(const Url& base, std::string_view reference);

// The host's name or number alone, without a user name and a port: "example.org", "[::1]".
std::string HostOf(const Url& url);

// What makes it no address for a download, as the end of a sentence that begins with the address; nothing if it is one.
std::optional<std::string> WhyNoDownload(const Url& url);

// The same text without a user name and password, to be shown and kept.
std::string WithoutUser(std::string_view url);

}  // namespace lab
