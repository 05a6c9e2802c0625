#include "platform/native/limits.h"

#include <sys/resource.h>

#include <algorithm>

#include "base/text.h"

namespace lab {

Error NoMoreThreads(const std::string& what) {
  rlimit limit{};
  const bool known = getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  const std::string of = known ? Format(" (limit: %.0f for all programs of this user)", static_cast<double>(limit.rlim_cur)) : "";
  return {.code = ErrorCode::kUnavailable,
          .message = what + ": the system allows no more threads and processes" + of + ".",
          .next = "Close other programs, ask for fewer workers, or raise the limit (ulimit -u)."};
}

std::optional<Error> AllowOpenFiles(int number) {
  rlimit limit{};
  const auto wanted = static_cast<rlim_t>(number);
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return std::nullopt;
  const rlimit raised = {.rlim_cur = std::min(wanted, limit.rlim_max), .rlim_max = limit.rlim_max};
  if (raised.rlim_cur == wanted && setrlimit(RLIMIT_NOFILE, &raised) == 0) return std::nullopt;
  return Error{.code = ErrorCode::kUnavailable,
               .message = Format("The system allows this program %.0f open files, and it needs up to %d.", static_cast<double>(limit.rlim_max), number),
               .next = Format("Raise the limit (ulimit -n %d), or ask for fewer workers.", number)};
}

}  // namespace lab
