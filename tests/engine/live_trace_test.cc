#include "engine/live_trace.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace lab {
namespace {

// Has recorded what a test says, and runs nothing.
class RecordedModel final : public Model {
 public:
  void Start(Started) override {}
  void Run(std::vector<Task>, Finished) override {}
  std::optional<Trace> Recorded() const override { return trace; }

  std::optional<Trace> trace;
};

Trace WithEvents(const std::vector<size_t>& of_lanes) {
  Trace trace;
  for (const size_t events : of_lanes) trace.lanes.emplace_back().events.resize(events);
  return trace;
}

class Growth : public testing::Test {
 protected:
  // What was told of each lane, one after the other.
  std::vector<size_t> Told() {
    std::vector<size_t> numbers;
    for (const LaneTrace& lane : grown_.back().growth.lanes) numbers.push_back(lane.events.size());
    return numbers;
  }
  // Serves until it has looked once more, for ten seconds at most.
  void Look() {
    looking_ = true;
    const EventLoop::Timer limit = loop_.After(10, [this] { loop_.Stop(); });
    loop_.Run();
    loop_.Cancel(limit);
    ASSERT_FALSE(looking_) << "it did not look within ten seconds";
  }

  EventLoop loop_;
  std::vector<TraceGrown> grown_;
  bool looking_ = false;
  const std::function<void(const Notice&)> notify_ = [this](const Notice& notice) {
    grown_.push_back(std::get<TraceGrown>(notice));
    if (std::exchange(looking_, false)) loop_.Stop();
  };
  LiveTrace live_{loop_, 1, notify_};
  RecordedModel model_;
};

TEST_F(Growth, IsWhatCameSinceTheLastLook) {
  live_.Begin(model_, {.model = "threads-gil", .repetition = 3});
  model_.trace = WithEvents({10, 5});
  Look();
  EXPECT_TRUE(grown_.back().begins);
  EXPECT_EQ(grown_.back().repetition, 3);
  EXPECT_EQ(Told(), (std::vector<size_t>{10, 5}));
  model_.trace = WithEvents({12, 5});
  Look();
  EXPECT_FALSE(grown_.back().begins);
  EXPECT_EQ(Told(), (std::vector<size_t>{2, 0}));
  live_.End(WithEvents({12, 9}));
  EXPECT_EQ(Told(), (std::vector<size_t>{0, 4}));
}

TEST_F(Growth, IsBoundedInAllLanesTogether) {
  live_.Begin(model_, {.model = "threads-gil"});
  model_.trace = WithEvents({kMostLiveEvents - 10, 100});
  Look();
  EXPECT_EQ(Told(), (std::vector<size_t>{kMostLiveEvents - 10, 10}));
  live_.End(WithEvents({kMostLiveEvents + 10, 200}));
  EXPECT_EQ(Told(), (std::vector<size_t>{0, 0}));
}

}  // namespace
}  // namespace lab
