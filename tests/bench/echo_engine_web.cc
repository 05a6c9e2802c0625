// Stands in for the engine: times round trips of messages to one process, and the recording of
// events. A request is a text, "<bytes> <rounds>" or "events <number>"; the notice is the seconds
// of each round trip as a JSON array, or the nanoseconds of an event. The first notice says that
// the process is there.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "platform/clock.h"
#include "platform/event_loop.h"
#include "platform/process.h"
#include "platform/web/home.h"
#include "trace/recorder.h"

namespace {

class Echo {
 public:
  explicit Echo(lab::EventLoop& loop)
      : process_(lab::Process::Start(
            loop, {.name = "echo"},
            {.message = [this](std::span<const std::byte> bytes) { Receive(bytes); },
             .ended =
                 [](const std::string& reason) { lab::SendToWindow("\"" + reason + "\""); }})) {}

  void Begin(size_t bytes, int rounds) {
    message_.assign(bytes, std::byte{1});
    rounds_ = rounds;
    took_.clear();
    Send();
  }

 private:
  void Send() {
    sent_ = lab::Now();
    process_->Send({&message_, 1});
  }
  void Receive(std::span<const std::byte> bytes) {
    if (!ready_) {
      ready_ = true;
      return lab::SendToWindow("\"ready\"");
    }
    // It is in this program's memory now, and looked at as the rivals look at theirs.
    const bool same = bytes.size() == message_.size() &&
                      std::ranges::equal(bytes.first(64), std::span(message_).first(64));
    took_.push_back(lab::Now() - sent_);
    if (!same) return lab::SendToWindow("\"another message came back\"");
    if (--rounds_ > 0) return Send();
    lab::SendToWindow(Seconds());
  }
  // Written once all is measured: to format figures between round trips slows the next one.
  std::string Seconds() const {
    std::string text;
    for (const lab::Nanoseconds took : took_)
      text += (text.empty() ? "[" : ",") +
              lab::Format("%.9f", static_cast<double>(took) / lab::kSecond);
    return text + "]";
  }

  std::vector<std::byte> message_;
  int rounds_ = 0;
  bool ready_ = false;
  lab::Nanoseconds sent_ = 0;
  std::vector<lab::Nanoseconds> took_;
  std::unique_ptr<lab::Process> process_;
};

double NanosecondsOfEvent(int events) {
  lab::Recorder lane(static_cast<size_t>(events));
  const lab::Nanoseconds begin = lab::Now();
  for (int at = 0; at < events; ++at)
    lane.Enter(at % 2 == 0 ? lab::EventKind::kRunning : lab::EventKind::kBlocked);
  return lane.events().size() == static_cast<size_t>(events)
             ? static_cast<double>(lab::Now() - begin) / events
             : -1;
}

}  // namespace

int main() {
  static lab::EventLoop& loop = *new lab::EventLoop;
  static std::unique_ptr<Echo> echo;
  lab::OpenHome({.open = [] { echo = std::make_unique<Echo>(loop); },
                 .request =
                     [](const std::string& text) {
                       unsigned bytes = 0;
                       int rounds = 0;
                       int events = 0;
                       if (std::sscanf(text.c_str(), "%u %d", &bytes, &rounds) == 2)
                         echo->Begin(bytes, rounds);
                       if (std::sscanf(text.c_str(), "events %d", &events) == 1)
                         lab::SendToWindow(lab::Format("%.3f", NanosecondsOfEvent(events)));
                     }});
  loop.Run();
}
