// What kind of processor this is, as Linux tells.
#pragma once

#include <string>
#include <string_view>

namespace lab {

// From the content of /proc/cpuinfo: the name of the model, or of the board; where an ARM kernel
// knows neither, its numbers ("implementer 0x41, part 0xd0c"). Empty if there is nothing of the
// kind.
std::string CpuModelOf(std::string_view cpuinfo);

}  // namespace lab
