// What the window can do to the world around it: the native ones are in surroundings_native.cc, the
// page's in main_web.cc. Called on the thread that draws.
#pragma once

#include <functional>
#include <string>

#include "messages/messages.h"
#include "shell/panel/panel.h"
#include "shell/window/pixels.h"

namespace lab::window {

struct Surroundings {
  std::function<void(const Request&)> send;
  std::function<void(const Experiment&)> settings;  // the person changed them
  // These return a line for the person; an empty one where what came of it is told later, by
  // Panel::Tell.
  std::function<std::string(const panel::File&)> save;
  std::function<std::string(const std::string& name, const Pixels&)> save_picture;  // as PNG
  std::function<std::string(const std::string&)> copy;
  std::function<void()> open;  // lets the person choose a file, for Panel::Open
  std::function<void(const std::string&)> recording;  // fetches a recorded run, for Panel::Replay
  std::function<void(const std::string&)> announce;
  std::function<void(const std::string&)> theme;  // "auto", "light", "dark"
  std::function<void(const std::string&)> link;
};

// Of this platform. Natively files go to Downloads (or the current folder), text to the clipboard,
// the rest nowhere: files to open are dropped on the window or named on the command line. In a
// browser all of it goes to the page.
Surroundings PlatformSurroundings();

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
