// The facts of this machine and build that people need to read a result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/unknown_field.h"

namespace lab {

struct Environment {
  std::string platform;       // "web" or "native"
  std::string build;  // "threads", "single" or "native"; "none": of a page in which no engine runs
  std::string system;  // the operating system, or the browser and its version
  std::string compiler;
  std::string lab_version;  // "0.1.0"
  std::string cpu;  // the processor's model; empty if unknown (browsers)
  int cores = 1;  // that this program may use: reported, not measured, and browsers may lie
  // Native: all cores, if this program may not use each of them (its affinity).
  std::optional<int> machine_cores;
  std::optional<double> cpu_quota;  // native: processor time in cores that this program may use at
                                    // most (its control group)
  double timer_step_s = 0;  // smallest step seen between two readings of the clock
  bool isolated = false;  // web: crossOriginIsolated; native: true
  bool pinning = false;  // whether workers can be kept on one core
  bool delays = true;  // DelayOrigin can delay its responses
  bool optimised = true;  // false for a debug build: its times say nothing
  std::vector<UnknownField> unknown;  // of a file of a newer version
};

// Of this machine. Measures the clock's step, which takes some milliseconds. Web: once the page has
// told its part (engine/main_web.cc).
Environment DescribeEnvironment();

// What a "process" is here: "OS processes" natively, "isolated workers" in a browser.
std::string ProcessKind();

}  // namespace lab
