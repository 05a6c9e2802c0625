// How long the last frames took the thread that draws, in milliseconds: the views and handing the
// picture to OpenGL, without waiting for the display.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace lab::window {

class FrameTimes {
 public:
  void Add(double milliseconds) {
    times_[next_++ % times_.size()] = milliseconds;
    if (count_ < times_.size()) ++count_;
  }
  std::vector<double> All() const {
    return {times_.begin(), times_.begin() + static_cast<std::ptrdiff_t>(count_)};
  }

 private:
  std::array<double, 256> times_{};
  size_t next_ = 0;
  size_t count_ = 0;
};

}  // namespace lab::window
