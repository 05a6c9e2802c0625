// The engine's end of the port to the window: facts and requests come in, notices go out. Used on
// the engine's own thread, the home, only.
#pragma once

#include <functional>
#include <string>

namespace lab {

struct HomeEvents {
  std::function<void()> open;  // the page has told its part (DescribeEnvironment)
  std::function<void(std::string text)> request;
};

// Once, from main().
void OpenHome(HomeEvents events);
void SendToWindow(const std::string& notice);

}  // namespace lab
