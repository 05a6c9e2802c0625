#include "shell/toolkit/focus.h"

#include <algorithm>

#include "imgui_internal.h"

namespace lab::panel {

void Focus::BeginFrame() {
  reported_.clear();
  from_ = 0;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) pointer_held_ = false;
  const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                     ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
  press_ = !ImGui::GetIO().KeyCtrl && (enter || ImGui::IsKeyPressed(ImGuiKey_Space, false));
}

Focus::Here Focus::Report(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high) {
  return Add(id, name, low, high, true);
}

Focus::Here Focus::ReportField(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high) {
  return Add(id, name, low, high, false);
}

Focus::Here Focus::Add(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high,
                       bool takes_presses) {
  reported_.push_back({id, std::string(name), low, high});
  if (id != focused_) return {};
  Here here{.focused = true, .ringed = by_keyboard_, .arrived = arriving_};
  here.pressed = takes_presses && press_;
  if (here.arrived) ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {low, high});
  arriving_ = false;
  return here;
}

void Focus::EndFrame() {
  reported_.erase(reported_.begin(), reported_.begin() + static_cast<std::ptrdiff_t>(from_));
  shown_.swap(reported_);
  if (focused_ != 0 && IndexOf(focused_) < 0) Clear();
  if (!ImGui::IsKeyPressed(ImGuiKey_Tab) || shown_.empty()) return;
  const int count = static_cast<int>(shown_.size());
  const int step = ImGui::GetIO().KeyShift ? -1 : 1;
  const int at = IndexOf(focused_);
  const int next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
  focused_ = shown_[static_cast<size_t>(next)].id;
  by_keyboard_ = arriving_ = true;
}

void Focus::OnlyFromHere() { from_ = reported_.size(); }

void Focus::Take(ImGuiID id) {
  focused_ = id;
  by_keyboard_ = arriving_ = false;
}

void Focus::Clear() { Take(0); }

void Focus::Enter(bool backwards) {
  if (shown_.empty()) return;
  focused_ = backwards ? shown_.back().id : shown_.front().id;
  by_keyboard_ = arriving_ = true;
}

bool Focus::AtEdge(bool backwards) const {
  if (shown_.empty() || focused_ == 0) return false;
  return focused_ == (backwards ? shown_.front().id : shown_.back().id);
}

const Control* Focus::Find(std::string_view name) const {
  const auto found = std::ranges::find(shown_, name, &Control::name);
  return found == shown_.end() ? nullptr : &*found;
}

int Focus::IndexOf(ImGuiID id) const {
  const auto found = std::ranges::find(shown_, id, &Control::id);
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

}  // namespace lab::panel
