// Why each model took as long as it did, in sentences about the run that is shown.
#include "shell/panel/why_view.h"

#include <algorithm>

#include "experiment/model_info.h"
#include "report/advice.h"
#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

std::string WhyText(const std::vector<Reason>& why) {
  std::vector<std::string> reasons;
  for (const Reason& reason : why) reasons.push_back(reason.text);
  return Sentences(reasons);
}

// The model's name at the left of its sentences, or above them where there is little room.
void Row(const Ui& ui, const ModelResult& figure, float measure) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool beside = !ui.layout.narrow;
  const float side = ui.Px(10);
  const float line = ui.fonts.strong->FontSize;
  const float top = at.y + (line - side) / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side},
                                            Ink(ModelEdge(figure.model, ui.theme)), ui.Px(2));
  DrawText({at.x + side + ui.Px(8), at.y}, ui.fonts.strong, ui.theme.text, LabelOf(figure.model));
  const float indent = beside ? ui.Px(148) : side + ui.Px(8);
  ImGui::SetCursorScreenPos({at.x + indent, beside ? at.y : at.y + line + ui.Px(4)});
  Paragraph(ui, ui.fonts.text, ui.theme.text, WhyText(figure.why), measure - indent);
  ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + ui.Px(8)});
}

}  // namespace

void WhyView(const Ui& ui, const Outcome& outcome) {
  if (!outcome.result) return;
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(960));
  bool any = false;
  for (const ModelResult& figure : outcome.figures) {
    if (figure.why.empty() || figure.model == kSequential) continue;
    if (!any) {
      Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kWhy>());
      Space(ui, 4);
      Paragraph(ui, ui.fonts.small, ui.theme.muted, TextOf<words::kWhyOfMedian>(), measure);
      Space(ui, 8);
    }
    any = true;
    Row(ui, figure, measure);
  }
  if (any) Space(ui, 12);
  const std::string advice = Advice(*outcome.result);
  if (advice.empty()) return;
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kWhenToUse>());
  Space(ui, 8);
  Paragraph(ui, ui.fonts.text, ui.theme.text, advice, measure);
  Space(ui, 20);
}

}  // namespace lab::panel
