// Tests that measure share the machine with whoever else computes on it. They may try again, always
// with the same bound, for longer than another program keeps a core busy now and then.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "platform/clock.h"

namespace lab {

// Tries until `attempt` returns nothing, which says that it held; otherwise it returns what it saw
// instead. The test fails where that never happens, with all that was seen and what `otherwise`
// adds.
inline void ExpectInOneAttempt(
    const std::function<std::string()>& attempt,
    const std::function<std::string()>& otherwise = [] { return ""; }) {
  constexpr int kFewest = 6;
  constexpr Nanoseconds kPatience = 20'000'000'000;
  const Nanoseconds begin = Now();
  std::string seen;
  int attempts = 0;
  for (; attempts < kFewest || Now() - begin < kPatience; ++attempts) {
    const std::string instead = attempt();
    if (instead.empty()) return;
    // The first ones tell enough.
    if (attempts < kFewest) seen += "\n  " + instead;
  }
  ADD_FAILURE() << "in " << attempts << " attempts, of which the first saw:" << seen << otherwise();
}

}  // namespace lab
