#include "shell/panel/header_view.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

#include "base/text.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "words/english/help.h"
#include "words/english/panel.h"
#include "words/english/report.h"

namespace lab::panel {
namespace {

// What the workers of this build really are, in two words.
std::string_view BadgeText(const Environment& machine) {
  if (machine.platform == "native") return TextOf<words::kNativeThreads>();
  return machine.build == "threads" ? TextOf<words::kRealThreads>()
                                    : TextOf<words::kNoThreadsHere>();
}

std::string MachineText(const Environment& machine, bool brief) {
  if (brief) return Phrase<words::kCores>("count"_a = machine.cores);
  return Phrase<words::kMachineLine>(
      "cores"_a = machine.cores,
      "clock"_a = machine.timer_step_s > 0 ? StepText(machine.timer_step_s) : "",
      "isolated"_a = machine.platform != "web" ? ""
                     : machine.isolated        ? "yes"
                                               : "no",
      "optimised"_a = machine.optimised ? "yes" : "no");
}

void ThemeIcon(const Ui& ui, ImVec2 center, std::string_view theme, Rgb ground) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = ui.Px(6);
  const ImU32 ink = Ink(ui.theme.text);
  if (theme == "light") {  // a sun
    list->AddCircleFilled(center, radius * 0.6f, ink, 24);
    for (int ray = 0; ray < 8; ++ray) {
      const float angle = IM_PI / 4 * static_cast<float>(ray);
      const ImVec2 to{std::cos(angle) * radius * 1.4f, std::sin(angle) * radius * 1.4f};
      list->AddLine({center.x + to.x * 0.7f, center.y + to.y * 0.7f},
                    {center.x + to.x, center.y + to.y}, ink, ui.Px(1.5f));
    }
  } else if (theme == "dark") {  // a moon
    list->AddCircleFilled(center, radius * 1.15f, ink, 32);
    list->AddCircleFilled({center.x + radius * 0.55f, center.y - radius * 0.4f}, radius,
                          Ink(ground), 32);
  } else {  // half and half: the system decides
    list->AddCircle(center, radius, ink, 32, ui.Px(1.5f));
    list->PathArcTo(center, radius, -IM_PI / 2, IM_PI / 2, 24);
    list->PathFillConvex(ink);
  }
}

bool ThemeButton(const Ui& ui, std::string_view theme, bool explain) {
  const float side = ui.ControlHeight();
  const Pressed area = PressArea(ui, "theme", {side, side}, ui.Corner());
  if (area.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(area.low, area.high, Ink(ui.theme.hover),
                                              ui.Corner());
  ThemeIcon(ui, {(area.low.x + area.high.x) / 2, (area.low.y + area.high.y) / 2}, theme,
            area.hovered ? ui.theme.hover : ui.theme.page);
  HintFor(ui, Phrase<words::kColours>("theme"_a = theme), area.hovered || (area.focused && explain),
          area.low, area.high);
  return area.pressed;
}

bool HelpButton(const Ui& ui, bool explain) {
  const float side = ui.ControlHeight();
  const Pressed area = PressArea(ui, "help", {side, side}, ui.Corner());
  if (area.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(area.low, area.high, Ink(ui.theme.hover),
                                              ui.Corner());
  const ImVec2 size = TextSize(ui.fonts.strong, "?");
  DrawText({(area.low.x + area.high.x - size.x) / 2, (area.low.y + area.high.y - size.y) / 2},
           ui.fonts.strong, ui.theme.text, "?");
  HintFor(ui, TextOf<words::kHelpHint>(), area.hovered || (area.focused && explain), area.low,
          area.high);
  return area.pressed;
}

// What stands at the left end, and how wide it is.
struct Beginning {
  float width = 0;
  bool pressed = false;
};

Beginning Name(const Ui& ui, float x, float middle) {
  const ImVec2 size = TextSize(ui.fonts.strong, TextOf<words::kSpeedupLab>());
  DrawText({x, middle - size.y / 2}, ui.fonts.strong, ui.theme.text, TextOf<words::kSpeedupLab>());
  return {.width = size.x};
}

Beginning WayOut(const Ui& ui, float x, float middle, float room) {
  const std::string_view whole = TextOf<words::kOwnTab>();
  const std::string_view label =
      ButtonWidth(ui, whole) <= room ? whole : TextOf<words::kOwnTabBriefly>();
  ImGui::SetCursorScreenPos({x, middle - ui.ControlHeight() / 2});
  return {.width = ButtonWidth(ui, label),
          .pressed = Button(ui, "own-tab", label, ButtonLook::kPlain)};
}

// Draws the badge and the machine's line so that they end at `right`.
void MachineLine(const Ui& ui, const State& state, float middle, float right, float left) {
  ImFont* font = ui.fonts.small;
  if (!state.environment) {
    const std::string_view waiting = TextOf<words::kStarting>();
    const ImVec2 size = TextSize(font, waiting);
    if (right - size.x > left)
      DrawText({right - size.x, middle - size.y / 2}, font, ui.theme.muted, waiting);
    return;
  }
  const std::string_view badge = BadgeText(*state.environment);
  const float pad = ui.Px(8);
  const float badge_width = TextSize(font, badge).x + 2 * pad;
  std::string machine = MachineText(*state.environment, false);
  if (right - TextSize(font, machine).x - badge_width - ui.Px(12) < left)
    machine = MachineText(*state.environment, true);
  const ImVec2 size = TextSize(font, machine);
  float x = right - size.x;
  if (x > left) DrawText({x, middle - size.y / 2}, font, ui.theme.muted, machine);
  x -= badge_width + ui.Px(10);
  if (x < left) return;
  const float half = size.y / 2 + ui.Px(4);
  const ImVec2 low{x, middle - half};
  const ImVec2 high{x + badge_width, middle + half};
  ImGui::GetWindowDrawList()->AddRect(low, high, Ink(ui.theme.edge), half, 0, ui.Px(1));
  DrawText({x + pad, middle - size.y / 2}, font, ui.theme.text, badge);
  HintFor(ui, WorkersMeaning(*state.environment), ImGui::IsMouseHoveringRect(low, high), low, high);
}

}  // namespace

std::string_view WorkersMeaning(const Environment& machine) {
  if (machine.platform == "native") return TextOf<words::kWorkersNative>();
  return machine.build == "threads" ? TextOf<words::kWorkersOnPage>()
                                    : TextOf<words::kWorkersWithoutThreads>();
}

HeaderAsked HeaderView(const Ui& ui, const State& state, std::string_view theme, bool framed) {
  HeaderAsked asked;
  Box box = ui.layout.header;
  box.y = ImGui::GetCursorScreenPos().y;
  const float pad = ui.Px(ui.layout.narrow ? 16 : 20);
  const float side = ui.ControlHeight();
  const float top = box.y + (box.h - side) / 2;
  const float middle = box.y + box.h / 2;
  const float left = box.x + pad;
  const float right = box.x + box.w - pad + ui.Px(8);
  const float room = right - 2 * side - ui.Px(8) - left;
  const Beginning beginning =
      framed && ui.layout.flat ? WayOut(ui, left, middle, room) : Name(ui, left, middle);
  asked.own_tab = beginning.pressed;
  MachineLine(ui, state, middle, left + room, left + beginning.width + ui.Px(16));
  ImGui::SetCursorScreenPos({right - 2 * side, top});
  asked.next_theme = ThemeButton(ui, theme, !state.progress);
  ImGui::SetCursorScreenPos({right - side, top});
  asked.help = HelpButton(ui, !state.progress);
  const float edge = ImGui::GetMainViewport()->Size.x;
  ImGui::GetWindowDrawList()->AddRectFilled({0, box.y + box.h - ui.Px(1)}, {edge, box.y + box.h},
                                            Ink(ui.theme.hairline));
  ImGui::SetCursorScreenPos({left, box.y + box.h});
  return asked;
}

}  // namespace lab::panel
