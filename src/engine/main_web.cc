// The engine on the web, in both builds: its home is the thread (or worker) that main() runs on.
#include "engine/engine.h"
#include "messages/codec.h"
#include "platform/environment.h"
#include "platform/web/home.h"

namespace {

void Send(const lab::Notice& notice) { lab::SendToWindow(lab::Encode(notice)); }

}  // namespace

int main() {
  static lab::EventLoop& loop = *new lab::EventLoop;
  static std::unique_ptr<lab::Engine> engine;
  lab::OpenHome({.open =
                     [] {
                       engine = std::make_unique<lab::Engine>(loop, lab::DescribeEnvironment(),
                                                              lab::Catalog(), Send);
                       engine->Handle(lab::DescribeRequest{});
                     },
                 .request =
                     [](const std::string& text) {
                       if (engine) engine->HandleText(text);
                     }});
  loop.Run();
}
