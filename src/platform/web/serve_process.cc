#include <emscripten.h>

#include <cstdlib>

#include "platform/process.h"
#include "platform/web/javascript.h"

namespace lab {
namespace {

using Receive = std::function<void(std::span<const std::byte> bytes)>;

Receive& TheReceiver() {
  static Receive& receive = *new Receive;
  return receive;
}

}  // namespace

void SendToEngine(std::span<const std::byte> bytes) { lab_worker_send(bytes.data(), bytes.size()); }

void ServeAsProcess(std::span<const std::byte> hello, Receive receive) {
  TheReceiver() = std::move(receive);
  lab_worker_open();
  SendToEngine(hello);
}

}  // namespace lab

extern "C" EMSCRIPTEN_KEEPALIVE void lab_on_task(std::byte* bytes, size_t size) {
  lab::TheReceiver()({bytes, size});
  std::free(bytes);
}
