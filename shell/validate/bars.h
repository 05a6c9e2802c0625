// What "as CPython does" means: bars that hold or do not. Pure.
#pragma once

#include <string>
#include <vector>

#include "stats/estimate.h"

namespace lab {

// Ours beside CPython's, from repetitions that were taken alternately. Either may be missing.
struct Pair {
  std::vector<double> ours;
  std::vector<double> pythons;
};

struct Bar {
  enum class Kind {
    kDifference,  // |median ours - median CPython's| <= allowed
    kRatio,       // |median ours / median CPython's - 1| <= allowed
    kRange,       // low <= median ours <= high
    kDistance,    // Kolmogorov and Smirnov's of the two samples <= allowed
  };

  std::string name;
  Kind kind = Kind::kDifference;
  double allowed = 0;
  double low = 0;
  double high = 0;
  std::string unit;   // "", "/s", "ms", "×"
  Pair measured;
};

struct Judgement {
  double ours = 0;
  double pythons = 0;
  double off = 0;      // difference, relative difference, or how far outside the range
  bool holds = false;
  bool undecided = false;  // does not hold, but the 95 % interval of the two sides' ratio (kRange:
                           // of ours) allows that it does
  bool measured = false;
};

Judgement Judge(const Bar& bar);

// "within 0.05", "within 5 %", "0.97 to 1.05".
std::string AllowedText(const Bar& bar);
// The same with how far off the two sides are: "+0.012 of 0.05", "+1.2 % of 5 %", "0.97 to 1.05".
std::string OffText(const Bar& bar, const Judgement& judgement);

}  // namespace lab
