// A Python script as a whole file: what all of them have, in the order in which Python programmers
// expect it. Pure.
#pragma once

#include <string>
#include <vector>

namespace lab {

struct PythonScript {
  // "Count to 100,000,000 twice, in 2 threads": the first line, without its stop.
  std::string title;
  std::string lesson;  // lines, as all texts below: what to expect, and why
  std::vector<std::string> imports;  // whole lines, in any order, some perhaps twice
  std::string constants;
  std::string functions;
  std::string main;  // what is done in the end
  bool starts_processes = false;  // so that `main` may be done by the first one only
};

std::string TextOf(const PythonScript& script);

// The parts that are not empty, with `between` between them.
std::string Joined(const std::vector<std::string>& parts, const char* between);

}  // namespace lab
