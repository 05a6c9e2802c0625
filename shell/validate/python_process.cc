#include "shell/validate/python_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "platform/mutex.h"
#include "platform/native/limits.h"
#include "platform/native/spawn.h"
#include "words/english/platform.h"
#include "words/english/validate.h"

namespace lab {
namespace {

constexpr int kPatienceMs = 120'000;

// The interpreters that run, each the first of a group of processes: its pools are in it as well.
struct Interpreters {
  Mutex mutex;
  std::set<pid_t> groups LAB_GUARDED_BY(mutex);
  bool over LAB_GUARDED_BY(mutex) = false;  // none may start any more
};

// Never destroyed: who ends the program in a hurry leaves a thread behind that may look here.
Interpreters& TheInterpreters() {
  static Interpreters& interpreters = *new Interpreters;
  return interpreters;
}

Error NoPython(std::string message) {
  return {.code = ErrorCode::kUnavailable,
          .message = std::move(message),
          .next = Phrase<words::kChoosePython>()};
}

Error NotStarted(const std::string& executable, int fault) {
  if (fault == EAGAIN) return NoMoreThreads(executable);
  return NoPython(
      Phrase<words::kNotStarted>("what"_a = executable, "cause"_a = std::strerror(fault)));
}

Error Failed(std::string message) {
  return {.code = ErrorCode::kWorkerFailed,
          .message = std::move(message),
          .next = Phrase<words::kReadPythonsWords>()};
}

// An interpreter and its pools. They leave nothing: what they put on the disk is in the script's
// folder.
void EndGroup(pid_t group) {
  kill(-group, SIGKILL);
  while (waitpid(group, nullptr, 0) < 0 && errno == EINTR) continue;
}

// Waits until there is something to read; false after the time for it.
bool Readable(int descriptor) {
  pollfd waiting = {.fd = descriptor, .events = POLLIN, .revents = 0};
  int ready = 0;
  while ((ready = poll(&waiting, 1, kPatienceMs)) < 0 && errno == EINTR) continue;
  return ready > 0;
}

// A group of its own keeps Ctrl-C on a terminal away from Python, which would speak of it at
// length. What it puts into its temporary folder goes with the script's. Zero, or the error number.
int SpawnPython(const std::string& program, const std::string& script, int input, int output,
                pid_t& pid) {
  return Spawn({.program = program,
                .arguments = {script},
                .input = input,
                .output = output,
                .variable = "TMPDIR=" + std::filesystem::path(script).parent_path().string(),
                .own_group = true},
               pid);
}

}  // namespace

Result<std::unique_ptr<PythonProcess>> PythonProcess::Start(const std::string& executable,
                                                            const std::string& script) {
  int to[2];
  int from[2];
  if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0)
    return NotStarted(executable, errno);
  std::unique_ptr<PythonProcess> python(new PythonProcess(executable));
  int fault = ECANCELED;
  {
    Interpreters& interpreters = TheInterpreters();
    const MutexLock lock(interpreters.mutex);
    if (!interpreters.over) fault = SpawnPython(executable, script, to[0], from[1], python->pid_);
    if (fault == 0) interpreters.groups.insert(python->pid_);
  }
  close(to[0]);
  close(from[1]);
  python->to_ = to[1];
  python->from_ = from[0];
  if (fault != 0) {
    python->pid_ = -1;
    return NotStarted(executable, fault);
  }
  signal(SIGPIPE, SIG_IGN);
  Result<nlohmann::json> facts = python->Ask({{"do", "facts"}});
  if (!facts || !facts.value().is_object() || !facts.value().contains("version")) {
    return NoPython(Phrase<words::kNotAPython>("python"_a = executable));
  }
  python->facts_ = std::move(facts).value();
  return python;
}

PythonProcess::~PythonProcess() {
  if (to_ >= 0) close(to_);  // the end of its requests
  if (from_ >= 0) close(from_);
  if (pid_ <= 0) return;
  Interpreters& interpreters = TheInterpreters();
  const MutexLock lock(interpreters.mutex);
  if (interpreters.groups.erase(pid_) > 0) EndGroup(pid_);
}

void PythonProcess::EndAll() {
  Interpreters& interpreters = TheInterpreters();
  const MutexLock lock(interpreters.mutex);
  interpreters.over = true;
  for (const pid_t group : interpreters.groups) EndGroup(group);
  interpreters.groups.clear();
}

Result<nlohmann::json> PythonProcess::Ask(const nlohmann::json& request) {
  const std::string line = request.dump() + "\n";
  if (write(to_, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
    return Failed(Phrase<words::kPythonRefuses>("python"_a = executable_));
  size_t end = 0;
  while ((end = unread_.find('\n')) == unread_.npos) {
    if (!Readable(from_))
      return Failed(Phrase<words::kPythonIsSilent>("python"_a = executable_,
                                                   "seconds"_a = kPatienceMs / 1000));
    std::array<char, 4096> buffer;
    const ssize_t size = read(from_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return Failed(Phrase<words::kPythonEnded>("python"_a = executable_));
    unread_.append(buffer.data(), static_cast<size_t>(size));
  }
  const nlohmann::json answer = nlohmann::json::parse(unread_.substr(0, end), nullptr, false);
  unread_.erase(0, end + 1);
  if (answer.is_discarded())
    return Failed(Phrase<words::kPythonSentNoJson>("python"_a = executable_));
  return answer;
}

std::string PythonProcess::Name() const {
  const char* const threading = !facts_.value("free_threaded_build", false) ? ""
                                : facts_.value("gil", true)                 ? "gil-on"
                                                                            : "free";
  return Phrase<words::kPythonName>("implementation"_a = facts_.value("implementation", "Python"),
                                    "version"_a = facts_.value("version", "?"),
                                    "threading"_a = threading);
}

}  // namespace lab
