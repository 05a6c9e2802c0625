#include "platform/power.h"

#include <filesystem>
#include <fstream>

namespace lab {
namespace {

std::string FirstWord(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string word;
  file >> word;
  return word;
}

bool OnBattery() {
  std::error_code fault;
  for (const auto& supply : std::filesystem::directory_iterator("/sys/class/power_supply", fault)) {
    if (FirstWord(supply.path() / "type") == "Battery" &&
        FirstWord(supply.path() / "status") == "Discharging")
      return true;
  }
  return false;
}

}  // namespace

Power ReadPower() {
  return {.on_battery = OnBattery(),
          .governor = FirstWord("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")};
}

}  // namespace lab
