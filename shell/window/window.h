// The window that shows the panel: native (SDL2 and OpenGL) or the page's canvas. It draws only
// when something happened: an event, a notice, or a time that the panel asked for.
//
// Natively, from the command line:
//   auto opened = Window::Open({.experiment = experiment, .send = [&](const Request& r) { … }});
//   Session session([&](const Notice& n) { opened.value()->Post(n); });
//   return opened.value()->Run();
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "messages/messages.h"

namespace lab::panel {
class Panel;
struct Wishes;
}  // namespace lab::panel

namespace lab::window {

struct Surroundings;

struct WindowOptions {
  Experiment experiment{};
  std::vector<Error> complaints{};  // what was wrong with the arguments or the URL
  std::string theme = "";  // "auto", "light", "dark"; empty: as last time
  float scale = 0;  // device pixels to one CSS pixel; 0: the system's
  std::function<void(const Request&)> send{};  // to the engine; called on the thread of Run
};

class Window {
 public:
  // Everything but Post belongs to the thread that called Open, natively the process's first.
  static Result<std::unique_ptr<Window>> Open(WindowOptions options);
  // With other surroundings than the desktop's.
  static Result<std::unique_ptr<Window>> Open(WindowOptions options, Surroundings surroundings);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Hands a notice of the engine to the panel and wakes the window. Any thread, any time.
  void Post(Notice notice);

  // Natively: shows the saved result of that path as soon as it is read, or says why it cannot.
  void ReadFile(std::string path);

  // Natively: until the window is closed; returns the exit code. On the web: returns at once, the
  // browser calls back for each frame.
  int Run();

  // The effective colours; without it the system's preference or the person's choice decides.
  void SetDark(bool dark);
  void SetTouch(bool touch);
  void SetStill(bool still);
  void SetFramed(bool framed);
  void SetWishes(const panel::Wishes& wishes);
  // The fingers that are down press nothing any more.
  void LetGo();
  // Draws a frame soon.
  void Wake();
  panel::Panel& panel();

  // For the frame loop (frames.h): takes in waiting events and draws, or sees that there is nothing
  // to draw. Returns when the next frame is wanted: 0 at once, none: when something happens.
  std::optional<double> Frame();
  bool closed() const;
  // Device pixels to one CSS pixel in the last frame.
  float DrawnRatio() const;
  // Milliseconds of the last frames, at most 256.
  std::vector<double> FrameTimes() const;
  // The renderer's objects were lost with the context; they are made anew.
  void Restore();

 private:
  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace lab::window
