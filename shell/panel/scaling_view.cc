// The curves of a sweep with axes, intervals, fits and a legend, what they say, and the same
// figures as a table.
#include "shell/panel/scaling_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "report/newer_text.h"
#include "report/settings_text.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "shell/view/scaling_chart.h"
#include "words/english/panel.h"
#include "words/english/report.h"

namespace lab::panel {
namespace {

// Where the chart's places lie on the screen.
struct Plane {
  ImVec2 low, high;  // corners of the plot: top left, bottom right
  double first = 1, last = 2;
  double top = 2;

  ImVec2 At(double at, double value) const {
    const auto x = static_cast<float>((at - first) / std::max(1.0, last - first));
    const auto y = static_cast<float>(value / top);
    return {low.x + (high.x - low.x) * x, high.y - (high.y - low.y) * y};
  }
};

void DashedLine(const Ui& ui, ImVec2 from, ImVec2 to, ImU32 ink, float dash) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const ImVec2 step{(to.x - from.x) / length, (to.y - from.y) / length};
  for (float at = 0; at < length; at += 2 * dash) {
    const float end = std::min(at + dash, length);
    ImGui::GetWindowDrawList()->AddLine({from.x + step.x * at, from.y + step.y * at},
                                        {from.x + step.x * end, from.y + step.y * end}, ink,
                                        ui.Px(1.5f));
  }
}

// Each model's own shape, since colour never carries meaning alone.
void Marker(const Ui& ui, size_t shape, ImVec2 at, Rgb color, bool hollow) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float r = ui.Px(5);
  const ImU32 ink = Ink(color);
  const ImU32 inside = hollow ? Ink(ui.theme.page) : ink;
  switch (shape % 3) {
    case 0:
      list->AddCircleFilled(at, r, inside, 24);
      list->AddCircle(at, r, ink, 24, ui.Px(1.5f));
      break;
    case 1:
      list->AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, inside);
      list->AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, ink, 0, 0, ui.Px(1.5f));
      break;
    default: {
      const ImVec2 a{at.x, at.y - r * 1.2f}, b{at.x - r * 1.1f, at.y + r * 0.9f},
          c{at.x + r * 1.1f, at.y + r * 0.9f};
      list->AddTriangleFilled(a, b, c, inside);
      list->AddTriangle(a, b, c, ink, ui.Px(1.5f));
    }
  }
}

void Axes(const Ui& ui, const ScalingChart& chart, const Plane& plane) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const double tick : AxisTicks(0, plane.top, 5)) {
    const float y = std::round(plane.At(plane.first, tick).y);
    list->AddLine({plane.low.x, y}, {plane.high.x, y}, Ink(ui.theme.hairline), ui.Px(1));
    const std::string label = Format("%g", tick) + chart.unit;
    const ImVec2 size = TextSize(ui.fonts.small, label);
    DrawText({plane.low.x - size.x - ui.Px(8), y - size.y / 2}, ui.fonts.small, ui.theme.muted,
             label);
  }
  float free_from = -1e9f;
  for (const double at : chart.at) {
    const float x = std::round(plane.At(at, 0).x);
    const std::string label = Format("%g", at);
    const ImVec2 size = TextSize(ui.fonts.small, label);
    list->AddLine({x, plane.high.y}, {x, plane.high.y + ui.Px(4)}, Ink(ui.theme.edge), ui.Px(1));
    if (x - size.x / 2 < free_from) continue;
    DrawText({x - size.x / 2, plane.high.y + ui.Px(6)}, ui.fonts.small, ui.theme.muted, label);
    free_from = x + size.x / 2 + ui.Px(6);
  }
  const float end = TextSize(ui.fonts.small, chart.axis).x;
  DrawText({plane.high.x - end, plane.high.y + ui.Px(24)}, ui.fonts.small, ui.theme.muted,
           chart.axis);
}

