#include "base/result.h"

#include <array>

namespace lab {
namespace {

struct Named {
  ErrorCode code;
  std::string_view name;
};

constexpr std::array kNames = {
    Named{ErrorCode::kInvalidArgument, "invalid-argument"},
    Named{ErrorCode::kUnavailable, "unavailable"},
    Named{ErrorCode::kBusy, "busy"},
    Named{ErrorCode::kCancelled, "cancelled"},
    Named{ErrorCode::kDownloadFailed, "download-failed"},
    Named{ErrorCode::kWorkerFailed, "worker-failed"},
    Named{ErrorCode::kWrongResult, "wrong-result"},
    Named{ErrorCode::kProtocol, "protocol"},
    Named{ErrorCode::kInternal, "internal"},
};

}  // namespace

std::string_view Name(ErrorCode code) {
  for (const Named& named : kNames) {
    if (named.code == code) return named.name;
  }
  return "internal";
}

ErrorCode ErrorCodeNamed(std::string_view name) {
  for (const Named& named : kNames) {
    if (named.name == name) return named.code;
  }
  return ErrorCode::kInternal;
}

}  // namespace lab
