// Faults of a command line that are found before its values are read.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace CLI {
class App;
}

namespace lab {

// A sentence about the first option or command that does not exist, with the nearest that does;
// about a flag whose value is neither true nor false; about an option that has another one where
// its value should be. Nothing if there is no such fault.
std::optional<std::string> UsageFault(const CLI::App& app, std::span<char* const> arguments);

}  // namespace lab
