#include "platform/native/limits.h"

#include <sys/resource.h>

#include <algorithm>

#include "words/english/platform.h"

namespace lab {

std::string ThreadsUsedUp() {
  rlimit limit{};
  const bool known = getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  return Phrase<words::kThreadsUsedUp>("limit"_a = known ? std::to_string(limit.rlim_cur) : "");
}

Error NoMoreThreads(const std::string& what) {
  return {.code = ErrorCode::kUnavailable,
          .message = Phrase<words::kNotStarted>("what"_a = what, "cause"_a = ThreadsUsedUp()),
          .next = Phrase<words::kFewerThreads>()};
}

std::optional<Error> AllowOpenFiles(int number) {
  rlimit limit{};
  const auto wanted = static_cast<rlim_t>(number);
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return std::nullopt;
  const rlimit raised = {.rlim_cur = std::min(wanted, limit.rlim_max), .rlim_max = limit.rlim_max};
  if (raised.rlim_cur == wanted && setrlimit(RLIMIT_NOFILE, &raised) == 0) return std::nullopt;
  const std::string needed = std::to_string(number);
  return Error{.code = ErrorCode::kUnavailable,
               .message = Phrase<words::kTooFewFiles>("most"_a = std::to_string(limit.rlim_max),
                                                      "needed"_a = needed),
               .next = Phrase<words::kRaiseFiles>("needed"_a = needed)};
}

}  // namespace lab
