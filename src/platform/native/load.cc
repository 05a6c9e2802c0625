#include "platform/load.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "platform/clock.h"

namespace lab {
namespace {

double Ticks() { return static_cast<double>(sysconf(_SC_CLK_TCK)); }

double Seconds(const rusage& usage) {
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double Used(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return Seconds(usage);
}

// User and system time of a process and of those children of its that have ended, from the line of proc(5).
double UsedByProcess(const std::filesystem::path& process) {
  std::ifstream file(process / "stat");
  std::string line;
  std::getline(file, line);
  const size_t name_end = line.rfind(')');
  if (name_end == line.npos) return 0;
  std::istringstream rest(line.substr(name_end + 1));
  std::string skipped;
  constexpr int kFieldsBefore = 11;  // between the name and utime
  for (int field = 0; field < kFieldsBefore; ++field) rest >> skipped;
  double user = 0, system = 0, user_of_dead = 0, system_of_dead = 0;
  rest >> user >> system >> user_of_dead >> system_of_dead;
  return (user + system + user_of_dead + system_of_dead) / Ticks();
}

// Of all the living that descend from it.
double UsedByDescendants(const std::filesystem::path& process) {
  double used = 0;
  std::error_code fault;
  for (const auto& task : std::filesystem::directory_iterator(process / "task", fault)) {
    std::ifstream children(task.path() / "children");
    for (std::string pid; children >> pid;) {
      const std::filesystem::path child = "/proc/" + pid;
      used += UsedByProcess(child) + UsedByDescendants(child);
    }
  }
  return used;
}

// The first line of /proc/stat: user nice system idle iowait irq softirq steal …
std::optional<double> BusyOfMachine() {
  std::ifstream file("/proc/stat");
  std::string name;
  double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, interrupts = 0, soft_interrupts = 0;
  if (!(file >> name >> user >> nice >> system >> idle >> waiting >> interrupts >> soft_interrupts)) return std::nullopt;
  return (user + nice + system + interrupts + soft_interrupts) / Ticks();
}

}  // namespace

std::optional<LoadMeter::Times> LoadMeter::Read() {
  const std::optional<double> busy_s = BusyOfMachine();
  if (!busy_s) return std::nullopt;
  return Times{.wall_s = static_cast<double>(Now()) / kSecond,
               .busy_s = *busy_s,
               .own_s = Used(RUSAGE_SELF) + Used(RUSAGE_CHILDREN) + UsedByDescendants("/proc/self")};
}

LoadMeter::LoadMeter() : begin_(Read()) {}

std::optional<double> LoadMeter::OtherCores() const {
  const std::optional<Times> end = Read();
  // The system counts in ticks of a hundredth of a second.
  constexpr double kShortest = 0.5;
  if (!begin_ || !end || end->wall_s - begin_->wall_s < kShortest) return std::nullopt;
  const double others_s = (end->busy_s - begin_->busy_s) - (end->own_s - begin_->own_s);
  return std::max(0.0, others_s / (end->wall_s - begin_->wall_s));
}

}  // namespace lab
