// Codes that have names in files and messages: an enum with a table of them, `CodeNames<Code>
// NamesOf(Code)` beside it.
#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace lab {

template <typename Code>
using CodeNames = std::span<const std::pair<Code, std::string_view>>;

template <typename Code>
concept NamedCode = requires(Code code) {
  { NamesOf(code) } -> std::same_as<CodeNames<Code>>;
};

// Every code has one.
template <NamedCode Code>
std::string_view Name(Code code) {
  return std::ranges::find(NamesOf(code), code, &std::pair<Code, std::string_view>::first)->second;
}

// Empty if there is none of that name.
template <NamedCode Code>
std::optional<Code> CodeNamed(std::string_view name) {
  for (const auto& [code, its_name] : NamesOf(Code{})) {
    if (its_name == name) return code;
  }
  return std::nullopt;
}

}  // namespace lab
