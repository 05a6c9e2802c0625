#include <gtest/gtest.h>

#include "platform/environment.h"
#include "platform/native/cpu_model.h"
#include "platform/native/cpu_quota.h"

namespace lab {
namespace {

TEST(CpuModel, IsNamedAsTheKernelDoes) {
  for (const auto& [cpuinfo, model] : std::initializer_list<std::pair<const char*, const char*>>{
           {"processor\t: 0\nvendor_id\t: GenuineIntel\nmodel\t\t: 85\nmodel name\t: Intel(R) "
            "Xeon(R)  CPU   @ 2.00GHz \n\nprocessor\t: 1\nmodel name\t: other\n",
            "Intel(R) Xeon(R) CPU @ 2.00GHz"},
           {"processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd08\n\nHardware\t: "
            "BCM2835\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n",
            "Raspberry Pi 4 Model B Rev 1.4"},
           {"processor\t: 0\nHardware\t: Qualcomm Technologies, Inc SM8250\n",
            "Qualcomm Technologies, Inc SM8250"},
           {"processor\t: 0\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU part\t: 0xd0c\n",
            "implementer 0x41, part 0xd0c"},
           {"processor\t: 0\ncpu\t\t: POWER9, altivec supported\n", "POWER9, altivec supported"},
           {"processor\t: 0\nmodel name\t:\n", ""},
           {"model name", ""},
           {"", ""}}) {
    EXPECT_EQ(CpuModelOf(cpuinfo), model) << cpuinfo;
  }
}

TEST(CpuQuota, HoldsForTheGroupAndAllAboveIt) {
  for (const auto& [cgroup, folders] :
       std::initializer_list<std::pair<const char*, std::vector<std::string>>>{
           {"0::/\n", {"/sys/fs/cgroup"}},
           {"0::/user.slice/a.scope\n",
            {"/sys/fs/cgroup/user.slice/a.scope", "/sys/fs/cgroup/user.slice", "/sys/fs/cgroup"}},
           {"5:cpuset:/x\n4:cpu,cpuacct:/docker/1\n0::/y",
            {"/sys/fs/cgroup/cpu/docker/1", "/sys/fs/cgroup/cpu/docker", "/sys/fs/cgroup/cpu",
             "/sys/fs/cgroup/y", "/sys/fs/cgroup"}},
           {"2:cpuacct:/a\n1:cpu:/\n", {"/sys/fs/cgroup/cpu"}},
           {"nonsense\n\n3:cpu\n", {}},
           {"", {}}}) {
    EXPECT_EQ(QuotaFolders(cgroup), folders) << cgroup;
  }
}

TEST(CpuQuota, IsInCores) {
  for (const auto& [quota, period, cores] :
       std::initializer_list<std::tuple<const char*, const char*, std::optional<double>>>{
           {"150000", "100000", 1.5},
           {"50000", "100000", 0.5},
           {"max", "100000", {}},
           {"-1", "100000", {}},
           {"", "", {}},
           {"100000", "0", {}}}) {
    EXPECT_EQ(CoresOfQuota(quota, period), cores) << quota << " " << period;
  }
}

TEST(Machine, HasCoresOfWhichThisProgramMayUseSome) {
  const Environment facts = DescribeEnvironment();
  EXPECT_GE(facts.cores, 1);
  if (facts.machine_cores) EXPECT_GT(*facts.machine_cores, facts.cores);
  if (facts.cpu_quota) EXPECT_GT(*facts.cpu_quota, 0);
}

}  // namespace
}  // namespace lab
