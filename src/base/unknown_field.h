// What a newer version has written and this one does not understand: shown by its name, and written
// again as it stands.
#pragma once

#include <string>

namespace lab {

struct UnknownField {
  std::string name;
  std::string json;  // its value
  friend bool operator==(const UnknownField&, const UnknownField&) = default;
};

}  // namespace lab
