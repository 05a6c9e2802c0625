// How much processor time the system lets this program have: the quotas of Linux's control groups,
// which containers are limited by. Version 2 (cpu.max) and version 1 (cpu.cfs_quota_us,
// cpu.cfs_period_us).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab {

// In cores: the least of those that hold. Empty if there is none. Takes some 20 µs.
std::optional<double> CpuQuota();

// From the content of /proc/self/cgroup: the folders whose quotas hold, of its own group and of all
// above it. In a container only the last one may be there.
std::vector<std::string> QuotaFolders(std::string_view cgroup);

// Cores, from a quota and the period it is for, both in microseconds; empty for none ("max" or -1)
// and for nonsense.
std::optional<double> CoresOfQuota(std::string_view quota, std::string_view period);

}  // namespace lab
