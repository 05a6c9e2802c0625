// How much of the machine other programs use, also within a fraction of a second.
#pragma once

#include <optional>

namespace lab {

// What the system had counted up to an instant, in seconds. The cores are those that this program
// may use: what happens on others does not disturb it.
struct LoadReading {
  double wall_s = 0;     // on the clock of clock.h
  int cores = 0;
  double idle_s = 0;     // of the cores together
  double stolen_s = 0;   // of the cores together: a virtual machine's host gave them to others
  // Processor time of this program and of all that it started, the living and the dead.
  double own_s = 0;
  double rounding_s = 0;  // standard deviation of the rounding in idle_s and own_s together
};

// Any thread, while no other of this program computes: what runs is counted only up to its last
// tick. Takes some 15 µs; where this program has child processes, 5 µs more for each of its
// threads, 0.5 µs for each worker of process.h and 15 µs for each other descendant. Native: from
// /proc, see native/load.cc. Empty where the system does not tell (browsers).
std::optional<LoadReading> ReadLoad();

// How many cores others kept busy on average between two readings: what was neither idle nor our
// own, and at least what was stolen, since some kernels count stolen time for the program that it
// was stolen from. The interrupts and the system's own threads are others, too: about 0.01 cores.
// Empty where rounding may make more than 0.03 cores of it (two standard deviations), which is so
// natively below 0.4 s, and if the number of cores has changed.
std::optional<double> OtherCoresBetween(const LoadReading& begin, const LoadReading& end);

// Any thread, one at a time.
class LoadMeter {
 public:
  // Measures from its making on, or from the last Reset.
  LoadMeter() : begin_(ReadLoad()) {}
  void Reset() { begin_ = ReadLoad(); }

  // See OtherCoresBetween. It goes on measuring: what is too short to tell now can be asked for
  // later.
  std::optional<double> OtherCores() const;

 private:
  std::optional<LoadReading> begin_;
};

}  // namespace lab
