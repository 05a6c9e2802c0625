#include "shell/toolkit/text_field.h"

#include <algorithm>
#include <array>
#include <utility>

#include "imgui_internal.h"
#include "shell/toolkit/fonts.h"

namespace lab::panel {
namespace {

constexpr size_t kLongestText = 16'384;
constexpr float kPad = 8;

void Begin(Typing& typing, ImGuiID id, std::string_view name, std::string_view shown) {
  typing = {.session = typing.session + 1,
            .id = id,
            .name = std::string(name),
            .began = std::string(shown),
            .elsewhere = typing.elsewhere};
  ImGui::ActivateItemByID(id);
  ImGui::GetCurrentContext()->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

int TakeOver(ImGuiInputTextCallbackData* data) {
  const auto edited = std::exchange(static_cast<Typing*>(data->UserData)->edited, std::nullopt);
  if (!edited) return 0;
  data->DeleteChars(0, data->BufTextLen);
  data->InsertChars(0, edited->c_str());
  return 0;
}

// True if it was pressed.
bool Resting(const Ui& ui, const char* key, std::string_view shown, std::string_view hint,
             ImVec2 low, ImVec2 high) {
  const bool pressed = ImGui::InvisibleButton(key, {high.x - low.x, high.y - low.y});
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const float pad = ui.Px(kPad);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(low, high, Ink(ui.theme.field), ui.Corner());
  ImGui::PushClipRect(low, {high.x - pad, high.y}, true);
  const float top = low.y + (high.y - low.y - ui.fonts.mono->FontSize) / 2;
  DrawText({low.x + pad, top}, ui.fonts.mono, shown.empty() ? ui.theme.muted : ui.theme.text,
           shown.empty() ? hint : shown);
  ImGui::PopClipRect();
  return pressed;
}

// Draws the field that is typed into.
void Edit(const Ui& ui, const char* key, char* text, std::string_view hint, ImVec2 low,
          ImVec2 high) {
  ImGui::PushFont(ui.fonts.mono);
  ImGui::PushStyleVar(
      ImGuiStyleVar_FramePadding,
      {ui.Px(kPad), std::max(0.0f, (high.y - low.y - ui.fonts.mono->FontSize) / 2)});
  if (ui.typing.elsewhere) {
    ImGui::PushStyleColor(ImGuiCol_Text, 0);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, 0);
  }
  ImGui::SetNextItemWidth(high.x - low.x);
  ImGui::InputTextWithHint(key, std::string(hint).c_str(), text, kLongestText,
                           ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackAlways,
                           TakeOver, &ui.typing);
  if (ui.typing.elsewhere) ImGui::PopStyleColor(2);
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

// Where it stands, for a field that is to stand over it; in sight while the screen changes, as when
// a touch keyboard comes.
void TellPlace(const Ui& ui, ImVec2 low, ImVec2 high) {
  Typing& typing = ui.typing;
  const ImRect& seen = ImGui::GetCurrentWindow()->ClipRect;
  typing.low = low;
  typing.high = high;
  typing.seen_low = seen.Min;
  typing.seen_high = seen.Max;
  typing.font_size = ui.fonts.mono->FontSize / kMonoHeight;
  const float screen = ImGui::GetMainViewport()->Size.y;
  if (std::exchange(typing.screen, screen) != screen)
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {low, high});
}

}  // namespace

std::optional<std::string> TextField(const Ui& ui, std::string_view name, std::string_view shown,
                                     float width, std::string_view hint) {
  Typing& typing = ui.typing;
  const std::string key = "##" + std::string(name);
  const ImGuiID id = ImGui::GetID(key.c_str());
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 high{low.x + width, low.y + ui.ControlHeight()};
  const Focus::Here here = ui.focus.ReportField(id, name, low, high);
  std::optional<std::string> done;
  if (typing.id != id) {
    const bool pressed = Resting(ui, key.c_str(), shown, hint, low, high);
    if (pressed) ui.focus.Take(id);
    if (pressed || here.arrived) Begin(typing, id, name, shown);
  } else {
    static std::array<char, kLongestText> typed;  // ImGui keeps its own copy of what is being typed
    typed[shown.copy(typed.data(), typed.size() - 1)] = '\0';
    Edit(ui, key.c_str(), typed.data(), hint, low, high);
    TellPlace(ui, low, high);
    const Typing::Asked asked = std::exchange(typing.asked, Typing::Asked::kNothing);
    const bool left = !ImGui::IsItemActive() || !here.focused || asked == Typing::Asked::kLeave;
    const bool dropped = !ImGui::IsItemActive() && ImGui::IsKeyPressed(ImGuiKey_Escape);
    if (((left && !dropped) || asked == Typing::Asked::kKeep) && typing.began != typed.data())
      done = typing.began = typed.data();
    if (left) typing.id = 0;
    if (left && ImGui::IsItemActive()) ImGui::ClearActiveID();
    if (left && here.focused) ui.focus.Take(id);
  }
  const bool ringed = typing.id == id || here.ringed;
  ImGui::GetWindowDrawList()->AddRect(low, high, Ink(ringed ? ui.theme.accent : ui.theme.edge),
                                      ui.Corner(), 0, ui.Px(ringed ? 2 : 1));
  return done;
}

}  // namespace lab::panel
