#include "platform/native/cpu_quota.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "platform/native/read_file.h"

namespace lab {
namespace {

// Whether "cpu" is one of names with commas between.
bool NamesCpu(std::string_view controllers) {
  while (!controllers.empty()) {
    const std::string_view name = controllers.substr(0, controllers.find(','));
    if (name == "cpu") return true;
    controllers.remove_prefix(std::min(name.size() + 1, controllers.size()));
  }
  return false;
}

void AddFolders(const std::string& root, std::string_view path, std::vector<std::string>& folders) {
  while (path.size() > 1) {
    folders.push_back(root + std::string(path));
    path = path.substr(0, path.rfind('/'));
  }
  folders.push_back(root);
}

std::string FirstWord(const std::string& file) {
  std::istringstream text(ReadFile(file));
  std::string word;
  text >> word;
  return word;
}

std::optional<double> QuotaOfFolder(const std::string& folder) {
  std::istringstream both(ReadFile(folder + "/cpu.max"));
  std::string quota, period;
  if (both >> quota >> period) return CoresOfQuota(quota, period);
  return CoresOfQuota(FirstWord(folder + "/cpu.cfs_quota_us"),
                      FirstWord(folder + "/cpu.cfs_period_us"));
}

}  // namespace

std::vector<std::string> QuotaFolders(std::string_view cgroup) {
  std::vector<std::string> folders;
  // Lines of number:controllers:path; of version 2 there is one, with number 0 and no controllers.
  while (!cgroup.empty()) {
    const std::string_view line = cgroup.substr(0, cgroup.find('\n'));
    cgroup.remove_prefix(std::min(line.size() + 1, cgroup.size()));
    const size_t first = line.find(':');
    const size_t second = first == line.npos ? line.npos : line.find(':', first + 1);
    if (second == line.npos) continue;
    const std::string_view controllers = line.substr(first + 1, second - first - 1);
    const std::string_view path = line.substr(second + 1);
    if (NamesCpu(controllers)) AddFolders("/sys/fs/cgroup/cpu", path, folders);
    if (line.starts_with("0::")) AddFolders("/sys/fs/cgroup", path, folders);
  }
  return folders;
}

std::optional<double> CoresOfQuota(std::string_view quota, std::string_view period) {
  const std::optional<double> allowed = ParseNumber(std::string(quota));
  const std::optional<double> of = ParseNumber(std::string(period));
  if (!allowed || !of || *allowed <= 0 || *of <= 0) return std::nullopt;
  return *allowed / *of;
}

std::optional<double> CpuQuota() {
  std::optional<double> least;
  for (const std::string& folder : QuotaFolders(ReadFile("/proc/self/cgroup"))) {
    const std::optional<double> quota = QuotaOfFolder(folder);
    if (quota) least = std::min(*quota, least.value_or(*quota));
  }
  return least;
}

}  // namespace lab
