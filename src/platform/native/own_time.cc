#include "platform/native/own_time.h"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "platform/clock.h"
#include "platform/native/live_workers.h"
#include "platform/native/read_file.h"

namespace lab {
namespace {

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Of a process and of its threads that have ended; none if it is gone.
double SecondsOfClock(clockid_t clock) {
  timespec time{};
  if (clock_gettime(clock, &time) != 0) return 0;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / kSecond;
}

double SecondsOfProcess(pid_t process) {
  clockid_t clock{};
  return clock_getcpuclockid(process, &clock) == 0 ? SecondsOfClock(clock) : 0;
}

// User and system time of those children of a process that have ended, from the line of proc(5).
double SecondsOfItsDead(const std::string& folder) {
  const std::string line = ReadFile(folder + "/stat");
  constexpr int kFieldsBefore = 14;  // between the name and cutime, the space before it included
  size_t at = line.rfind(')');
  for (int field = 0; field < kFieldsBefore && at != line.npos; ++field)
    at = line.find(' ', at + 1);
  if (at == line.npos) return 0;
  long long user = 0, system = 0;
  const char* end = line.data() + line.size();
  const auto [after, fault] = std::from_chars(line.data() + at + 1, end, user);
  if (fault != std::errc() || after == end) return 0;
  std::from_chars(after + 1, end, system);
  return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::vector<pid_t> ChildrenOf(const std::string& folder) {
  std::vector<pid_t> children;
  const std::string tasks = folder + "/task";
  const std::unique_ptr<DIR, int (*)(DIR*)> threads(opendir(tasks.c_str()), closedir);
  while (const dirent* thread = threads ? readdir(threads.get()) : nullptr) {
    if (thread->d_name[0] == '.') continue;
    const std::string list = ReadFile(tasks + "/" + thread->d_name + "/children");
    const char* at = list.data();
    const char* end = at + list.size();
    for (pid_t child = 0;; children.push_back(child)) {
      const auto [after, fault] = std::from_chars(at, end, child);
      if (fault != std::errc()) break;
      at = after < end ? after + 1 : end;  // each is followed by a space
    }
  }
  return children;
}

// Of all the living that descend from a process, and of their dead. Workers have no children.
void AddDescendants(const std::string& folder, OwnTime& time) {
  for (const pid_t child : ChildrenOf(folder)) {
    time.seconds += SecondsOfProcess(child);
    if (IsWorker(child)) continue;
    const std::string of_child = "/proc/" + std::to_string(child);
    time.seconds += SecondsOfItsDead(of_child);
    time.rounded += 2;
    AddDescendants(of_child, time);
  }
}

bool HasChildren() {
  siginfo_t info{};
  return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

}  // namespace

OwnTime ReadOwnTime() {
  rusage dead{};
  getrusage(RUSAGE_CHILDREN, &dead);
  OwnTime time = {.seconds = SecondsOfClock(CLOCK_PROCESS_CPUTIME_ID) + Seconds(dead.ru_utime) +
                             Seconds(dead.ru_stime)};
  if (HasChildren()) AddDescendants("/proc/self", time);
  return time;
}

}  // namespace lab
