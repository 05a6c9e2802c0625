// What is told on standard error while a run or sweep is under way: on a terminal one line that is
// written over and over; elsewhere only that it will take longer than the time there is.
#pragma once

#include <optional>
#include <string>

#include "messages/messages.h"

namespace lab {

class ProgressLine {
 public:
  explicit ProgressLine(bool terminal) : terminal_(terminal) {}

  // What the notice adds.
  void Show(const Notice& notice);
  void Clear() const;

 private:
  void On(const Ready& ready) { environment_ = ready.environment; }
  void On(const Started& started);
  void On(const Calibrated& calibrated);
  void On(const TrialStarted& trial);
  void On(const TrialDone& trial);
  void On(const SweepStarted& started);
  void On(const PointDone& point);
  template <typename T>
  void On(const T&) {}

  void Write(const std::string& text) const;
  // Stays, whatever follows.
  void Say(const std::string& sentence) const;

  const bool terminal_;
  Environment environment_;
  bool sweep_ = false;
  int done_ = 0;    // points of it
  int points_ = 0;  // that it will have
  double left_s_ = 0;
};

}  // namespace lab