void Crossing(const Ui& ui, double at, const Plane& plane) {
  DashedLine(ui, plane.At(at, 0), plane.At(at, plane.top), Ink(ui.theme.text), ui.Px(3));
  const std::string label = Phrase<words::kCrossingAt>("share"_a = std::round(at));
  const ImVec2 top = plane.At(at, plane.top);
  DrawText({top.x + ui.Px(6), top.y + ui.Px(2)}, ui.fonts.small, ui.theme.text, label);
}

// What to compare with, where one curve leaves another, and where the cores end.
void Ideal(const Ui& ui, const ScalingChart& chart, const Plane& plane) {
  ImGui::PushClipRect(plane.low, plane.high, true);
  for (size_t at = 1; at < chart.ideal.size(); ++at) {
    DashedLine(ui, plane.At(chart.ideal[at - 1].at, chart.ideal[at - 1].value),
               plane.At(chart.ideal[at].at, chart.ideal[at].value), Ink(ui.theme.edge), ui.Px(5));
  }
  ImGui::PopClipRect();
  if (chart.crossing) Crossing(ui, *chart.crossing, plane);
  if (chart.cores <= 0) return;
  DashedLine(ui, plane.At(plane.first, chart.cores), plane.At(plane.last, chart.cores),
             Ink(ui.theme.edge), ui.Px(2));
  const ImVec2 at = plane.At(plane.last, chart.cores);
  const ImVec2 size = TextSize(ui.fonts.small, chart.cores_label);
  DrawText({at.x - size.x, at.y - size.y - ui.Px(3)}, ui.fonts.small, ui.theme.muted,
           chart.cores_label);
}

void DrawCurve(const Ui& ui, const Curve& curve, size_t shape, const Plane& plane) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Rgb color = ModelEdge(curve.model, ui.theme);
  for (size_t at = 1; at < curve.amdahl.size(); ++at) {
    DashedLine(ui, plane.At(curve.points[at - 1].at, curve.amdahl[at - 1]),
               plane.At(curve.points[at].at, curve.amdahl[at]), Ink(color, 0.7f), ui.Px(3));
  }
  for (size_t at = 0; at < curve.points.size(); ++at) {
    const CurvePoint& point = curve.points[at];
    const ImVec2 here = plane.At(point.at, point.value);
    const ImVec2 low = plane.At(point.at, point.low);
    const ImVec2 high = plane.At(point.at, point.high);
    list->AddLine(low, high, Ink(color), ui.Px(2));
    for (const ImVec2 end : {low, high})
      list->AddLine({end.x - ui.Px(4), end.y}, {end.x + ui.Px(4), end.y}, Ink(color), ui.Px(2));
    if (at > 0)
      list->AddLine(plane.At(curve.points[at - 1].at, curve.points[at - 1].value), here, Ink(color),
                    ui.Px(2));
  }
  for (const CurvePoint& point : curve.points)
    Marker(ui, shape, plane.At(point.at, point.value), color, !point.doubt.empty());
}

