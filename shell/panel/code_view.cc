#include "shell/panel/code_view.h"

#include <algorithm>
#include <cmath>

#include "code/cpp_code.h"
#include "code/python_code.h"
#include "experiment/model_info.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/pane.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/syntax.h"
#include "words/english/files.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

struct Choice {
  std::string name;
  std::string label;
  bool on = false;
  Rgb dot = 0;
};

// Chips behind a word that says what they are (below it where it is narrow), in as many lines as
// they need; the one that was pressed.
std::optional<size_t> ChipRow(const Ui& ui, std::string_view word,
                              const std::vector<Choice>& choices) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const bool narrow = ui.layout.narrow;
  const float line = ui.fonts.small->FontSize;
  const float left = start.x + (narrow ? 0 : ui.Px(60));
  const float right = start.x + ImGui::GetContentRegionAvail().x;
  DrawText({start.x, start.y + (narrow ? 0 : (ui.ControlHeight() - line) / 2)}, ui.fonts.small,
           ui.theme.muted, word);
  std::optional<size_t> pressed;
  ImVec2 at{left, start.y + (narrow ? line + ui.Px(4) : 0)};
  for (size_t index = 0; index < choices.size(); ++index) {
    const Choice& choice = choices[index];
    const float width = ChipWidth(ui, choice.label, choice.dot != 0);
    if (at.x > left && at.x + width > right) at = {left, at.y + ui.ControlHeight() + ui.Gap()};
    ImGui::SetCursorScreenPos(at);
    if (Chip(ui, "code-" + choice.name, choice.label, choice.on, choice.dot)) pressed = index;
    at.x += width + ui.Px(8);
  }
  ImGui::SetCursorScreenPos({start.x, at.y + ui.ControlHeight() + ui.Gap()});
  return pressed;
}

void ModelRow(const Ui& ui, CodeChoice& choice) {
  std::vector<Choice> models;
  for (const ModelInfo& model : Models()) {
    models.push_back({std::string(model.name), LabelOf(model.name), model.name == choice.model,
                      ModelEdge(model.name, ui.theme)});
  }
  if (const auto pressed = ChipRow(ui, TextOf<words::kProgramModel>(), models))
    choice.model = models[*pressed].name;
}

void VariantRow(const Ui& ui, std::string_view language, const std::vector<CodeVariant>& variants,
                const CodeVariant& shown, CodeChoice& choice) {
  std::vector<Choice> chips;
  for (const CodeVariant& variant : variants)
    chips.push_back({variant.name, variant.name, variant.name == shown.name});
  if (const auto pressed = ChipRow(ui, language, chips)) choice.variant = variants[*pressed].name;
}

Rgb ColorOf(PartKind kind, const Theme& theme) {
  switch (kind) {
    case PartKind::kComment: return theme.muted;
    case PartKind::kKeyword: return theme.accent;
    case PartKind::kString: return theme.notice;
    case PartKind::kPlain: break;
  }
  return theme.text;
}

// The lines that can be seen, from the cursor on.
void DrawProgram(const Ui& ui, ImFont* font, std::string_view program, Syntax syntax) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
  ImVec2 at = start;
  for (const TextPart& part : PartsOf(program, syntax)) {
    for (std::string_view rest = part.text; !rest.empty();) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      const bool visible = at.y + font->FontSize > low.y && at.y < high.y;
      if (visible) DrawText(at, font, ColorOf(part.kind, ui.theme), line);
      if (visible) at.x += TextSize(font, line).x;
      if (line.size() < rest.size()) at = {start.x, at.y + font->FontSize};
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
  }
}

void ProgramView(const Ui& ui, const CodeVariant& shown, Syntax syntax, const std::string& model) {
  ImFont* font = ui.layout.narrow ? ui.fonts.mono_small : ui.fonts.mono;
  const float pad = ui.Px(12);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 content = TextSize(font, shown.text);
  const float most = std::max(ui.Px(240), std::round(ui.layout.stage.h * 0.7f));
  const ImVec2 size{ImGui::GetContentRegionAvail().x,
                    std::min(content.y + 2 * pad + ui.Px(8), most)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, Ink(ui.theme.field), ui.Corner());
  list->AddRect(at, {at.x + size.x, at.y + size.y}, Ink(ui.theme.hairline), ui.Corner(), 0,
                ui.Px(1));
  BeginPane(ui, "code-text", (model + shown.name).c_str(), size,
            {content.x + 2 * pad, content.y + 2 * pad});
  const ImVec2 inside = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({inside.x + pad, inside.y + pad});
  DrawProgram(ui, font, shown.text, syntax);
  EndPane();
}

const CodeVariant* Find(const std::vector<CodeVariant>& variants, const std::string& name) {
  const auto found = std::ranges::find(variants, name, &CodeVariant::name);
  return found == variants.end() ? nullptr : &*found;
}

// What it is that is shown, and a button that copies it; whether that was pressed.
bool AboutRow(const Ui& ui, const std::string& about) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string_view copy = TextOf<words::kCopy>();
  const float room = ImGui::GetContentRegionAvail().x - ButtonWidth(ui, copy) - ui.Px(8);
  const float height = TextSize(ui.fonts.small, about, room).y;
  ImGui::SetCursorScreenPos({at.x, at.y + std::max(0.0f, (ui.ControlHeight() - height) / 2)});
  Paragraph(ui, ui.fonts.small, ui.theme.muted, about, room);
  ImGui::SetCursorScreenPos({at.x + room + ui.Px(8), at.y});
  const bool pressed = Button(ui, "copy-code", copy, ButtonLook::kQuiet);
  ImGui::SetCursorScreenPos({at.x, at.y + std::max(ui.ControlHeight(), height) + ui.Px(4)});
  return pressed;
}

}  // namespace

CodeAsked CodeView(const Ui& ui, const Experiment& experiment, CodeChoice& choice) {
  CodeAsked asked;
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kProgram>());
  Space(ui, 8);
  if (experiment.kind == ExperimentKind::kUnknown) {
    Paragraph(ui, ui.fonts.text, ui.theme.muted, Phrase<words::kNoCodeForUnknown>());
    return asked;
  }
  ModelRow(ui, choice);
  const std::vector<CodeVariant> python = PythonCode(experiment, choice.model);
  const std::vector<CodeVariant> cpp = CppCode(experiment.kind, choice.model);
  const CodeVariant* in_cpp = Find(cpp, choice.variant);
  const CodeVariant* shown = in_cpp != nullptr ? in_cpp : Find(python, choice.variant);
  if (shown == nullptr && !python.empty()) shown = &python.front();
  if (shown == nullptr) return asked;
  VariantRow(ui, "Python", python, *shown, choice);
  VariantRow(ui, "C++", cpp, *shown, choice);
  if (AboutRow(ui, in_cpp != nullptr ? shown->about
                                     : Phrase<words::kRunsAsIs>("about"_a = shown->about)))
    asked.copy = shown->text;
  ProgramView(ui, *shown, in_cpp != nullptr ? Syntax::kCpp : Syntax::kPython, choice.model);
  return asked;
}

}  // namespace lab::panel
