#include "platform/process.h"

#include <emscripten.h>

#include <cstdlib>
#include <map>

#include "platform/web/javascript.h"
#include "words/english/platform.h"

namespace lab {
namespace {

class WebProcess;

// The processes that are alive, by the number that the window knows them by.
std::map<int, WebProcess*>& Processes() {
  static std::map<int, WebProcess*>& processes = *new std::map<int, WebProcess*>;
  return processes;
}

class WebProcess final : public Process {
 public:
  WebProcess(const std::string& name, Events events) : events_(std::move(events)), id_(++last_id) {
    Processes()[id_] = this;
    lab_process_start(id_, name.c_str());
  }
  ~WebProcess() override {
    Processes().erase(id_);
    lab_process_end(id_);
  }

  void Send(std::span<const std::vector<std::byte>> messages) override {
    for (const std::vector<std::byte>& message : messages)
      lab_process_send(id_, message.data(), message.size());
  }
  std::optional<double> Memory() const override { return std::nullopt; }

  void Receive(std::span<const std::byte> bytes) {
    const auto message = events_.message;  // the owner may destroy this process from within
    message(bytes);
  }
  void End(std::string reason) {
    if (std::exchange(ended_, true)) return;
    const auto ended = events_.ended;
    ended(std::move(reason));
  }

 private:
  static inline int last_id = 0;
  const Events events_;
  const int id_;
  bool ended_ = false;
};

}  // namespace

// A page that was opened before its files were replaced by those of another build cannot load them
// any more.
std::string IfNoProcessStarts() { return Phrase<words::kReload>(); }

std::unique_ptr<Process> Process::Start(EventLoop&, Options options, Events events) {
  return std::make_unique<WebProcess>(options.name, std::move(events));
}

}  // namespace lab

extern "C" {

EMSCRIPTEN_KEEPALIVE void lab_on_process_message(int id, std::byte* bytes, size_t size) {
  const auto found = lab::Processes().find(id);
  if (found != lab::Processes().end()) found->second->Receive({bytes, size});
  std::free(bytes);
}

EMSCRIPTEN_KEEPALIVE void lab_on_process_ended(int id, char* reason) {
  const auto found = lab::Processes().find(id);
  if (found != lab::Processes().end()) found->second->End(reason);
  std::free(reason);
}

}  // extern "C"
