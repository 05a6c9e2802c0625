#include "shell/panel/bars_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "experiment/model_info.h"
#include "report/figures_text.h"
#include "shell/panel/bar.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/chart.h"
#include "words/english/panel.h"
#include "words/english/view.h"

namespace lab::panel {
namespace {

// The columns of the chart, from left to right. Stacked: the label stands above its bar.
struct Columns {
  bool stacked = false;
  float left = 0, right = 0;
  float bar_from = 0, bar_to = 0;  // 0× and the end of the axis
  float time_point = 0;            // where decimal points stand
  float efficiency_end = 0;        // 0: no room for that column
  float startup_end = 0;
  float row = 0;
  float thick = 0;                 // of a bar
};

Columns Arrange(const Ui& ui, const Chart& chart, float left, float width) {
  Columns columns{.left = left, .right = left + width};
  columns.stacked = width < ui.Px(560);
  // Rows grow with the room that the window has.
  const float roomy_row =
      std::clamp(ui.layout.stage.h / ui.layout.unit * 0.1f, ui.layout.low ? 44.0f : 56.0f, 88.0f);
  columns.row = ui.Px(columns.stacked ? 72 : roomy_row);
  columns.thick = columns.stacked ? ui.Px(24) : std::round(columns.row * 0.42f);
  float right = columns.right;
  const bool roomy = width >= ui.Px(720);
  if (!columns.stacked) {
    if (roomy) {
      columns.startup_end = right;
      right -= ui.Px(92);
    }
    if (roomy && chart.efficiency) {
      columns.efficiency_end = right;
      right -= ui.Px(88);
    }
    columns.time_point = right - ui.Px(26);
    right -= ui.Px(84);
  } else {
    columns.time_point = right - ui.Px(44);
  }
  const float ratio_room = ui.Px(56);  // for the figure behind the longest bar
  columns.bar_from = columns.stacked ? left : left + ui.Px(148);
  columns.bar_to = std::max(columns.bar_from + ui.Px(60),
                            (columns.stacked ? columns.right : right) - ratio_room);
  return columns;
}

float At(const Columns& columns, const Chart& chart, double speedup) {
  const double share = std::clamp(speedup / chart.axis_end, 0.0, 1.0);
  return std::round(columns.bar_from +
                    (columns.bar_to - columns.bar_from) * static_cast<float>(share));
}

void RightText(const Ui& ui, std::string_view id, float end, float y, std::string_view text,
               Rgb color) {
  const ImVec2 size = TextSize(ui.fonts.mono, text);
  CopyableText(ui, id, {end - size.x, y}, ui.fonts.mono, color, text, text);
}

// A time with its decimal point at `point`, its unit behind it where there is no column for it.
void TimeText(const Ui& ui, const BarRow& row, const Chart& chart, const Columns& columns,
              float y) {
  const size_t whole = std::min(row.time.find('.'), row.time.size());
  const float digit = TextSize(ui.fonts.mono, "0").x;
  const ImVec2 at{columns.time_point - digit * static_cast<float>(whole), y};
  CopyableText(ui, "time", at, ui.fonts.mono, ui.theme.text, row.time,
               row.time + " " + chart.time_unit);
  if (!columns.stacked || row.time.empty()) return;
  const float end = at.x + TextSize(ui.fonts.mono, row.time).x;
  DrawText({end + ui.Px(4), y + ui.Px(1)}, ui.fonts.small, ui.theme.muted, chart.time_unit);
}

void HeaderRow(const Ui& ui, const Chart& chart, const Columns& columns, float y) {
  const auto heading = [&](float end, std::string_view text) {
    DrawText({end - TextSize(ui.fonts.small, text).x, y}, ui.fonts.small, ui.theme.muted, text);
  };
  DrawText({columns.bar_from, y}, ui.fonts.small, ui.theme.muted, TextOf<words::kSpeedupAxis>());
  if (columns.stacked) return heading(columns.right, TextOf<words::kTimeHeading>());
  heading(columns.time_point + ui.Px(26), Phrase<words::kTimeInUnit>("unit"_a = chart.time_unit));
  if (columns.efficiency_end > 0)
    heading(columns.efficiency_end, TextOf<words::kEfficiencyHeading>());
  if (columns.startup_end > 0) heading(columns.startup_end, TextOf<words::kStartupHeading>());
}

float Room(const Ui& ui, const Columns& columns) {
  return (columns.stacked ? columns.right : columns.bar_to + ui.Px(56)) - columns.bar_from;
}

// A reason that takes more lines than a bar is thick makes its row taller.
float RowHeight(const Ui& ui, const Columns& columns, const BarRow& row) {
  if (row.kind != BarRow::Kind::kUnavailable) return columns.row;
  return columns.row + std::max(0.0f, ReasonHeight(ui, row, Room(ui, columns)) - columns.thick);
}

float BarTop(const Ui& ui, const Columns& columns, float y) {
  if (columns.stacked) return y + ui.fonts.strong->FontSize + ui.Px(8);
  return y + std::round((columns.row - columns.thick) / 2);
}

void Dashes(const Ui& ui, float x, float top, float bottom) {
  const float dash = ui.Px(4);
  for (float y = top; y < bottom; y += 2 * dash) {
    ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {x + ui.Px(1), std::min(y + dash, bottom)},
                                              Ink(ui.theme.edge));
  }
}

// Whether there is a line for the most that can be expected.
bool HasLimit(const Chart& chart) { return chart.limit > 1 && chart.limit_holds; }

// 1× and the most that can be expected, through all rows (stacked: only through the bars, not
// through their labels), named at their foot.
void ReferenceLines(const Ui& ui, const Chart& chart, const Columns& columns, float top,
                    float bottom) {
  const auto line = [&](double speedup, std::string_view label, bool first) {
    const float x = At(columns, chart, speedup);
    if (!columns.stacked) Dashes(ui, x, top, bottom);
    float y = top;
    for (const BarRow& row : chart.rows) {
      const float bar = BarTop(ui, columns, y);
      if (columns.stacked) Dashes(ui, x, bar - ui.Px(4), bar + columns.thick + ui.Px(4));
      y += RowHeight(ui, columns, row);
    }
    const ImVec2 size = TextSize(ui.fonts.small, label);
    const float from = first ? columns.bar_from : At(columns, chart, 1) + ui.Px(20);
    const float place = std::clamp(x - size.x / 2, from, std::max(from, columns.right - size.x));
    DrawText({place, bottom + ui.Px(4)}, ui.fonts.small, ui.theme.muted, label);
  };
  line(1, "1×", true);
  if (HasLimit(chart)) line(chart.limit, chart.limit_label, false);
}

void Label(const Ui& ui, const BarRow& row, const Columns& columns, float y, float width) {
  const bool dim = row.kind == BarRow::Kind::kUnavailable;
  const float line = ui.fonts.strong->FontSize;
  if (columns.stacked) {
    DrawText({columns.left, y}, ui.fonts.strong, dim ? ui.theme.muted : ui.theme.text, row.label);
    const float x = columns.left + TextSize(ui.fonts.strong, row.label).x + ui.Px(8);
    const float room = columns.time_point - ui.Px(40) - x;
    if (!dim && room > ui.Px(40)) {
      DrawText({x, y + ui.Px(2)}, ui.fonts.small, ui.theme.muted,
               Fitted(ui.fonts.small, row.workers, room));
    }
    return;
  }
  const float top = y + (columns.row - line - ui.fonts.small->FontSize - ui.Px(2)) / 2;
  DrawText({columns.left, top}, ui.fonts.strong, dim ? ui.theme.muted : ui.theme.text, row.label);
  DrawText({columns.left, top + line + ui.Px(2)}, ui.fonts.small, ui.theme.muted,
           Fitted(ui.fonts.small, row.workers, width));
}

// What hovering a bar tells: the exact figures in words.
std::string Meaning(const BarRow& row) {
  if (row.kind == BarRow::Kind::kUnavailable) return row.reason;
  std::string text = MeaningOf(row.model);
  if (row.ratio.empty()) return text + (row.verdict.empty() ? "" : "\n\n" + row.verdict);
  text += "\n\n" + Phrase<words::kExactSpeedup>("ratio"_a = Format("%.3f", row.speedup.ratio),
                                                "interval"_a = RangeWithConfidence(row.speedup));
  if (!row.verdict.empty()) text += "\n" + row.verdict;
  if (!row.efficiency.empty() && row.efficiency != kNotKnown)
    text += "\n" + Phrase<words::kEfficiencyOfBar>("efficiency"_a = row.efficiency,
                                                   "meaning"_a = kEfficiencyMeans);
  return text;
}

void Row(const Ui& ui, const Chart& chart, const BarRow& row, const Columns& columns, float y,
         std::string& told) {
  ImGui::PushID(row.model.c_str());
  Label(ui, row, columns, y, columns.bar_from - columns.left - ui.Px(12));
  const float thick = columns.thick;
  const float top = BarTop(ui, columns, y);
  const BarPlace bar{
      .from = columns.bar_from,
      .top = top,
      .thick = thick,
      .to = At(columns, chart, row.speedup.ratio),
      .low = At(columns, chart, row.speedup.low),
      .high = At(columns, chart, row.speedup.high),
      .expected = At(columns, chart, row.model == kSequential ? 1 : std::max(1.0, chart.limit)),
      .room = Room(ui, columns)};
  DrawBar(ui, row, bar);
  const float text_y = columns.stacked ? y : top + (thick - ui.fonts.mono->FontSize) / 2;
  if (!row.time.empty()) TimeText(ui, row, chart, columns, text_y);
  if (columns.efficiency_end > 0)
    RightText(ui, "efficiency", columns.efficiency_end, text_y, row.efficiency, ui.theme.text);
  if (columns.startup_end > 0)
    RightText(ui, "start-up", columns.startup_end, text_y, row.startup, ui.theme.muted);
  const bool over =
      ImGui::IsMouseHoveringRect({columns.left, y}, {columns.bar_to, y + columns.row}) &&
      ImGui::IsWindowHovered();
  const float name = columns.stacked ? columns.time_point - ui.Px(60) - columns.left
                                     : columns.bar_from - columns.left - ui.Px(12);
  const float lowest =
      columns.stacked ? std::max(ui.ControlHeight(), ui.fonts.strong->FontSize) : columns.row;
  const float top_of_name = columns.stacked ? y - (lowest - ui.fonts.strong->FontSize) / 2 : y;
  TellModel(ui, row, {columns.left, top_of_name, name, lowest}, over, Meaning(row), told);
  ImGui::PopID();
}

// What hatching means where there is some.
std::string HatchingText(const Chart& chart) {
  const bool noisy = std::ranges::any_of(chart.rows, &BarRow::noisy);
  const bool probable = std::ranges::any_of(chart.rows, &BarRow::probable);
  if (!noisy && !probable) return "";
  return Phrase<words::kHatchedMeans>("why"_a = noisy && probable ? "either"
                                                : noisy           ? "noisy"
                                                                  : "probable");
}

// What there is to gain, where a line says it.
std::string DashedText(const Chart& chart) {
  const bool known = chart.limit != 0 && chart.limit_holds;
  return Phrase<words::kDashedMeans>("limit"_a = !known ? ""
                                                 : HasLimit(chart)
                                                     ? std::string_view(chart.limit_label)
                                                     : "same");
}

// Why a bar goes on beyond that line, or why there is none.
std::string_view BeyondText(const Chart& chart) {
  if (chart.limit != 0 && !chart.limit_holds) return TextOf<words::kBeyondCores>();
  constexpr double kBeyond = 1.005;  // what can be seen
  const bool beyond = std::ranges::any_of(chart.rows, [&](const BarRow& row) {
    return !row.ratio.empty() && row.speedup.ratio > kBeyond * chart.limit;
  });
  return HasLimit(chart) && beyond ? TextOf<words::kBeyondLine>() : "";
}

std::string Legend(const Ui& ui, const Chart& chart) {
  return Sentences(std::array{Phrase<words::kBarsMean>(), DashedText(chart),
                              std::string(BeyondText(chart)), HatchingText(chart),
                              std::string(HowToAsk(ui))});
}

}  // namespace

void BarsView(const Ui& ui, const State&, const Chart& chart, std::string& told) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const Columns columns = Arrange(ui, chart, at.x, width);
  HeaderRow(ui, chart, columns, at.y);
  const float top = at.y + ui.fonts.small->FontSize + ui.Px(8);
  float bottom = top;
  for (const BarRow& row : chart.rows) bottom += RowHeight(ui, columns, row);
  ReferenceLines(ui, chart, columns, top, bottom);
  float y = top;
  for (const BarRow& row : chart.rows) {
    Row(ui, chart, row, columns, y, told);
    y += RowHeight(ui, columns, row);
  }
  ImGui::SetCursorScreenPos({at.x, bottom + ui.fonts.small->FontSize + ui.Px(16)});
  Paragraph(ui, ui.fonts.small, ui.theme.muted, Legend(ui, chart), std::min(width, ui.Px(860)));
}

}  // namespace lab::panel
