#include "engine/standstill.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(Standstill, IsNoticedWhetherItsTickWasDueOrNot) {
  EventLoop loop;
  Standstill standstill(loop);
  const Nanoseconds before = Now();
  EXPECT_EQ(standstill.Since(before), 0);
  usleep(4'500'000);  // the thread of the loop, which then has not ticked
  EXPECT_GE(standstill.Since(before), 3 * kSecond);
  loop.After(0.01, [&] { loop.Stop(); });
  ServeUntilStopped(loop, "a tick");
  EXPECT_GE(standstill.Since(before), 3 * kSecond) << "and is not forgotten";
  EXPECT_EQ(standstill.Since(Now()), 0);
}

}  // namespace
}  // namespace lab
