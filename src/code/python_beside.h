// Those that compute beside the one that responds: threads, processes, or nobody. Private to
// python_convoy.cc, which has the one that responds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/experiment.h"

namespace lab {

struct PythonBeside {
  std::string name;                  // of the variant
  std::string about;                 // one sentence: what the variant shows
  std::string how;                   // "beside 1 busy thread"
  std::string lesson;                // lines, as all texts below: what to expect, and why
  std::vector<std::string> imports;  // whole lines
  std::string constants;
  std::string functions;
  std::string notice;                // a paragraph at the beginning of the main part
  std::string setup;                 // what comes next there
  std::string run;  // has the `delays` of the responses beside them; empty if there is nobody
  bool starts_processes = false;
};

// Every variant that stands for the model; none for a model that Python does not have.
std::vector<PythonBeside> PythonBesides(const Experiment& experiment, std::string_view model);

}  // namespace lab
