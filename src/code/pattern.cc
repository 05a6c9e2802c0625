#include "code/pattern.h"

#include <algorithm>

namespace lab {

std::string Filled(std::string_view pattern, const std::vector<NamedPart>& parts) {
  std::string filled;
  while (true) {
    const size_t sign = pattern.find('$');
    filled += pattern.substr(0, sign);
    if (sign == pattern.npos) return filled;
    pattern.remove_prefix(sign + 1);
    const auto end = std::ranges::find_if(pattern, [](char c) { return c < 'a' || c > 'z'; });
    const std::string_view name = pattern.substr(0, static_cast<size_t>(end - pattern.begin()));
    const auto part = std::ranges::find(parts, name, &NamedPart::first);
    filled += part == parts.end() ? "$" + std::string(name) : std::string(part->second);
    pattern.remove_prefix(name.size());
  }
}

}  // namespace lab
