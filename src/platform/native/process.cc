#include "platform/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "platform/native/cores.h"
#include "platform/native/event_loop_port.h"
#include "platform/native/limits.h"
#include "platform/native/live_workers.h"
#include "platform/native/message_stream.h"
#include "platform/native/process_memory.h"
#include "platform/native/program.h"
#include "platform/native/spawn.h"
#include "words/english/platform.h"

namespace lab {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
};

bool Open(Pipe& pipe) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  pipe = {.read = ends[0], .write = ends[1]};
  return true;
}

void Close(int& descriptor) {
  if (descriptor >= 0) close(descriptor);
  descriptor = -1;
}

std::string HowItEnded(int status) {
  if (WIFSIGNALED(status))
    return Phrase<words::kKilled>("number"_a = WTERMSIG(status),
                                  "signal"_a = strsignal(WTERMSIG(status)));
  return Phrase<words::kExited>("status"_a = WIFEXITED(status) ? WEXITSTATUS(status) : status);
}

std::string WhyNotStarted(const std::string& program, int fault) {
  return Phrase<words::kProgramNotStarted>(
      "program"_a = program, "cause"_a = fault == EAGAIN ? ThreadsUsedUp() : std::strerror(fault));
}

class ChildProcess final : public Process {
 public:
  ChildProcess(EventLoop& loop, const Options& options, Events events)
      : loop_(loop), events_(std::move(events)) {
    Pipe tasks;
    Pipe results;
    int fault = Open(tasks) && Open(results) ? 0 : errno;
    const std::string program = WorkerProgram();
    if (fault == 0)
      fault = Spawn({.program = program, .input = tasks.read, .output = results.write}, pid_);
    Close(tasks.read);
    Close(results.write);
    to_child_ = tasks.write;
    from_child_ = results.read;
    if (fault != 0) {
      pid_ = -1;
      // After Start has returned, so that the owner can hear it.
      report_ = loop_.After(0, [this, reason = WhyNotStarted(program, fault)] { End(reason); });
      return;
    }
    AddWorker(pid_);
    if (options.core) {
      const cpu_set_t core = CoreOfWorker(*options.core);
      sched_setaffinity(pid_, sizeof core, &core);
    }
    fcntl(from_child_, F_SETFL, O_NONBLOCK);
    fcntl(to_child_, F_SETFL, O_NONBLOCK);
    loop_.port().Watch(from_child_, [this] { Receive(); });
  }

  ~ChildProcess() override {
    loop_.Cancel(report_);
    loop_.Cancel(flush_);
    CloseAll();
    Reap(/*kill_it=*/true);
  }

  void Send(std::span<const std::vector<std::byte>> messages) override {
    if (to_child_ < 0) return;
    for (const std::vector<std::byte>& message : messages) AppendFramed(message, unsent_);
    Flush();
  }

  std::optional<double> Memory() const override {
    return pid_ > 0 ? MemoryOfProcess(pid_) : std::nullopt;
  }

 private:
  // Writes what the pipe takes; the rest follows when there is room again.
  void Flush() {
    flush_ = 0;
    while (sent_ < unsent_.size()) {
      const ssize_t written = write(to_child_, unsent_.data() + sent_, unsent_.size() - sent_);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) break;  // full, or the child is gone, which reading will tell
      sent_ += static_cast<size_t>(written);
    }
    if (sent_ == unsent_.size()) {
      unsent_.clear();
      sent_ = 0;
      return;
    }
    constexpr double kPause = 0.001;
    if (errno == EAGAIN) flush_ = loop_.After(kPause, [this] { Flush(); });
  }

  void Receive() {
    std::array<std::byte, 1 << 16> buffer;
    const ssize_t size = read(from_child_, buffer.data(), buffer.size());
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) return End(HowItEnded(Reap(/*kill_it=*/false)));
    stream_.Append(std::span(buffer).first(static_cast<size_t>(size)));
    // The owner may destroy this process from within the event.
    const std::weak_ptr<bool> alive = alive_;
    const auto deliver = events_.message;
    while (const std::optional<std::span<const std::byte>> message = stream_.Next()) {
      deliver(*message);
      if (alive.expired()) return;
    }
  }

  void End(std::string reason) {
    CloseAll();
    const auto ended = events_.ended;
    ended(std::move(reason));
  }

  void CloseAll() {
    if (from_child_ >= 0) loop_.port().Forget(from_child_);
    Close(from_child_);
    Close(to_child_);
  }

  // Its exit status; `kill_it` if it may still be alive. Either way it is gone in an instant.
  int Reap(bool kill_it) {
    int status = 0;
    if (pid_ <= 0) return status;
    if (kill_it) kill(pid_, SIGKILL);
    RemoveWorker(pid_);
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return status;
  }

  EventLoop& loop_;
  const Events events_;
  pid_t pid_ = -1;
  int to_child_ = -1;
  int from_child_ = -1;
  std::vector<std::byte> unsent_;  // framed messages; the first `sent_` bytes have gone
  size_t sent_ = 0;
  MessageStream stream_;
  EventLoop::Timer report_ = 0;
  EventLoop::Timer flush_ = 0;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace

std::string IfNoProcessStarts() { return Phrase<words::kRunAgain>(); }

std::unique_ptr<Process> Process::Start(EventLoop& loop, Options options, Events events) {
  // Writing to a process that has just died is an error to handle, not a signal that ends us.
  signal(SIGPIPE, SIG_IGN);
  return std::make_unique<ChildProcess>(loop, options, std::move(events));
}

}  // namespace lab
