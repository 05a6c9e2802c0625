#include "shell/panel/settings_view.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/field.h"
#include "shell/toolkit/text_field.h"
#include "shell/toolkit/widgets.h"
#include "words/english/engine.h"
#include "words/english/panel.h"
#include "words/english/settings.h"

namespace lab::panel {
namespace {

// What a newcomer may want to turn at once; the rest is folded away.
bool IsCommon(std::string_view setting, ExperimentKind kind) {
  return setting == InfoOf(kind).turned_first || setting == "workers" || setting == "tasks" ||
         setting == "size" || setting == "latency" || setting == "cpu-share" || setting == "busy";
}

void Apply(SettingsAsked& asked, const State& state, const Setting& setting,
           std::string_view text) {
  // A field that was cleared is left to the plan again, where there is one.
  const Result<Experiment> changed = WithSetting(
      state.experiment, setting.name, text.empty() && setting.plan != nullptr ? kAuto : text);
  if (!changed) {
    asked.refused = changed.error();
  } else if (const double high = HighestOn(PlatformOf(state), setting);
             high < setting.high && SettingNumber(changed.value(), setting.name) > high) {
    asked.refused =
        Error{.code = ErrorCode::kInvalidArgument,
              .message = Phrase<words::kMostInPage>("setting"_a = setting.name, "most"_a = high),
              .next = Phrase<words::kFewerOrNative>(),
              .field = std::string(setting.name)};
  } else {
    asked.changed = changed.value();
  }
}

std::string PlainNumber(double value) {
  std::string text = Format("%.6f", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// As wide as a field.
constexpr size_t kFieldCharacters = 11;

// Large numbers in groups where those fit.
std::string FieldText(const Setting& setting, const Experiment& experiment) {
  std::string text = SettingText(experiment, setting.name);
  if (setting.kind != SettingKind::kWhole || text == kAuto || text.size() <= 4) return text;
  const std::string grouped = Grouped(std::strtod(text.c_str(), nullptr));
  return grouped.size() <= kFieldCharacters ? grouped : text;
}

constexpr float kLabelWidth = 116;  // CSS pixels

// The setting's name at the left of its line, with what it means for the pointer.
void Label(const Ui& ui, const Setting& setting) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ui.ControlHeight();
  const ImVec2 size = TextSize(ui.fonts.text, Phrase(*setting.label));
  DrawText({at.x, at.y + (height - size.y) / 2}, ui.fonts.text, ui.theme.text,
           Phrase(*setting.label));
  const ImVec2 high{at.x + ui.Px(kLabelWidth), at.y + height};
  HintFor(ui, Phrase(*setting.help), ImGui::IsMouseHoveringRect(at, high) && !ui.touch, at, high);
}

// Label | slider | typed value with its unit, on one line; the slider stands below where it would
// have no way to go.
void NumberRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  const std::string name(setting.name);
  const bool left_to_plan = SettingText(state.experiment, setting.name) == kAuto;
  const float width = ImGui::GetContentRegionAvail().x;
  const float label_width = ui.Px(kLabelWidth);
  const float field_width = ui.Px(112);
  const float between = width - label_width - field_width - ui.Px(8);
  const bool beside = between >= ui.Px(ui.touch ? 160 : 80);
  const float height = ui.ControlHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Label(ui, setting);
  ImGui::SetCursorScreenPos(beside ? ImVec2{at.x + label_width, at.y}
                                   : ImVec2{at.x, at.y + height});
  const bool whole = setting.kind == SettingKind::kWhole;
  const bool all = setting.slide_high == 0;
  const auto dragged = Slider(ui, name + "-slider", SettingNumber(state.experiment, setting.name),
                              all ? setting.low : setting.slide_low,
                              all ? HighestOn(PlatformOf(state), setting) : setting.slide_high,
                              whole, beside ? between : width, left_to_plan);
  if (dragged) Apply(asked, state, setting, PlainNumber(*dragged));
  ImGui::SetCursorScreenPos({at.x + width - field_width, at.y});
  const auto typed = TextField(ui, name, FieldText(setting, state.experiment), field_width);
  if (typed) Apply(asked, state, setting, *typed);
  if (!beside) ImGui::SetCursorScreenPos({at.x, at.y + 2 * height});
  const std::string unit_text = Phrase(*setting.unit);
  if (unit_text.empty() || unit_text.size() > 3 || left_to_plan) return;
  const ImVec2 unit = TextSize(ui.fonts.small, unit_text);
  DrawText({at.x + width - unit.x - ui.Px(8), at.y + (height - unit.y) / 2}, ui.fonts.small,
           ui.theme.muted, unit_text);
}

void FlagRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  const bool on = SettingText(state.experiment, setting.name) == "true";
  if (Chip(ui, setting.name, Phrase(*setting.label), on))
    Apply(asked, state, setting, on ? "false" : "true");
  HintForItem(ui, Phrase(*setting.help));
}

void ModelsRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  Space(ui, 8);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, TextOf<words::kModelsToCompare>());
  Space(ui, 4);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float right = start.x + ImGui::GetContentRegionAvail().x;
  ImVec2 at = start;
  for (const ModelInfo& model : Models()) {
    if (model.name == kSequential) continue;
    const float width = ChipWidth(ui, LabelOf(model.name), true);
    if (at.x > start.x && at.x + width > right)
      at = {start.x, at.y + ui.ControlHeight() + ui.Px(8)};
    ImGui::SetCursorScreenPos(at);
    const auto& chosen = state.experiment.models;
    const bool on = std::ranges::find(chosen, model.name) != chosen.end();
    if (Chip(ui, model.name, LabelOf(model.name), on, ModelEdge(model.name, ui.theme))) {
      std::string names(kSequential);
      for (const ModelInfo& other : Models()) {
        const bool was_on = std::ranges::find(chosen, other.name) != chosen.end();
        if (other.name != kSequential && was_on != (other.name == model.name))
          names += "," + std::string(other.name);
      }
      Apply(asked, state, setting, names);
    }
    HintForItem(ui, MeaningOf(model.name));
    at.x += width + ui.Px(8);
  }
}

void UrlsRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  Paragraph(ui, ui.fonts.small, ui.theme.muted, TextOf<words::kOwnUrls>());
  Space(ui, 4);
  const auto typed = TextField(ui, setting.name, SettingText(state.experiment, setting.name),
                               ImGui::GetContentRegionAvail().x, "https://…");
  if (typed) Apply(asked, state, setting, *typed);
}

// Label | typed list, on one line.
void NumbersRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  Label(ui, setting);
  ImGui::SetCursorScreenPos({at.x + ui.Px(kLabelWidth), at.y});
  const auto typed = TextField(ui, setting.name, SettingText(state.experiment, setting.name),
                               width - ui.Px(kLabelWidth), TextOf<words::kPointsExample>());
  if (typed) Apply(asked, state, setting, *typed == kAuto ? "" : *typed);
}

void SettingRow(const Ui& ui, const Setting& setting, const State& state, SettingsAsked& asked) {
  switch (setting.kind) {
    case SettingKind::kWhole:
    case SettingKind::kNumber: NumberRow(ui, setting, state, asked); break;
    case SettingKind::kFlag: FlagRow(ui, setting, state, asked); break;
    case SettingKind::kNames: ModelsRow(ui, setting, state, asked); break;
    case SettingKind::kUrls: UrlsRow(ui, setting, state, asked); break;
    case SettingKind::kNumbers: NumbersRow(ui, setting, state, asked); break;
  }
  if (state.refused && state.refused->field == setting.name) {
    Space(ui, 4);
    Paragraph(ui, ui.fonts.small, ui.theme.danger,
              Phrase<words::kKept>("complaint"_a = state.refused->message,
                                   "value"_a = SettingText(state.experiment, setting.name)));
  }
  const bool line = setting.kind == SettingKind::kWhole || setting.kind == SettingKind::kNumber ||
                    setting.kind == SettingKind::kNumbers;
  Space(ui, line ? 4 : 12);
}

void PresetRow(const Ui& ui, const State& state, SettingsAsked& asked) {
  const Experiment tutorial = MakeExperiment(state.experiment.kind, Preset::kTutorial);
  const Experiment start = MakeExperiment(state.experiment.kind, Preset::kDefault);
  ButtonFlow flow(ui);
  // Some experiments are not the tutorial's.
  if (tutorial != start) {
    if (flow.Button("preset-tutorial", TextOf<words::kTutorialsValues>(),
                    state.experiment != tutorial))
      asked.changed = tutorial;
  }
  if (flow.Button("preset-default", TextOf<words::kReset>(), state.experiment != start))
    asked.changed = start;
  if (flow.Button("undo", TextOf<words::kUndo>(), !state.earlier.empty())) asked.undo = true;
}

}  // namespace

SettingsAsked SettingsView(const Ui& ui, const State& state, Unfolded& open) {
  SettingsAsked asked;
  const auto rows = [&](bool common) {
    for (const Setting& setting : Settings(state.experiment.kind)) {
      if (setting.name == "pin" && state.environment && !state.environment->pinning) continue;
      if (IsCommon(setting.name, state.experiment.kind) == common &&
          Matters(setting.name, state.experiment))
        SettingRow(ui, setting, state, asked);
    }
  };
  rows(true);
  if (ButtonFlow(ui).Disclosure(
          "more-settings",
          open.more ? TextOf<words::kFewerSettings>() : TextOf<words::kMoreSettings>(),
          open.more)) {
    Space(ui, 4);
    rows(false);
  }
  PresetRow(ui, state, asked);
  return asked;
}

}  // namespace lab::panel
