#include "platform/address.h"

#include "words/english/platform.h"

namespace lab {
namespace {

const char* Name(UrlFault fault) {
  switch (fault) {
    case UrlFault::kScheme: return "scheme";
    case UrlFault::kUser: return "user";
    case UrlFault::kNoHost: return "host";
    case UrlFault::kPort: return "port";
    case UrlFault::kCharacter: break;
  }
  return "character";
}

}  // namespace

std::string WhyNoDownload(const Url& url) {
  constexpr size_t kShown = 20;  // letters of a port
  const std::optional<UrlFault> fault = FaultOf(url);
  if (!fault) return "";
  return Phrase<words::kAddressFault>("fault"_a = Name(*fault), "scheme"_a = url.scheme,
                                      "port"_a = PortOf(url).substr(0, kShown));
}

}  // namespace lab
