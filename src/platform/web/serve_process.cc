#include <emscripten.h>

#include <cstdlib>

#include "platform/process.h"
#include "platform/web/javascript.h"

namespace lab {
namespace {

using Answer = std::function<std::vector<std::byte>(std::span<const std::byte> bytes)>;

Answer& TheAnswer() {
  static Answer& answer = *new Answer;
  return answer;
}

}  // namespace

void ServeAsProcess(std::span<const std::byte> hello, Answer answer) {
  TheAnswer() = std::move(answer);
  lab_worker_open();
  lab_worker_send(hello.data(), hello.size());
}

}  // namespace lab

extern "C" EMSCRIPTEN_KEEPALIVE void lab_on_task(std::byte* bytes, size_t size) {
  const std::vector<std::byte> result = lab::TheAnswer()({bytes, size});
  std::free(bytes);
  lab_worker_send(result.data(), result.size());
}
