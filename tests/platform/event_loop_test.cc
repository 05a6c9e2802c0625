#include "platform/event_loop.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "platform/clock.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(EventLoop, RunsPostedTasksInTheirOrder) {
  EventLoop loop;
  std::vector<int> order;
  for (int number = 0; number < 5; ++number) loop.Post([&, number] { order.push_back(number); });
  loop.Post([&] { loop.Stop(); });
  ServeUntilStopped(loop, "five tasks");
  EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
}

TEST(EventLoop, TakesTasksFromOtherThreads) {
  EventLoop loop;
  constexpr int kEach = 1000;
  int ran = 0;  // on the loop's thread only
  const auto post = [&] {
    for (int task = 0; task < kEach; ++task) {
      loop.Post([&] {
        if (++ran == 2 * kEach) loop.Stop();
      });
    }
  };
  std::thread one(post);
  std::thread two(post);
  ServeUntilStopped(loop, "tasks of two threads");
  one.join();
  two.join();
  EXPECT_EQ(ran, 2 * kEach);
}

// So far apart that a thread that loses its core between two lines sets them in the same order.
TEST(EventLoop, RunsTimersWhenTheyAreDueAndInThatOrder) {
  EventLoop loop;
  std::vector<char> order;
  const Nanoseconds begin = Now();
  loop.After(0.5, [&] {
    order.push_back('c');
    EXPECT_GE(Now() - begin, 500'000'000);
    loop.Stop();
  });
  loop.After(0.1, [&] {
    order.push_back('a');
    EXPECT_GE(Now() - begin, 100'000'000);
  });
  loop.After(0.3, [&] { order.push_back('b'); });
  ServeUntilStopped(loop, "three timers");
  EXPECT_EQ(order, (std::vector{'a', 'b', 'c'}));
}

TEST(EventLoop, ACancelledTimerDoesNotRun) {
  EventLoop loop;
  bool ran = false;
  const EventLoop::Timer timer = loop.After(0.3, [&] { ran = true; });
  loop.After(0.001, [&] { loop.Cancel(timer); });
  loop.After(0.35, [&] { loop.Stop(); });
  ServeUntilStopped(loop, "the last timer");
  EXPECT_FALSE(ran);
}

}  // namespace
}  // namespace lab
