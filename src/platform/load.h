// How much of the machine other programs use.
#pragma once

#include <optional>

namespace lab {

// Measures from its making on. Any thread, one at a time.
class LoadMeter {
 public:
  LoadMeter();

  // How many cores other programs kept busy on average since then; this program and the processes
  // that it started are not among them. Empty where the system does not tell (browsers), and for less than half a second.
  std::optional<double> OtherCores() const;

 private:
  struct Times {
    double wall_s = 0;
    double busy_s = 0;  // of all cores together
    double own_s = 0;
  };
  static std::optional<Times> Read();

  const std::optional<Times> begin_;
};

}  // namespace lab
