// The timeline with its buttons, a line about what is picked, and the legend of states.
#include "shell/timeline/timeline_view.h"

#include <algorithm>
#include <cmath>

#include "shell/timeline/timeline.h"
#include "shell/timeline/timeline_input.h"
#include "shell/timeline/timeline_words.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/chart.h"
#include "words/english/report.h"
#include "words/english/timeline.h"

namespace lab::panel {
namespace {

// CSS pixels left of zero, where start-ups are known: for their lengths too, unless the labels say
// them.
constexpr float kStartupRoom = 56;
constexpr float kStartupRoomStacked = 16;

// On one line, between what stands on several elsewhere.
constexpr std::string_view kBetweenLines = " · ";

// What stands in the timeline's place while there is none.
std::string_view Instead(const Outcome& outcome) {
  const bool over =
      outcome.kind != Outcome::Kind::kNothing && outcome.kind != Outcome::Kind::kRunning;
  if (!over) return TextOf<words::kLanesToCome>();
  return outcome.experiment.record ? TextOf<words::kNoTrialRecorded>()
                                   : TextOf<words::kLanesNotRecorded>();
}

std::string PickWords(const TimelineData& data, const TimelinePick& pick, const Outcome& outcome) {
  const TimelineGroup& group = data.groups[pick.group];
  if (pick.handoff >= 0)
    return HandOffWords(group, group.handoffs[static_cast<size_t>(pick.handoff)], data.step);
  const Trace* trace = TraceOf(outcome, group.model);
  if (trace == nullptr) return "";
  std::string lines = LaneWords(group, pick.lane, *trace, pick.at, 0, data.step);
  for (size_t end = lines.find('\n'); end != lines.npos; end = lines.find('\n', end))
    lines.replace(end, 1, kBetweenLines);
  return Phrase<words::kOfModel>("model"_a = group.label, "text"_a = lines);
}

std::string HoverWords(const TimelineCanvas& canvas, const TimelineHover& hover,
                       const Outcome& outcome) {
  if (hover.row == nullptr) return "";
  const TimelineGroup& group = canvas.data.groups[hover.row->group];
  const Trace* trace = TraceOf(outcome, group.model);
  const auto at = static_cast<Nanoseconds>(std::floor(hover.instant));
  if (trace == nullptr) return "";
  switch (hover.row->kind) {
    case TimelineRow::Kind::kLane:
      return LaneWords(group, hover.row->lane, *trace, at,
                       static_cast<Nanoseconds>(3 * canvas.ruler.PerPixel()), canvas.data.step);
    case TimelineRow::Kind::kHolder:
    case TimelineRow::Kind::kWaiting: return HolderWords(group, at, canvas.data.step);
    case TimelineRow::Kind::kTogether: return TogetherWords(group, at, canvas.data.step);
    case TimelineRow::Kind::kTitle: return "";
  }
  return "";
}

std::string Manners(const Ui& ui, const TimelineData& data) {
  const bool gil = std::ranges::any_of(data.groups, &TimelineGroup::gil);
  return Phrase<words::kHowToMove>("by"_a = ui.touch ? "touch" : "pointer",
                                   "gil"_a = gil ? "gil" : "");
}

// Zoom and Fit at the left, and beside or below them what is picked, always in the same room.
void Buttons(const Ui& ui, const TimeWindow& all, const std::string& words, Timeline& timeline) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float side = ui.ControlHeight();
  const TimeWindow shown = timeline.Shown(all);
  const double middle = (shown.from + shown.to) / 2;
  if (Button(ui, "zoom-out", "\u2212", ButtonLook::kPlain, side, !timeline.fitted()))
    timeline.Zoom(all, middle, 2);
  ImGui::SameLine(0, ui.Px(4));
  if (Button(ui, "zoom-in", "+", ButtonLook::kPlain, side)) timeline.Zoom(all, middle, 0.5);
  ImGui::SameLine(0, ui.Px(4));
  if (Button(ui, "fit", TextOf<words::kFit>(), ButtonLook::kPlain, 0, !timeline.fitted()))
    timeline.Fit();
  const float used = 2 * side + ButtonWidth(ui, TextOf<words::kFit>()) + 2 * ui.Px(4);
  const bool beside = width - used >= ui.Px(420);
  const float line = ui.fonts.small->FontSize;
  ImVec2 place{at.x, at.y + side + ui.Px(8)};
  if (beside) place = {at.x + used + ui.Px(16), at.y};
  const float room = at.x + width - place.x;
  if (beside)
    place.y += std::max(0.0f, std::round((side - TextSize(ui.fonts.small, words, room).y) / 2));
  ImGui::SetCursorScreenPos(place);
  Paragraph(ui, ui.fonts.small, timeline.pick() ? ui.theme.text : ui.theme.muted, words, room);
  ImGui::SetCursorScreenPos({at.x, at.y + side + (beside ? 0 : ui.Px(8) + 4 * line) + ui.Px(8)});
}

TimeWindow AllOf(const Ui& ui, const TimelineLayout& layout, const Timeline& timeline) {
  return timeline.All(layout.right - layout.left,
                      ui.Px(layout.stacked ? kStartupRoomStacked : kStartupRoom));
}

// The cores to hold the lanes against; 0 where a model showed that more were there than were
// measured.
double LimitOf(const State& state, const Chart& chart) {
  return chart.limit_holds ? CoresOf(state) : 0;
}

// A canvas at the cursor; `data` and `layout` outlive it.
TimelineCanvas CanvasHere(const Ui& ui, const TimelineData& data, const TimelineLayout& layout,
                          const TimeWindow& shown, double cores) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  TimelineCanvas canvas{.ui = ui,
                        .data = data,
                        .layout = layout,
                        .ruler = {shown, at.x + layout.left, at.x + layout.right},
                        .at = at,
                        .cores = cores};
  for (const TimelineGroup& group : data.groups) canvas.inks.push_back(InksOf(ui, group.model));
  return canvas;
}

