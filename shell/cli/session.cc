#include "shell/cli/session.h"

#include "engine/engine.h"
#include "platform/environment.h"
#include "platform/native/live_threads.h"

namespace lab {
namespace {

// How long the end of the program waits for workers that were left behind in a system call.
constexpr double kPatienceS = 1;

}  // namespace

Session::Session(std::function<void(const Notice&)> receive)
    : thread_([this, receive = std::move(receive)] { Live(receive); }) {}

Session::~Session() {
  loop_.Stop();
  thread_.join();
  AwaitThreads(kPatienceS);
}

void Session::Send(Request request) {
  loop_.Post([this, request = std::move(request)] { handle_(request); });
}

void Session::Live(const std::function<void(const Notice&)>& receive) {
  Engine engine(loop_, DescribeEnvironment(), Catalog(), receive);
  handle_ = [&](const Request& request) { engine.Handle(request); };
  engine.Handle(DescribeRequest{});
  loop_.Run();
}

}  // namespace lab
