#include "shell/view/countdown.h"

#include <algorithm>

namespace lab::panel {

void Countdown::Tell(double now_s, double left_s) {
  reached_ = Share(now_s);
  told_s_ = now_s;
  left_s_ = left_s;
}

double Countdown::Left(double now_s) const { return std::max(0.0, left_s_ - (now_s - told_s_)); }

double Countdown::Share(double now_s) const {
  const double elapsed = std::max(0.0, now_s - begun_s_);
  const double all = elapsed + Left(now_s);
  return std::max(reached_, all > 0 ? elapsed / all : 0);
}

}  // namespace lab::panel
