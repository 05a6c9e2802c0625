#include "platform/native/core_times.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace lab {
namespace {

cpu_set_t Cores(std::initializer_list<int> numbers) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  for (const int number : numbers) CPU_SET(number, &cores);
  return cores;
}

// Core 2 is switched off.
constexpr const char* kStat =
    "cpu  600 20 300 70000 55 7 9 40 5 0\n"
    "cpu0 100 0 100 20000 10 1 1 5 5 0\n"
    "cpu1 200 20 100 20000 20 2 3 15 0 0\n"
    "cpu3 300 0 100 30000 23 4 5 20 0 0\n"
    "intr 12345 0 0\n"
    "ctxt 678\n";

TEST(CoreTimes, AreTheSumOfTheCoresThatAreAllowed) {
  struct Case {
    const char* what;
    cpu_set_t allowed;
    CoreTimes times;
  };
  for (const Case& each :
       {Case{"all that are online: their own line",
             Cores({0, 1, 2, 3}),
             {.cores = 3, .idle = 70055, .stolen = 40, .rounded = 2}},
        Case{"not known: all", Cores({}), {.cores = 3, .idle = 70055, .stolen = 40, .rounded = 2}},
        Case{"some", Cores({1, 3}), {.cores = 2, .idle = 50043, .stolen = 35, .rounded = 4}},
        Case{"one, beside one that is switched off",
             Cores({0, 2}),
             {.cores = 1, .idle = 20010, .stolen = 5, .rounded = 2}}}) {
    SCOPED_TRACE(each.what);
    const std::optional<CoreTimes> times = CoreTimesOf(kStat, each.allowed);
    ASSERT_TRUE(times);
    EXPECT_EQ(times->cores, each.times.cores);
    EXPECT_EQ(times->idle, each.times.idle);
    EXPECT_EQ(times->stolen, each.times.stolen);
    EXPECT_EQ(times->rounded, each.times.rounded);
  }
}

TEST(CoreTimes, AreEmptyWhereNothingIsTold) {
  for (const char* stat : {"", "cpu", "intr 5\n", "cpu  1 2 3 4 5 6 7\n", "cpu  1 2 x 4 5 6 7 8\n",
                           "cpu  0 0 0 0 0 0 0 0\ncpu0 0 0 0 0 0 0 0 0\n", "cpu  1 2 3 4 5 6 7 8\n",
                           "cpu1 1 2 3 4 5 6 7 8\n"}) {
    EXPECT_FALSE(CoreTimesOf(stat, Cores({0}))) << stat;
  }
  EXPECT_TRUE(CoreTimesOf("cpu  1 2 3 4 5 6 7 8\ncpu0 1 2 3 4 5 6 7 8", Cores({0})))
      << "a last line without an end";
}

}  // namespace
}  // namespace lab
