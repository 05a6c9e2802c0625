#include "shell/timeline/timeline_input.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "shell/toolkit/widgets.h"

namespace lab::panel {
namespace {

constexpr double kNotch = 0.8;  // of the wheel, or a press of a key: so much of the window is left
constexpr double kStep = 0.1;  // a press of a key moves by that share of the window
constexpr float kScrollLines = 5;  // of a notch, as ImGui scrolls its windows

bool Over(const TimelineCanvas& canvas, ImVec2 place) {
  return place.x >= canvas.ruler.left && place.x < canvas.ruler.right && place.y >= canvas.at.y &&
         place.y < canvas.bottom();
}

double Steps(ImGuiKey more, ImGuiKey less) {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1 : 0; };
  return pressed(more) - pressed(less);
}

// The wheel zooms round the pointer. Where all is shown already the page scrolls, as it does for a
// wheel that was scrolling it when the lanes came under the pointer.
void Wheel(const TimelineCanvas& canvas, ImGuiID id, const TimeWindow& all, Timeline& timeline) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::GetCurrentContext()->WheelingWindow != nullptr) return;
  ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, id);
  const bool sideways = io.KeyShift;
  const float across = io.MouseWheelH + (sideways ? io.MouseWheel : 0);
  if (across != 0) timeline.Pan(all, -across * kStep * canvas.ruler.window.length());
  if (io.MouseWheel == 0 || sideways) return;
  if (io.MouseWheel < 0 && timeline.fitted()) {
    ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseWheel * kScrollLines * ImGui::GetFontSize());
    return;
  }
  timeline.Zoom(all, canvas.ruler.TimeAt(io.MousePos.x), std::pow(kNotch, io.MouseWheel));
}

void Fingers(const TimelineCanvas& canvas, const TimeWindow& all, Timeline& timeline) {
  const Pinch& pinch = canvas.ui.pinch;
  const bool two = pinch.spread != 1 || pinch.moved != 0;
  if (!two || !Over(canvas, {pinch.x, pinch.y})) return;
  timeline.Zoom(all, canvas.ruler.TimeAt(pinch.x),
                1 / std::clamp(static_cast<double>(pinch.spread), 0.1, 10.0));
  timeline.Pan(all, -static_cast<double>(pinch.moved) * canvas.ruler.PerPixel());
}

// Those of a timeline that has the focus; true if one picked something.
bool Keys(const TimelineCanvas& canvas, const TimeWindow& all, bool pressed, Timeline& timeline) {
  if (ImGui::GetIO().KeyCtrl) return false;
  const TimeWindow shown = canvas.ruler.window;
  const double middle = (shown.from + shown.to) / 2;
  const double closer =
      Steps(ImGuiKey_W, ImGuiKey_S) + Steps(ImGuiKey_UpArrow, ImGuiKey_DownArrow) +
      Steps(ImGuiKey_Equal, ImGuiKey_Minus) + Steps(ImGuiKey_KeypadAdd, ImGuiKey_KeypadSubtract);
  const double later =
      Steps(ImGuiKey_D, ImGuiKey_A) + Steps(ImGuiKey_RightArrow, ImGuiKey_LeftArrow);
  if (closer != 0) timeline.Zoom(all, middle, std::pow(kNotch, closer));
  if (later != 0) timeline.Pan(all, later * kStep * shown.length());
  if (ImGui::IsKeyPressed(ImGuiKey_F, false) || ImGui::IsKeyPressed(ImGuiKey_0, false))
    timeline.Fit();
  const double step = Steps(ImGuiKey_N, ImGuiKey_P) + (pressed ? 1 : 0);
  return step != 0 && timeline.StepHandOff(all, step > 0 ? 1 : -1);
}

// A click near a hand-off in the GIL's bands, or on a lane, or on nothing.
void Click(const TimelineCanvas& canvas, ImVec2 place, Timeline& timeline) {
  timeline.Pick(std::nullopt);
  if (place.x < canvas.ruler.left || place.x >= canvas.ruler.right) return;
  const double instant = canvas.ruler.TimeAt(place.x);
  const float reach = canvas.ui.Px(canvas.ui.touch ? 22 : 12);
  // A finger needs more room than the bands have: it may also land on the title above them.
  const TimelineRow* row = canvas.layout.RowAt(place.y - canvas.at.y);
  if (row == nullptr) return;
  using Kind = TimelineRow::Kind;
  const bool gil = row->kind == Kind::kHolder || row->kind == Kind::kWaiting ||
                   (canvas.ui.touch && row->kind == Kind::kTitle);
  if (gil) {
    const TimelineGroup& group = canvas.data.groups[row->group];
    const int handoff =
        HandOffNear(group, instant, static_cast<double>(reach) * canvas.ruler.PerPixel());
    if (handoff >= 0)
      timeline.Pick(TimelinePick{.group = row->group,
                                 .at = group.handoffs[static_cast<size_t>(handoff)].at,
                                 .handoff = handoff});
  } else if (row->kind == Kind::kLane && canvas.data.groups[row->group].recorded) {
    timeline.Pick(TimelinePick{
        .group = row->group, .lane = row->lane, .at = static_cast<Nanoseconds>(instant)});
  }
}

}  // namespace

TimelineHover HoverOf(const TimelineCanvas& canvas, bool hovered) {
  const ImVec2 place = ImGui::GetIO().MousePos;
  if (!hovered || !Over(canvas, place)) return {};
  return {.over = true,
          .instant = canvas.ruler.TimeAt(place.x),
          .row = canvas.layout.RowAt(place.y - canvas.at.y)};
}

TimelineControl ControlTimeline(const TimelineCanvas& canvas, const TimeWindow& all,
                                Timeline& timeline) {
  const Ui& ui = canvas.ui;
  TimelineControl control;
  ImGui::SetCursorScreenPos(canvas.at);
  const ImGuiID id = ImGui::GetID("timeline");
  const bool clicked =
      ImGui::InvisibleButton("timeline", {canvas.layout.width(), canvas.layout.height});
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const bool held = ImGui::IsItemActive();
  if (ImGui::IsItemActivated()) ui.focus.Take(id);
  control.hovered = ImGui::IsItemHovered();
  const Focus::Here here = ui.focus.Report(id, "timeline", low, high);
  control.ringed = here.ringed;
  if (FollowsPointer(ui, held) && ImGui::GetIO().MouseDelta.x != 0)
    timeline.Pan(all, -ImGui::GetIO().MouseDelta.x * canvas.ruler.PerPixel());
  if (clicked &&
      std::sqrt(ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left]) < ui.Px(5)) {
    Click(canvas, ImGui::GetIO().MousePos, timeline);
    control.announce = timeline.pick().has_value();
  }
  if (control.hovered && Over(canvas, ImGui::GetIO().MousePos)) Wheel(canvas, id, all, timeline);
  Fingers(canvas, all, timeline);
  if (here.focused && Keys(canvas, all, here.pressed, timeline)) control.announce = true;
  return control;
}

}  // namespace lab::panel
