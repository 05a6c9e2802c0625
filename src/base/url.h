// Addresses of downloads, taken apart and put together as RFC 3986 says. Pure text; nothing is
// looked up.
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

// The parts of a whole address; nothing if it names no scheme. A fragment ("#…") is left out: no
// server sees it.
std::optional<Url> ParseUrl(std::string_view text);
std::string UrlText(const Url& url);

// Where a reference in the response from `base` leads ("next.json", "?q=1", "../up", "//other/x",
// "HTTP://…"): RFC 3986, 5.2.
Url ResolveUrl(const Url& base, std::string_view reference);

// The host's name or number alone, without a user name and a port: "example.org", "[::1]".
std::string HostOf(const Url& url);

// What stands behind the host and its colon, as written; empty if nothing does.
std::string PortOf(const Url& url);

enum class UrlFault {
  kScheme,     // neither http nor https
  kUser,       // a user name or password, which would be shown and saved
  kNoHost,
  kPort,       // not a number from 1 to 65,535
  kCharacter,  // one that no address has
};

// What makes it no address for a download; nothing if it is one.
std::optional<UrlFault> FaultOf(const Url& url);

// The same text without a user name and password, to be shown and kept.
std::string WithoutUser(std::string_view url);

}  // namespace lab
