#include "shell/timeline/timeline_labels.h"

#include "report/figures_text.h"
#include "shell/timeline/timeline_words.h"
#include "shell/view/figures.h"

namespace lab::panel {

void DrawLabel(const TimelineCanvas& canvas, const TimelineRow& row, std::string_view text,
               float indent) {
  const Ui& ui = canvas.ui;
  const float room =
      (canvas.layout.stacked ? canvas.layout.right : canvas.layout.left - ui.Px(10)) - indent;
  DrawText({canvas.at.x + indent, canvas.at.y + row.label + ui.Px(1)}, ui.fonts.small,
           ui.theme.muted, Fitted(ui.fonts.small, text, room));
}

void DrawFigure(const TimelineCanvas& canvas, const TimelineRow& row, int number,
                const std::string& text) {
  const TimelineLayout& layout = canvas.layout;
  if (layout.stacked) return;
  const float end = canvas.at.x + layout.right + layout.figure * static_cast<float>(number + 1);
  const ImVec2 size = TextSize(canvas.ui.fonts.mono_small, text);
  const float middle = canvas.at.y + (row.labelled ? row.label + canvas.ui.Px(kTimelineLine) / 2
                                                   : row.top + row.height / 2);
  DrawText({end - size.x, middle - size.y / 2}, canvas.ui.fonts.mono_small, canvas.ui.theme.text,
           text);
}

void DrawRightWords(const TimelineCanvas& canvas, const TimelineRow& row, const std::string& text) {
  const float width = TextSize(canvas.ui.fonts.small, text).x;
  const ImVec2 at{canvas.at.x + canvas.layout.width() - width,
                  canvas.at.y + row.label + canvas.ui.Px(1)};
  DrawText(at, canvas.ui.fonts.small, canvas.ui.theme.muted, text);
}

void DrawShares(const TimelineCanvas& canvas, const TimelineRow& row, const LaneShares& shares) {
  if (canvas.data.groups[row.group].blurred) {
    for (int number = 0; number < 3; ++number) DrawFigure(canvas, row, number, kNotKnown);
    return;
  }
  if (canvas.layout.stacked) return DrawRightWords(canvas, row, SharesText(shares));
  DrawFigure(canvas, row, 0, PercentText(shares.busy));
  DrawFigure(canvas, row, 1, PercentText(shares.waiting));
  DrawFigure(canvas, row, 2, PercentText(shares.blocked));
}

void DrawTag(const Ui& ui, ImVec2 at, std::string_view text, Rgb color) {
  const ImVec2 size = TextSize(ui.fonts.small, text);
  const ImVec2 low{at.x - ui.Px(3), at.y};
  ImGui::GetWindowDrawList()->AddRectFilled(low, {at.x + size.x + ui.Px(3), at.y + size.y},
                                            Ink(ui.theme.page, 0.88f), ui.Px(3));
  DrawText(at, ui.fonts.small, color, text);
}

}  // namespace lab::panel
