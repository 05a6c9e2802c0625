// Reads saved results for the window on a thread of its own, so that a large one stops no picture.
// The page reads its files itself (web/file_reader.js); natively they are dropped on the window or
// named on the command line. One .cc for each platform, chosen by CMake.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "messages/codec.h"
#include "shell/panel/panel.h"

namespace lab::window {

class FileReader {
 public:
  // `wake` is called from any thread whenever there is something to tell.
  explicit FileReader(std::function<void()> wake);
  // Waits for the file that is being read.
  ~FileReader();

  // After those that were asked for before.
  void Read(std::string path);
  // Gives the panel what has been read since, or how far that is. The thread that draws.
  void Tell(panel::Panel& panel);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lab::window
