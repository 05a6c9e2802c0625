// Runs an event loop on the test's own thread until something has happened.
#pragma once

#include <gtest/gtest.h>

#include "platform/event_loop.h"

namespace lab {

// Serves the loop until it is stopped; fails the test with `what` if that takes longer than
// `limit_s`.
inline void ServeUntilStopped(EventLoop& loop, const char* what, double limit_s = 30) {
  const EventLoop::Timer limit = loop.After(limit_s, [&] {
    ADD_FAILURE() << "waited " << limit_s << " s in vain for: " << what;
    loop.Stop();
  });
  loop.Run();
  loop.Cancel(limit);
}

}  // namespace lab
