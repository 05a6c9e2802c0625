#include "platform/native/process_memory.h"

#include <fstream>
#include <string>

namespace lab {

std::optional<double> MemoryOfProcess(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
  std::string word;
  while (file >> word) {
    double kibibytes = 0;
    if (word == "Pss:" && file >> kibibytes) return kibibytes * 1024;
  }
  return std::nullopt;
}

}  // namespace lab
