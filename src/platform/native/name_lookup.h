// The addresses of a host's name. The system looks them up for as long as it likes, so this is done
// on a thread that is left behind when nobody waits any longer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/clock.h"

namespace lab {

// In the order in which to try them, as numbers: "127.0.0.1". Empty if nobody knows the host;
// nothing if it was not known by the deadline.
std::optional<std::vector<std::string>> AddressesOf(const std::string& host, Nanoseconds deadline);

}  // namespace lab
