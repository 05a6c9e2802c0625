// How late responses came: a histogram for each model, its median and its 99th percentile in
// figures.
#include "shell/panel/response_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "experiment/model_info.h"
#include "shell/panel/bar.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/response_chart.h"
#include "shell/view/scaling_chart.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

struct ResponseColumns {
  bool stacked = false;   // the label stands above its histogram
  float left = 0, right = 0;
  float from = 0, to = 0;  // of the axis
  float row = 0;
  float high = 0;         // of a histogram
};

ResponseColumns Arrange(const Ui& ui, ImVec2 at, float width) {
  ResponseColumns columns{.left = at.x, .right = at.x + width};
  columns.stacked = width < ui.Px(560);
  columns.row = ui.Px(columns.stacked ? 92
                                      : std::clamp(ui.layout.stage.h / ui.layout.unit * 0.1f,
                                                   ui.layout.low ? 46.0f : 60.0f, 88.0f));
  columns.high = ui.Px(ui.layout.low && !columns.stacked ? 34 : 44);
  columns.from = columns.stacked ? columns.left : columns.left + ui.Px(148);
  columns.to = columns.right - (columns.stacked ? 0 : ui.Px(190));
  return columns;
}

float At(const ResponseColumns& columns, const ResponseChart& chart, double seconds) {
  const double share = std::clamp(seconds / chart.end_s, 0.0, 1.0);
  return columns.from + (columns.to - columns.from) * static_cast<float>(share);
}

float Foot(const ResponseColumns& columns, float y) {
  return y + columns.row -
         (columns.stacked ? columns.row * 0.08f : (columns.row - columns.high) / 2);
}

void DrawHistogram(const Ui& ui, const ResponseChart& chart, const ResponseRow& row,
                   const ResponseColumns& columns, float foot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const double highest = *std::ranges::max_element(row.columns);
  const float step = (columns.to - columns.from) / static_cast<float>(row.columns.size());
  for (size_t at = 0; at < row.columns.size(); ++at) {
    if (row.columns[at] <= 0) continue;
    // The square root keeps single late responses visible beside many prompt ones.
    const float high =
        std::max(ui.Px(2), columns.high * static_cast<float>(std::sqrt(row.columns[at] / highest)));
    const float x = columns.from + step * static_cast<float>(at);
    list->AddRectFilled({x, foot - high}, {std::max(x + ui.Px(2), x + step - ui.Px(1)), foot},
                        Ink(ModelColor(row.row.model)));
  }
  const float median = std::round(At(columns, chart, row.median_s));
  list->AddRectFilled({median - ui.Px(1), foot - columns.high - ui.Px(4)},
                      {median + ui.Px(1), foot + ui.Px(2)}, Ink(ui.theme.text));
}

void DrawUnknown(const Ui& ui, const ResponseRow& row, const ResponseColumns& columns, float foot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect({columns.from, foot - columns.high}, {columns.to, foot},
                Ink(ModelEdge(row.row.model, ui.theme), 0.6f), ui.Px(3), 0, ui.Px(1));
  const std::string sign = row.row.active ? "…" : row.row.doubt.empty() ? "?" : row.row.doubt;
  const ImVec2 size = TextSize(ui.fonts.strong, sign);
  const ImVec2 at{(columns.from + columns.to - size.x) / 2, foot - (columns.high + size.y) / 2};
  // Reference lines do not cross the words.
  list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, Ink(ui.theme.page));
  DrawText(at, ui.fonts.strong, ui.theme.muted, sign);
}

void Label(const Ui& ui, const ResponseRow& row, const ResponseColumns& columns, float y) {
  const bool dim = row.row.kind == BarRow::Kind::kUnavailable;
  const float line = ui.fonts.strong->FontSize;
  const float top =
      columns.stacked ? y : y + (columns.row - line - ui.fonts.small->FontSize - ui.Px(2)) / 2;
  DrawText({columns.left, top}, ui.fonts.strong, dim ? ui.theme.muted : ui.theme.text,
           row.row.label);
  if (!columns.stacked)
    DrawText({columns.left, top + line + ui.Px(2)}, ui.fonts.small, ui.theme.muted,
             Fitted(ui.fonts.small, row.row.workers, columns.from - columns.left - ui.Px(12)));
}

void Figures(const Ui& ui, const ResponseRow& row, const ResponseColumns& columns, float y) {
  if (row.median.empty()) return;
  const float top = columns.stacked ? y : y + (columns.row - ui.fonts.mono->FontSize) / 2;
  const auto right = [&](float end, std::string_view id, const std::string& text, Rgb color) {
    CopyableText(ui, id, {end - TextSize(ui.fonts.mono, text).x, top}, ui.fonts.mono, color, text,
                 text);
  };
  right(columns.right - ui.Px(88), "median", row.median, ui.theme.text);
  right(columns.right, "p99", row.p99, ui.theme.muted);
  if (!row.row.noisy && !row.row.probable) return;
  const std::string_view word = row.row.doubt;
  DrawText(
      {columns.right - ui.Px(88) - TextSize(ui.fonts.small, word).x, top + ui.fonts.mono->FontSize},
      ui.fonts.small, ui.theme.notice, word);
}