void Legend(const Ui& ui, const ScalingChart& chart) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float right = start.x + ImGui::GetContentRegionAvail().x;
  const float line = ui.fonts.text->FontSize + ui.Px(6);
  ImVec2 at = start;
  const auto place = [&](float width) {
    if (at.x > start.x && at.x + width > right) at = {start.x, at.y + line};
    const ImVec2 here = at;
    at.x += width + ui.Px(20);
    return here;
  };
  for (size_t curve = 0; curve < chart.curves.size(); ++curve) {
    const ImVec2 here = place(ui.Px(18) + TextSize(ui.fonts.text, chart.curves[curve].label).x);
    Marker(ui, curve, {here.x + ui.Px(6), here.y + ui.fonts.text->FontSize / 2},
           ModelEdge(chart.curves[curve].model, ui.theme), false);
    DrawText({here.x + ui.Px(18), here.y}, ui.fonts.text, ui.theme.text, chart.curves[curve].label);
  }
  const auto doubtful = [](const Curve& curve) {
    return std::ranges::any_of(curve.points,
                               [](const CurvePoint& point) { return !point.doubt.empty(); });
  };
  if (std::ranges::any_of(chart.curves, doubtful)) {
    constexpr std::string_view kLabel = TextOf<words::kDoubtfulPoint>();
    const ImVec2 here = place(ui.Px(18) + TextSize(ui.fonts.text, kLabel).x);
    Marker(ui, 0, {here.x + ui.Px(6), here.y + ui.fonts.text->FontSize / 2}, ui.theme.edge, true);
    DrawText({here.x + ui.Px(18), here.y}, ui.fonts.text, ui.theme.muted, kLabel);
  }
  const auto sample = [&](std::string_view label, float dash) {
    const ImVec2 here = place(ui.Px(34) + TextSize(ui.fonts.text, label).x);
    const float y = here.y + ui.fonts.text->FontSize / 2;
    DashedLine(ui, {here.x, y}, {here.x + ui.Px(26), y}, Ink(ui.theme.edge), dash);
    DrawText({here.x + ui.Px(34), here.y}, ui.fonts.text, ui.theme.muted, label);
  };
  if (!chart.ideal.empty()) sample(chart.ideal_label, ui.Px(5));
  if (std::ranges::any_of(chart.curves, [](const Curve& curve) { return !curve.amdahl.empty(); }))
    sample(TextOf<words::kAmdahlsLaw>(), ui.Px(3));
  ImGui::SetCursorScreenPos({start.x, at.y + line + ui.Px(4)});
}

std::string ValuesAt(const ScalingChart& chart, double at) {
  std::string text = LabelAt(chart.varied, at);
  for (const Curve& curve : chart.curves) {
    for (const CurvePoint& point : curve.points) {
      if (point.at != at) continue;
      text += "\n" + Phrase<words::kOfModel>("model"_a = curve.label, "text"_a = CellText(point));
    }
  }
  return text;
}

// What hovering tells: the values at the nearest point, with a line through them.
void Hover(const Ui& ui, const ScalingChart& chart, const Plane& plane) {
  const bool over = ImGui::IsMouseHoveringRect({plane.low.x - ui.Px(10), plane.low.y},
                                               {plane.high.x + ui.Px(10), plane.high.y}) &&
                    ImGui::IsWindowHovered();
  if (!over || chart.at.empty()) return;
  const float pointer = ImGui::GetIO().MousePos.x;
  const double nearest = *std::ranges::min_element(
      chart.at, {}, [&](double at) { return std::fabs(plane.At(at, 0).x - pointer); });
  const float x = plane.At(nearest, 0).x;
  ImGui::GetWindowDrawList()->AddLine({x, plane.low.y}, {x, plane.high.y}, Ink(ui.theme.accent),
                                      ui.Px(1));
  HintFor(ui, ValuesAt(chart, nearest), true, {x, plane.low.y}, {x, plane.high.y});
}

void Plot(const Ui& ui, const ScalingChart& chart) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  const float height = ui.Px(ui.layout.narrow ? 240 : 300);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(at, ui.fonts.small, ui.theme.muted, Fitted(ui.fonts.small, chart.upwards, width));
  const float head = ui.fonts.small->FontSize + ui.Px(8);
  const Plane plane{.low = {at.x + ui.Px(40), at.y + head},
                    .high = {at.x + width - ui.Px(8), at.y + height},
                    .first = chart.first,
                    .last = chart.last,
                    .top = chart.axis_end};
  Axes(ui, chart, plane);
  Ideal(ui, chart, plane);
  ImGui::PushClipRect({plane.low.x - ui.Px(8), plane.low.y - ui.Px(8)},
                      {plane.high.x + ui.Px(8), plane.high.y + ui.Px(8)}, true);
  for (size_t curve = 0; curve < chart.curves.size(); ++curve)
    DrawCurve(ui, chart.curves[curve], curve, plane);
  ImGui::PopClipRect();
  Hover(ui, chart, plane);
  ImGui::SetCursorScreenPos(
      {at.x, plane.high.y + ui.Px(24) + ui.fonts.small->FontSize + ui.Px(10)});
}

