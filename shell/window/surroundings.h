// What the window can do to the world around it: the native ones are in surroundings_native.cc, the
// page's in main_web.cc. Called on the thread that draws.
#pragma once

#include <functional>
#include <string>

#include "engine/messages.h"
#include "shell/panel/panel.h"

namespace lab::window {

struct Surroundings {
  std::function<void(const Request&)> send;
  std::function<void(const Experiment&)> settings;          // the person changed them
  std::function<std::string(const panel::File&)> save;      // returns a line for the person
  std::function<void(const std::string&)> copy;
  std::function<void(const std::string&)> announce;
  std::function<void(const std::string&)> theme;            // "auto", "light", "dark"
  std::function<void(const std::string&)> link;
};

// Files go to Downloads (or the current folder), text to the clipboard, the rest nowhere.
Surroundings NativeSurroundings();

// What the window remembers from one start to the next.
struct Remembered {
  int width = 1280;
  int height = 800;
  std::string theme = "auto";
};
Remembered Recall();
void Remember(const Remembered& remembered);

// Whether the desktop prefers dark, as far as its settings files say.
bool SystemIsDark();

}  // namespace lab::window
