#include "shell/toolkit/pane.h"

#include <cmath>

#include "imgui_internal.h"

namespace lab::panel {
namespace {

void ScrollBy(ImGuiWindow* window, ImVec2 by) {
  ImGui::SetScrollX(window, window->Scroll.x + by.x);
  ImGui::SetScrollY(window, window->Scroll.y + by.y);
}

bool CanMove(const ImGuiWindow* window, float down) {
  if ((window->Flags & ImGuiWindowFlags_NoScrollWithMouse) != 0) return false;
  return down > 0 ? window->Scroll.y < window->ScrollMax.y : window->Scroll.y > 0;
}

// A drag along the lines, or one across them that the pane can follow, is the pane's; others are
// the page's.
void FollowFinger(const Ui& ui, ImGuiWindow* window) {
  constexpr float kSlop = 8;
  if (!ui.touch || !ImGui::IsMouseDragging(ImGuiMouseButton_Left, ui.Px(kSlop)) ||
      !window->Rect().Contains(ImGui::GetIO().MouseClickedPos[0]))
    return;
  const ImVec2 drag = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
  const bool along = std::fabs(drag.x) > std::fabs(drag.y) && window->ScrollMax.x > 0;
  if (!ui.focus.pointer_held() && !along && !CanMove(window, -drag.y)) return;
  ui.focus.HoldPointer();
  ScrollBy(window, {-ImGui::GetIO().MouseDelta.x, -ImGui::GetIO().MouseDelta.y});
}

// ImGui keeps the wheel for a window that is at its end.
void PassWheelOn(ImGuiWindow* window) {
  constexpr float kLinesAStep = 5;  // as many as ImGui takes
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel == 0 || ImGui::GetCurrentContext()->WheelingWindow != window || CanMove(window, -wheel))
    return;
  ScrollBy(window->ParentWindow, {0, -wheel * kLinesAStep * window->ParentWindow->CalcFontSize()});
}

void FollowKeys(const Ui& ui, ImGuiWindow* window) {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1.0f : 0.0f; };
  const float line = ui.Px(40);
  const float page = window->InnerRect.GetHeight() - line;
  ScrollBy(window, {line * (pressed(ImGuiKey_RightArrow) - pressed(ImGuiKey_LeftArrow)),
                    line * (pressed(ImGuiKey_DownArrow) - pressed(ImGuiKey_UpArrow)) +
                        page * (pressed(ImGuiKey_PageDown) - pressed(ImGuiKey_PageUp)) +
                        window->ScrollMax.y * (pressed(ImGuiKey_End) - pressed(ImGuiKey_Home))});
}

}  // namespace

void BeginPane(const Ui& ui, std::string_view name, const char* key, ImVec2 size, ImVec2 content) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 high{low.x + size.x, low.y + size.y};
  const Focus::Here here = ui.focus.Report(ImGui::GetID(key), name, low, high);
  if (here.ringed) FocusRing(ui, low, high, ui.Corner());
  ImGui::SetNextWindowContentSize(content);
  ImGui::BeginChild(key, size, 0,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs |
                        ImGuiWindowFlags_NoBackground);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  FollowFinger(ui, window);
  PassWheelOn(window);
  if (here.focused) FollowKeys(ui, window);
}

void EndPane() { ImGui::EndChild(); }

bool CanScroll(float down) {
  for (const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow; window != nullptr;
       window = window->ParentWindow) {
    if (CanMove(window, down)) return true;
  }
  return false;
}

}  // namespace lab::panel