// One line for each point, one column for each model.
void Table(const Ui& ui, const ScalingChart& chart) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float width = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  const float first = ui.Px(72);
  const float column =
      (width - first) / static_cast<float>(std::max<size_t>(1, chart.curves.size()));
  const float line = ui.fonts.mono->FontSize + ui.Px(8);
  float y = start.y;
  DrawText({start.x, y}, ui.fonts.small, ui.theme.muted,
           Fitted(ui.fonts.small, chart.axis, first - ui.Px(8)));
  for (size_t at = 0; at < chart.curves.size(); ++at) {
    DrawText({start.x + first + column * static_cast<float>(at), y}, ui.fonts.small, ui.theme.muted,
             Fitted(ui.fonts.small, chart.curves[at].label, column - ui.Px(8)));
  }
  y += line;
  for (const double place : chart.at) {
    DrawText({start.x, y}, ui.fonts.mono, ui.theme.text, Format("%g", place));
    for (size_t at = 0; at < chart.curves.size(); ++at) {
      for (const CurvePoint& point : chart.curves[at].points) {
        if (point.at != place) continue;
        const std::string full = CellText(point);
        const bool fits = TextSize(ui.fonts.mono, full).x < column - ui.Px(8);
        DrawText({start.x + first + column * static_cast<float>(at), y}, ui.fonts.mono,
                 ui.theme.text, fits ? full : BriefText(point));
      }
    }
    y += line;
  }
  ImGui::SetCursorScreenPos({start.x, y + ui.Px(4)});
}

}  // namespace

SweepAsked ScalingView(const Ui& ui, const SweepResult& sweep, const SweepStanding& standing,
                       Unfolded& open) {
  SweepAsked asked;
  const ScalingChart chart = MakeScalingChart(sweep, standing.planned);
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  Paragraph(
      ui, ui.fonts.strong, ui.theme.text,
      Phrase<words::kSweepHeading>("heading"_a = chart.heading, "standing"_a = standing.standing));
  Space(ui, 4);
  Paragraph(ui, ui.fonts.strong, ui.theme.text, sweep.answer, measure);
  if (const std::string newer = NewerText(sweep); !newer.empty())
    Paragraph(ui, ui.fonts.text, ui.theme.muted, newer, measure);
  Space(ui, 4);
  if (!sweep.reason.empty()) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, sweep.reason, measure);
    Space(ui, 4);
  }
  Paragraph(ui, ui.fonts.small, ui.theme.muted,
            Phrase<words::kMeasuredWith>("settings"_a = SweepSettingsText(sweep.experiment),
                                         "changed"_a = ""),
            measure);
  if (sweep.error) {
    Space(ui, 4);
    Paragraph(ui, ui.fonts.small, ui.theme.notice,
              Sentences(std::array{sweep.error->message, sweep.error->next}), measure);
  }
  Space(ui, 12);
  Plot(ui, chart);
  Legend(ui, chart);
  if (!chart.note.empty()) Paragraph(ui, ui.fonts.small, ui.theme.muted, chart.note, measure);
  for (const Curve& curve : chart.curves) {
    if (curve.words.empty()) continue;
    Space(ui, 8);
    Paragraph(ui, ui.fonts.small, ui.theme.text,
              Phrase<words::kOfModel>("model"_a = curve.label, "text"_a = curve.words.front()),
              measure);
    if (curve.words.size() > 1)
      Paragraph(ui, ui.fonts.small, ui.theme.muted, curve.words.back(), measure);
  }
  Space(ui, 8);
  ButtonFlow flow(ui);
  flow.Disclosure("sweep-table", TextOf<words::kAsTable>(), open.sweep_table);
  if (flow.Button("copy-sweep", TextOf<words::kCopy>())) asked.copy = true;
  if (flow.Button("save-sweep", TextOf<words::kSave>())) asked.save = true;
  if (!open.sweep_table) return asked;
  Space(ui, 8);
  Table(ui, chart);
  return asked;
}

}  // namespace lab::panel
