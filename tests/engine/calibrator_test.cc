#include "engine/calibrator.h"

#include <gtest/gtest.h>

#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(Calibrator, TakesWhatIsReportedForGrantedWhereTheClockIsTooCoarse) {
  EventLoop loop;
  Calibrator calibrator(loop, Catalog(), {.platform = "web", .cores = 3, .timer_step_s = 0.1});
  std::optional<Result<Capacity>> measured;
  calibrator.Measure([&](Result<Capacity> capacity) {
    measured = std::move(capacity);
    loop.Stop();
  });
  EXPECT_FALSE(measured) << "not from within the call";
  ServeUntilStopped(loop, "a capacity");
  ASSERT_TRUE(measured && *measured);
  EXPECT_EQ(measured->value().cores, 3);
  EXPECT_EQ(measured->value().unit_s, 0);
}

}  // namespace
}  // namespace lab