void DrawAll(const TimelineCanvas& canvas, const TimelineControl& control, const Timeline& timeline,
             const Outcome& outcome) {
  const Ui& ui = canvas.ui;
  const TimelineHover hover = HoverOf(canvas, control.hovered && !ui.touch);
  DrawGrid(canvas);
  DrawRows(canvas);
  DrawMessages(canvas, hover.row, hover.instant);
  DrawAxis(canvas);
  if (timeline.pick() && timeline.pick()->handoff >= 0) DrawHandOff(canvas, *timeline.pick());
  if (hover.over) DrawCursor(canvas, hover.instant);
  else if (timeline.pick()) DrawCursor(canvas, static_cast<double>(timeline.pick()->at));
  if (hover.over && !ImGui::IsMouseDragging(ImGuiMouseButton_Left))
    Hint(ui, HoverWords(canvas, hover, outcome), true);
  if (!control.ringed) return;
  // The ring goes round what can be seen of it.
  const float top = ImGui::GetWindowPos().y + ui.Px(3);
  const float end = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() - ui.Px(3);
  const float right = canvas.at.x + canvas.layout.width();
  FocusRing(ui, {canvas.at.x, std::max(canvas.at.y, top)}, {right, std::min(canvas.bottom(), end)},
            ui.Corner());
}

}  // namespace

TimelineAsked TimelineView(const Ui& ui, const State& state, const Chart& chart,
                           Timeline& timeline) {
  TimelineAsked asked;
  const Outcome& outcome = state.outcome();
  timeline.Follow(state, chart);
  const TimelineData& data = timeline.data();
  const float width = ImGui::GetContentRegionAvail().x;
  if (data.empty()) {
    Paragraph(ui, ui.fonts.small, ui.theme.muted, Instead(outcome), std::min(width, ui.Px(860)));
    return asked;
  }
  const TimelineLayout layout = LayOutTimeline(data, width, ui.layout.unit);
  const TimeWindow all = AllOf(ui, layout, timeline);
  Buttons(ui, all, timeline.pick() ? PickWords(data, *timeline.pick(), outcome) : Manners(ui, data),
          timeline);
  const double cores = LimitOf(state, chart);
  DrawTimelineLegend(ui, data, cores, CoresText(state));
  TimelineCanvas canvas = CanvasHere(ui, data, layout, timeline.Shown(all), cores);
  const TimelineControl control = ControlTimeline(canvas, all, timeline);
  canvas.ruler.window = timeline.Shown(all);
  DrawAll(canvas, control, timeline, outcome);
  ImGui::SetCursorScreenPos({canvas.at.x, canvas.bottom() + ui.Px(10)});
  if (control.announce && timeline.pick())
    asked.announce = PickWords(data, *timeline.pick(), outcome);
  return asked;
}

void TimelinePicture(const Ui& ui, const State& state, const Chart& chart) {
  Timeline timeline;
  timeline.Follow(state, chart);
  if (timeline.data().empty()) return;
  const TimelineLayout layout =
      LayOutTimeline(timeline.data(), ImGui::GetContentRegionAvail().x, ui.layout.unit);
  const double cores = LimitOf(state, chart);
  DrawTimelineLegend(ui, timeline.data(), cores, CoresText(state));
  const TimelineCanvas canvas =
      CanvasHere(ui, timeline.data(), layout, AllOf(ui, layout, timeline), cores);
  DrawGrid(canvas);
  DrawRows(canvas);
  DrawAxis(canvas);
  ImGui::SetCursorScreenPos({canvas.at.x, canvas.bottom() + ui.Px(10)});
}

}  // namespace lab::panel
