// The facts of this machine and build that people need to read a result.
#pragma once

#include <optional>
#include <string>

namespace lab {

struct MachineFacts {
  std::string platform;   // "web" or "native"
  std::string build;      // "threads", "single" or "native"
  std::string system;     // the operating system, or the browser
  std::string compiler;
  std::string cpu;        // the processor's model; empty if unknown (browsers)
  int cores = 1;          // that this program may use, as reported: browsers may lie
  std::optional<int> machine_cores;  // native: all cores, if this program may not use each of them (its affinity)
  std::optional<double> cpu_quota;   // native: processor time in cores that this program may use at most (its control group)
  bool isolated = false;  // web: crossOriginIsolated; native: true
  bool delays = false;    // DelayOrigin can answer after a delay
  bool optimised = false; // false for a debug build
};

// Web: once the page has told its part (engine/main_web.cc).
MachineFacts DescribeMachine();

// What a "process" is here: "OS processes" natively, "isolated workers" in a browser.
std::string ProcessKind();

}  // namespace lab
