#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "platform/native/message_stream.h"
#include "platform/process.h"

namespace lab {
namespace {

bool WriteAll(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes = bytes.subspan(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

// If the engine is gone, reading will tell.
void SendToEngine(std::span<const std::byte> bytes) {
  std::vector<std::byte> framed;
  AppendFramed(bytes, framed);
  WriteAll(framed);
}

void ServeAsProcess(std::span<const std::byte> hello,
                    std::function<void(std::span<const std::byte> bytes)> receive) {
  // An engine that dies takes its workers along, also those in the middle of a long task.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPIPE, SIG_IGN);
  SendToEngine(hello);
  MessageStream stream;
  std::array<std::byte, 1 << 16> buffer;
  for (;;) {
    const ssize_t size = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    stream.Append(std::span(buffer).first(static_cast<size_t>(size)));
    while (const auto message = stream.Next()) receive(*message);
  }
}

}  // namespace lab
