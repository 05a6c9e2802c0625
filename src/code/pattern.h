// A text with places to be filled: "$name" stands for what is called so. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lab {

using NamedPart = std::pair<std::string_view, std::string_view>;

// Names are of small letters; one that is not among `parts` stays as it is.
std::string Filled(std::string_view pattern, const std::vector<NamedPart>& parts);

}  // namespace lab
