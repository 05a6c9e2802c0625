// An engine on a thread of its own, as the command line and the window use it.
#pragma once

#include <functional>
#include <thread>

#include "messages/messages.h"
#include "platform/event_loop.h"

namespace lab {

class Session {
 public:
  // `receive` is called on the engine's thread; the first notice is Ready.
  explicit Session(std::function<void(const Notice&)> receive);
  // Ends a run under way and waits for the engine's thread.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Any thread.
  void Send(Request request);

 private:
  void Live(const std::function<void(const Notice&)>& receive);

  EventLoop loop_;
  std::function<void(const Request&)> handle_;  // engine's thread only
  std::thread thread_;
};

}  // namespace lab
