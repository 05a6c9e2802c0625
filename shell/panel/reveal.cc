#include "shell/panel/reveal.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "imgui_internal.h"

namespace lab::panel {
namespace {

constexpr double kMotion = 0.2;  // seconds

// The shortest way: all of it, or where that has no room its beginning.
float Goal(const ImGuiWindow& window, float from, float to) {
  const float margin = window.WindowPadding.y;
  const float least = to + margin - window.InnerRect.GetHeight();
  return std::max(0.0f, std::min(std::max(window.Scroll.y, least), from - margin));
}

bool MovedByOthers(const ImGuiWindow& window, float set) {
  return window.ScrollTarget.y != FLT_MAX ||
         std::fabs(window.Scroll.y - std::min(set, window.ScrollMax.y)) > 1;
}

}  // namespace

float Reveal::Here() { return ImGui::GetCursorPosY(); }

void Reveal::Ask(Part part) {
  part_ = part;
  begun_ = false;
  drawn_ = true;  // in the next frame at the latest
}

void Reveal::EndFrame() {
  if (!drawn_) part_ = Part::kNone;
  drawn_ = false;
}

void Reveal::Drawn(Part part, float from, float to, bool still) {
  if (part != part_) return;
  drawn_ = true;
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  const double now = ImGui::GetTime();
  if (!begun_) {
    begun_ = true;
    since_ = now;
    start_ = set_ = window.Scroll.y;
  } else if (MovedByOthers(window, set_)) {
    return Ask(Part::kNone);
  }
  const double share = still ? 1 : std::min(1.0, (now - since_) / kMotion);
  const auto eased = static_cast<float>(1 - std::pow(1 - share, 3));
  set_ = std::floor(start_ + (Goal(window, from, to) - start_) * eased);
  ImGui::SetScrollY(set_);
  if (share == 1) Ask(Part::kNone);
}

}  // namespace lab::panel
