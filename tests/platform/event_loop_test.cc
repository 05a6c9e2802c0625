#include "platform/event_loop.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

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

TEST(EventLoop, RunsTimersWhenTheyAreDueAndInThatOrder) {
  EventLoop loop;
  std::vector<char> order;
  loop.After(0.03, [&] {
    order.push_back('c');
    loop.Stop();
  });
  loop.After(0.01, [&] { order.push_back('a'); });
  loop.After(0.02, [&] { order.push_back('b'); });
  ServeUntilStopped(loop, "three timers");
  EXPECT_EQ(order, (std::vector{'a', 'b', 'c'}));
}

TEST(EventLoop, ACancelledTimerDoesNotRun) {
  EventLoop loop;
  bool ran = false;
  const EventLoop::Timer timer = loop.After(0.005, [&] { ran = true; });
  loop.After(0.001, [&] { loop.Cancel(timer); });
  loop.After(0.02, [&] { loop.Stop(); });
  ServeUntilStopped(loop, "the last timer");
  EXPECT_FALSE(ran);
}

}  // namespace
}  // namespace lab
