// Two results beside each other: native against browser, machine against machine. Pure.
#pragma once

#include <string>
#include <vector>

#include "messages/result.h"

namespace lab {

// Without what nothing can be concluded from: a ratio of 0 stands for none.
struct ModelComparison {
  std::string model;
  double first_s = 0;           // medians; 0 where they were too short for the clock
  double second_s = 0;
  Estimate times;               // how many times faster the second is: first_s / second_s
  Estimate first_speedup;
  Estimate second_speedup;
  Estimate speedups;            // second speedup / first speedup
};

struct Comparison {
  std::string first;            // what each was measured with: "native, Linux …, 2 cores"
  std::string second;
  std::vector<std::string>
      doubts;       // sentences about a file that ended early, or allows no sure conclusion
  // Clauses: of the settings (then times cannot be compared) and of the machines.
  std::vector<std::string> differences;
  std::vector<ModelComparison> models;  // of those that both have
};

Comparison CompareResults(const RunResult& first, const RunResult& second);

// A median of a comparison in words, as far as it is known.
std::string ComparedTime(double seconds);

// As a sentence: "A and B differ: …".
std::string DifferenceText(const std::string& difference);

std::string AsTable(const Comparison& comparison);

}  // namespace lab
