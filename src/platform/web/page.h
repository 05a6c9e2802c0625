// What the page found out and told the engine (web/capabilities.js).
#pragma once

#include <string>

namespace lab {

struct Page {
  int cores = 1;
  bool isolated = false;
  bool delays = false;  // its server responds to /delay/<ms>/…
  std::string system;   // the browser
  std::string origin;   // with a slash at the end
};

// Written once, before the engine is made; read on the home afterwards.
Page& ThePage();

}  // namespace lab