std::string Meaning(const ResponseRow& row) {
  if (row.row.kind == BarRow::Kind::kUnavailable) return row.row.reason;
  std::string text =
      row.row.model != kSequential ? MeaningOf(row.row.model) : Phrase<words::kRespondsAlone>();
  if (row.median.empty()) return text;
  if (row.columns.empty()) return text + "\n\n" + row.row.verdict;
  return text + "\n\n" + Phrase<words::kHalfCame>("median"_a = row.median, "p99"_a = row.p99) +
         (row.row.verdict.empty() || row.row.model == kSequential ? "" : "\n" + row.row.verdict);
}

void Row(const Ui& ui, const ResponseChart& chart, const ResponseRow& row,
         const ResponseColumns& columns, float y, std::string& told) {
  ImGui::PushID(row.row.model.c_str());
  const float foot = Foot(columns, y);
  Label(ui, row, columns, y);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (row.row.kind == BarRow::Kind::kUnavailable) {
    DrawWrapped({columns.from, foot - columns.high}, ui.fonts.small, ui.theme.muted, row.row.reason,
                columns.right - columns.from);
  } else if (row.columns.empty()) {
    DrawUnknown(ui, row, columns, foot);
  } else {
    list->AddRectFilled({columns.from, foot}, {columns.to, foot + ui.Px(1)}, Ink(ui.theme.edge));
    DrawHistogram(ui, chart, row, columns, foot);
  }
  Figures(ui, row, columns, y);
  const bool over =
      ImGui::IsMouseHoveringRect({columns.left, y}, {columns.right, y + columns.row}) &&
      ImGui::IsWindowHovered();
  const float name = columns.stacked ? columns.right - columns.left - ui.Px(190)
                                     : columns.from - columns.left - ui.Px(12);
  const float height = columns.stacked ? ui.ControlHeight() : columns.row;
  TellModel(ui, row.row,
            {columns.left, columns.stacked ? y - (height - ui.fonts.strong->FontSize) / 2 : y, name,
             height},
            over, Meaning(row), told);
  ImGui::PopID();
}

void Axis(const Ui& ui, const ResponseChart& chart, const ResponseColumns& columns, float top,
          float bottom) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float interval = At(columns, chart, chart.interval_s);
  const bool shown = chart.interval_s > 0 && chart.interval_s < chart.end_s;
  for (float y = top; shown && y < bottom; y += ui.Px(8)) {
    list->AddRectFilled({interval, y}, {interval + ui.Px(1), std::min(y + ui.Px(4), bottom)},
                        Ink(ui.theme.edge));
  }
  for (const double tick : AxisTicks(0, chart.end_s * 1000, columns.stacked ? 4 : 8)) {
    const float x = At(columns, chart, tick / 1000);
    const std::string label = Format("%g", tick);
    const float width = TextSize(ui.fonts.small, label).x;
    list->AddRectFilled({x, bottom}, {x + ui.Px(1), bottom + ui.Px(4)}, Ink(ui.theme.edge));
    DrawText({std::min(x - width / 2, columns.to - width), bottom + ui.Px(6)}, ui.fonts.small,
             ui.theme.muted, label);
  }
}

// What the clock does not tell, where there is something of that.
std::string UnseenText(const ResponseChart& chart) {
  if (std::ranges::none_of(chart.rows, [](const ResponseRow& row) {
        return row.columns.empty() && !row.median.empty();
      }))
    return "";
  return Phrase<words::kResponsesUnseen>("step"_a = Duration(chart.timer_step_s));
}

}  // namespace

void ResponseView(const Ui& ui, const State& state, std::string& told) {
  const ResponseChart chart = MakeResponseChart(state);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ResponseColumns columns = Arrange(ui, at, width);
  const auto heading = [&](float end, std::string_view text) {
    DrawText({end - TextSize(ui.fonts.small, text).x, at.y}, ui.fonts.small, ui.theme.muted, text);
  };
  DrawText({columns.from, at.y}, ui.fonts.small, ui.theme.muted,
           columns.stacked ? TextOf<words::kHowLateBriefly>() : TextOf<words::kHowLate>());
  heading(columns.right - ui.Px(88), TextOf<words::kMedianHeading>());
  heading(columns.right, TextOf<words::kP99Heading>());
  const float top = at.y + ui.fonts.small->FontSize + ui.Px(8);
  const float bottom = top + columns.row * static_cast<float>(chart.rows.size());
  Axis(ui, chart, columns, top, bottom);
  for (size_t row = 0; row < chart.rows.size(); ++row)
    Row(ui, chart, chart.rows[row], columns, top + columns.row * static_cast<float>(row), told);
  ImGui::SetCursorScreenPos({at.x, bottom + ui.fonts.small->FontSize + ui.Px(16)});
  const std::string columns_mean =
      Phrase<words::kColumnsMean>("interval"_a = chart.interval_s > 0 ? "shown" : "");
  Paragraph(ui, ui.fonts.small, ui.theme.muted,
            Sentences(std::array{columns_mean, UnseenText(chart), std::string(HowToAsk(ui))}),
            std::min(width, ui.Px(860)));
}

}  // namespace lab::panel
