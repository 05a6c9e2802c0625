// What the page found out and told the engine (web/capabilities.js).
#pragma once

#include <string>

namespace lab {

struct PageFacts {
  int cores = 1;
  bool isolated = false;
  bool delays = false;  // the page's server answers /delay/<ms>/…
  std::string system;   // the browser
  std::string origin;   // of the page, with a slash at the end
};

// Written once, before the engine is made; read on the home afterwards.
PageFacts& ThePageFacts();

}  // namespace lab
