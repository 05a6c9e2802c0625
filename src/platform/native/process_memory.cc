#include "platform/native/process_memory.h"

#include <fstream>

namespace lab {

std::optional<double> MemoryOfProcess(const std::string& process) {
  std::ifstream file("/proc/" + process + "/smaps_rollup");
  std::string word;
  while (file >> word) {
    double kibibytes = 0;
    if (word == "Pss:" && file >> kibibytes) return kibibytes * 1024;
  }
  return std::nullopt;
}

}  // namespace lab
