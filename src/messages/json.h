// JSON values as the codec has them. Private to it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace lab {

// Keys keep the order in which they are written: people read these files.
using Json = nlohmann::ordered_json;

// The value as it is written, cut short, and harmless in a terminal.
std::string Shown(const Json& value);

}  // namespace lab
