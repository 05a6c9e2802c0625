#include "platform/native/cpu_model.h"

#include <algorithm>

namespace lab {
namespace {

// Without spaces at its ends, and with single ones within.
std::string Tidied(std::string_view text) {
  std::string tidied;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    if (!space) tidied += c;
    else if (!tidied.empty() && tidied.back() != ' ') tidied += ' ';
  }
  if (tidied.ends_with(' ')) tidied.pop_back();
  return tidied;
}

// What stands behind "key :" on the first line that has it.
std::string ValueOf(std::string_view key, std::string_view cpuinfo) {
  while (!cpuinfo.empty()) {
    const std::string_view line = cpuinfo.substr(0, cpuinfo.find('\n'));
    cpuinfo.remove_prefix(std::min(line.size() + 1, cpuinfo.size()));
    const size_t colon = line.find(':');
    if (colon != line.npos && Tidied(line.substr(0, colon)) == key)
      return Tidied(line.substr(colon + 1));
  }
  return "";
}

}  // namespace

std::string CpuModelOf(std::string_view cpuinfo) {
  for (const char* key :
       {"model name", "cpu model", "cpu", "Model", "Hardware"}) {  // x86, MIPS, POWER, ARM boards
    if (std::string value = ValueOf(key, cpuinfo); !value.empty()) return value;
  }
  const std::string implementer = ValueOf("CPU implementer", cpuinfo);
  const std::string part = ValueOf("CPU part", cpuinfo);
  return implementer.empty() || part.empty() ? "" : "implementer " + implementer + ", part " + part;
}

}  // namespace lab
