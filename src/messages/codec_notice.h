// What the engine tells as JSON values, and back. Private to the codec.
#pragma once

#include <string_view>

#include "base/result.h"
#include "messages/json.h"
#include "messages/messages.h"

namespace lab {

Json ToJson(const Notice& notice);
// `type` is the value under "type".
Result<Notice> NoticeFromJson(std::string_view type, const Json& json);

}  // namespace lab
