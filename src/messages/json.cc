#include "messages/json.h"

#include "words/english/messages.h"

namespace lab {

std::string Shown(const Json& value) {
  constexpr size_t kMost = 40;
  if (value.is_object()) return Phrase<words::kShownObject>();
  if (value.is_array()) return Phrase<words::kShownList>();
  // Text is cut before it is escaped, so that no escape is cut in two.
  if (const auto* text = value.get_ptr<const std::string*>();
      text != nullptr && text->size() > kMost) {
    return Json(text->substr(0, kMost)).dump(-1, ' ', true, Json::error_handler_t::ignore) + "…";
  }
  return value.dump(-1, ' ', true, Json::error_handler_t::ignore);
}

}  // namespace lab
