#include "report/machine_text.h"

#include <cmath>

#include "words/english/report.h"

namespace lab {

std::string QuotaText(double cores) {
  return Phrase<words::kCores>("count"_a = std::round(cores * 100) / 100);
}

std::string LimitsText(const Environment& machine) {
  const std::string quota = machine.cpu_quota ? QuotaText(*machine.cpu_quota) : "";
  if (!machine.machine_cores)
    return quota.empty() ? "" : Phrase<words::kLimitQuota>("quota"_a = quota);
  const int all = *machine.machine_cores;
  if (quota.empty()) return Phrase<words::kLimitCores>("cores"_a = machine.cores, "all"_a = all);
  return Phrase<words::kLimitBoth>("cores"_a = machine.cores, "all"_a = all, "quota"_a = quota);
}

}  // namespace lab
