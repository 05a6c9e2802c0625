#include "messages/json.h"

#include "base/text.h"

namespace lab {
namespace {

std::string NumberText(double number) { return std::fabs(number) < 1e15 && number == std::floor(number) ? Grouped(number) : Format("%g", number); }

std::string RangeText(const Range& range) {
  const std::string unit = *range.unit == '\0' ? "" : std::string(" ") + range.unit;
  return "from " + NumberText(range.low) + " to " + NumberText(range.high) + unit;
}

}  // namespace

std::string Expected(const std::string&, size_t longest) { return "a text of at most " + Grouped(static_cast<double>(longest)) + " bytes"; }
std::string Expected(const bool&) { return "true or false"; }
std::string Expected(const double&, const Range& range) { return "a number " + RangeText(range); }
std::string Expected(const int&, const Range& range) { return "a whole number " + RangeText(range); }

std::string Shown(const Json& value) {
  constexpr size_t kMost = 40;
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  // Text is cut before it is escaped, so that no escape is cut in two.
  if (const auto* text = value.get_ptr<const std::string*>(); text != nullptr && text->size() > kMost) {
    return Json(text->substr(0, kMost)).dump(-1, ' ', true, Json::error_handler_t::ignore) + "…";
  }
  return value.dump(-1, ' ', true, Json::error_handler_t::ignore);
}

}  // namespace lab
