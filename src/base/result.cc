#include "base/result.h"

#include <array>

namespace lab {
namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 9> kErrorNames = {{
    {ErrorCode::kInvalidArgument, "invalid-argument"},
    {ErrorCode::kUnavailable, "unavailable"},
    {ErrorCode::kBusy, "busy"},
    {ErrorCode::kCancelled, "cancelled"},
    {ErrorCode::kDownloadFailed, "download-failed"},
    {ErrorCode::kWorkerFailed, "worker-failed"},
    {ErrorCode::kWrongResult, "wrong-result"},
    {ErrorCode::kProtocol, "protocol"},
    {ErrorCode::kInternal, "internal"},
}};

}  // namespace

CodeNames<ErrorCode> NamesOf(ErrorCode) { return kErrorNames; }

}  // namespace lab
