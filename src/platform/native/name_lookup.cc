#include "platform/native/name_lookup.h"

#include <netdb.h>
#include <sys/socket.h>

#include <chrono>
#include <future>
#include <memory>
#include <thread>

namespace lab {
namespace {

std::vector<std::string> LookUp(const std::string& host) {
  const addrinfo wanted = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) return {};
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, freeaddrinfo);
  std::vector<std::string> addresses;
  for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
    char text[NI_MAXHOST];
    if (getnameinfo(each->ai_addr, each->ai_addrlen, text, sizeof text, nullptr, 0,
                    NI_NUMERICHOST) == 0)
      addresses.emplace_back(text);
  }
  return addresses;
}

}  // namespace

std::optional<std::vector<std::string>> AddressesOf(const std::string& host, Nanoseconds deadline) {
  const auto left = std::chrono::nanoseconds(deadline - Now());
  if (left.count() <= 0) return std::nullopt;
  std::promise<std::vector<std::string>> promise;
  std::future<std::vector<std::string>> addresses = promise.get_future();
  std::thread([host, promise = std::move(promise)]() mutable {
    promise.set_value(LookUp(host));
  }).detach();
  if (addresses.wait_for(left) != std::future_status::ready) return std::nullopt;
  return addresses.get();
}

}  // namespace lab
