#include "shell/toolkit/field.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imgui_internal.h"
#include "shell/toolkit/widgets.h"

namespace lab::panel {
namespace {

constexpr double kLongRange = 60;  // high / low from which a slider is logarithmic

// A range that reaches down to 0 starts its logarithm at 1.
double Floor(double low) { return low > 0 ? low : 1; }
// Percents are even steps to people.
bool IsPercent(double low, double high) { return low == 0 && high == 100; }
bool IsLong(double low, double high) {
  return high / Floor(low) >= kLongRange && !IsPercent(low, high);
}

double TwoDigits(double value) {
  const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
  return std::round(value / unit) * unit;
}

void DrawSlider(const Ui& ui, ImVec2 low, ImVec2 high, double place, bool lit, bool pale) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = ui.Px(ui.touch ? 10 : 7);
  const float middle = (low.y + high.y) / 2;
  const float from = low.x + radius;
  const float to = high.x - radius;
  const float at = from + (to - from) * static_cast<float>(place);
  const float half = ui.Px(2);
  list->AddRectFilled({from, middle - half}, {to, middle + half}, Ink(ui.theme.edge), half);
  const Rgb color = lit ? ui.theme.accent_hover : pale ? ui.theme.edge : ui.theme.accent;
  if (!pale)
    list->AddRectFilled({from, middle - half}, {at, middle + half}, Ink(ui.theme.accent), half);
  list->AddCircleFilled({at, middle}, radius, Ink(color));
  list->AddCircleFilled({at, middle}, radius - ui.Px(2), Ink(ui.theme.card));
}

int ArrowKeys() {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1 : 0; };
  return pressed(ImGuiKey_RightArrow) + pressed(ImGuiKey_UpArrow) - pressed(ImGuiKey_LeftArrow) -
         pressed(ImGuiKey_DownArrow);
}

}  // namespace

double SliderPlace(double value, double low, double high) {
  if (!(high > low)) return 0;
  if (!IsLong(low, high)) return std::clamp((value - low) / (high - low), 0.0, 1.0);
  const double from = Floor(low);
  if (value <= from) return 0;
  return std::clamp(std::log(value / from) / std::log(high / from), 0.0, 1.0);
}

double SliderValue(double place, double low, double high, bool whole) {
  place = std::clamp(place, 0.0, 1.0);
  if (place <= 0) return low;
  if (place >= 1) return high;
  double value = low + place * (high - low);
  if (IsLong(low, high)) value = TwoDigits(Floor(low) * std::pow(high / Floor(low), place));
  if (whole || IsPercent(low, high)) value = std::round(value);
  return std::clamp(value, low, high);
}

double SliderStep(double value, double low, double high, bool whole, int direction) {
  double next = value + direction;
  if (IsLong(low, high) && (value > 20 || !whole) && value > 0) {
    const double decade = std::pow(10, std::floor(std::log10(value) + 1e-9));
    constexpr std::array kMarks = {0.5, 1.0, 2.0, 5.0, 10.0};
    if (direction > 0) {
      next = decade * *std::ranges::find_if(
                          kMarks, [&](double mark) { return mark * decade > value * 1.0001; });
    } else {
      for (double mark : kMarks) {
        if (mark * decade < value * 0.9999) next = mark * decade;
      }
    }
  }
  if (whole) next = std::round(next);
  return std::clamp(next, low, high);
}

std::optional<double> Slider(const Ui& ui, std::string_view name, double value, double low,
                             double high, bool whole, float width, bool pale) {
  const std::string key(name);
  const ImGuiID id = ImGui::GetID(key.c_str());
  const bool tapped = ImGui::InvisibleButton(key.c_str(), {width, ui.ControlHeight()});
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const bool held = ImGui::IsItemActive();
  if (ImGui::IsItemActivated()) ui.focus.Take(id);
  const Focus::Here here = ui.focus.Report(id, name, from, to);
  std::optional<double> changed;
  if (tapped || FollowsPointer(ui, held)) {
    const float radius = ui.Px(ui.touch ? 10 : 7);
    const float span = std::max(1.0f, to.x - from.x - 2 * radius);
    changed = SliderValue((ImGui::GetIO().MousePos.x - from.x - radius) / span, low, high, whole);
  }
  if (const int arrows = here.focused ? ArrowKeys() : 0; arrows != 0) {
    changed = SliderStep(value, low, high, whole, arrows);
  }
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  DrawSlider(ui, from, to, SliderPlace(changed.value_or(value), low, high),
             held || ImGui::IsItemHovered(), pale);
  if (here.ringed) FocusRing(ui, {from.x, from.y + ui.Px(4)}, {to.x, to.y - ui.Px(4)}, ui.Corner());
  if (changed == value) changed.reset();
  return changed;
}

}  // namespace lab::panel
