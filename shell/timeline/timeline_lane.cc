#include "shell/timeline/timeline_lane.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "shell/timeline/timeline_labels.h"
#include "shell/timeline/timeline_words.h"
#include "words/english/timeline.h"

namespace lab::panel {
namespace {

// CSS pixels that a task needs on average for the tasks' ends to be drawn.
constexpr float kTaskRoom = 8;

// Lanes can be lower than a line of text.
bool HasRoom(Band band, ImVec2 size) { return band.bottom - band.top >= 0.75f * size.y; }

float MiddleFor(Band band, ImVec2 size) {
  return std::round((band.top + band.bottom - size.y) / 2);
}

void Startup(const TimelineCanvas& canvas, const TimelineLane& lane, const LaneInks& inks,
             Band band) {
  const Ui& ui = canvas.ui;
  const float zero = std::round(canvas.ruler.XAt(0));
  if (lane.startup == 0 || zero <= canvas.ruler.left) return;
  const float begin = std::round(canvas.ruler.XAt(-static_cast<double>(lane.startup)));
  const bool cut = begin < canvas.ruler.left;
  const float from = std::max(begin, canvas.ruler.left);
  const float to = std::min(zero, canvas.ruler.right);
  FillStartup(ui, inks, {from, band.top}, {to, band.bottom});
  if (cut &&
      band.bottom - band.top > ui.Px(4)) {  // it goes on beyond the edge: two slanted cuts say so
    for (const float x : {from + ui.Px(4), from + ui.Px(8)}) {
      List().AddLine({x - ui.Px(2), band.bottom + ui.Px(1)}, {x + ui.Px(2), band.top - ui.Px(1)},
                     Ink(ui.theme.page), ui.Px(2));
    }
  }
  if (canvas.layout.stacked) return;  // its label says it
  const std::string text = DurationSeen(static_cast<double>(lane.startup) * 1e-9,
                                        static_cast<double>(canvas.data.step) * 1e-9);
  const ImVec2 size = TextSize(ui.fonts.small, text);
  if (!HasRoom(band, size)) return;
  const float right = (from - canvas.ruler.left > size.x + ui.Px(8) ? from : to) - ui.Px(5);
  if (right - size.x >= canvas.ruler.left && to == zero)
    DrawTag(ui, {right - size.x, MiddleFor(band, size)}, text, ui.theme.muted);
}

// A task's number from one edge to another, with the word before it where there is room; most of
// the lane stays in sight.
void Number(const Ui& ui, float from, float to, Band band, const std::string& number) {
  for (const std::string& text : {Phrase<words::kTaskNumber>("number"_a = number), number}) {
    const ImVec2 size = TextSize(ui.fonts.small, text);
    if (to - from >= 2 * size.x && band.bottom - band.top >= size.y)
      return DrawTag(ui, {from, MiddleFor(band, size)}, text, ui.theme.text);
  }
}

// Where tasks begin, and their numbers, as far as there is room.
void Tasks(const TimelineCanvas& canvas, const TimelineLane& lane, Band band) {
  const Ui& ui = canvas.ui;
  const auto instant = [&](float x) { return static_cast<Nanoseconds>(canvas.ruler.TimeAt(x)); };
  const auto first =
      std::ranges::lower_bound(lane.tasks, instant(canvas.ruler.left), {}, &TaskOnLane::end);
  const auto last =
      std::ranges::upper_bound(lane.tasks, instant(canvas.ruler.right), {}, &TaskOnLane::begin);
  if (first >= last) return;
  if (static_cast<float>(last - first) * ui.Px(kTaskRoom) > canvas.ruler.right - canvas.ruler.left)
    return;
  for (auto task = first; task < last; ++task) {
    const float from = std::round(canvas.ruler.XAt(static_cast<double>(task->begin)));
    const float to = canvas.ruler.XAt(static_cast<double>(task->end));
    if (task != lane.tasks.begin())
      List().AddRectFilled({from, band.top}, {from + ui.Px(1), band.bottom}, Ink(ui.theme.page));
    const float place = std::max(from, canvas.ruler.left) + ui.Px(7);
    Number(ui, place, std::min(to, canvas.ruler.right), band, Format("%d", task->task + 1));
  }
}

// Beyond the last event for which there was room nothing is known.
void Lost(const TimelineCanvas& canvas, const TimelineLane& lane, Band band) {
  if (lane.lost == 0) return;
  const std::string_view text = TextOf<words::kNotRecorded>();
  const ImVec2 size = TextSize(canvas.ui.fonts.small, text);
  const float from =
      std::max(canvas.ruler.left, canvas.ruler.XAt(static_cast<double>(lane.states.last()))) +
      canvas.ui.Px(7);
  if (from + size.x < canvas.ruler.right && HasRoom(band, size))
    DrawTag(canvas.ui, {from, MiddleFor(band, size)}, text, canvas.ui.theme.notice);
}

// The lane's name; under a GIL with its shade in the band of the GIL.
void Name(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const TimelineLane& lane = group.lanes[row.lane];
  float indent = 0;
  if (group.gil) {
    const auto& shades = canvas.inks[row.group].shades;
    const float side = ui.Px(9);
    const ImVec2 low{canvas.at.x,
                     canvas.at.y + row.label + (ui.fonts.small->FontSize - side) / 2 + ui.Px(1)};
    List().AddRectFilled(low, {low.x + side, low.y + side}, Ink(shades[row.lane % shades.size()]),
                         ui.Px(2));
    indent = side + ui.Px(7);
  }
  const std::string startup = DurationSeen(static_cast<double>(lane.startup) * 1e-9,
                                           static_cast<double>(canvas.data.step) * 1e-9);
  const std::string full = Phrase<words::kLaneAndStartup>("lane"_a = lane.name, "time"_a = startup);
  const float room = canvas.layout.right - indent -
                     TextSize(ui.fonts.small, SharesText(lane.shares)).x - ui.Px(12);
  const bool told =
      canvas.layout.stacked && lane.startup > 0 && TextSize(ui.fonts.small, full).x <= room;
  DrawLabel(canvas, row, told ? full : lane.name, indent);
}

}  // namespace

Band BeginBand(const TimelineCanvas& canvas, const TimelineRow& row) {
  const Ruler& ruler = canvas.ruler;
  const Band band{canvas.at.y + row.top, canvas.at.y + row.bottom()};
  List().PushClipRect({ruler.left, band.top}, {ruler.right, band.bottom}, true);
  const auto length = static_cast<double>(canvas.data.groups[row.group].length);
  const float from = std::clamp(std::round(ruler.XAt(0)), ruler.left, ruler.right);
  const float to = std::clamp(std::round(ruler.XAt(length)), ruler.left, ruler.right);
  if (to > from)
    List().AddRectFilled({from, band.top}, {to, band.bottom}, Ink(canvas.ui.theme.hover));
  return band;
}

void DrawLane(const TimelineCanvas& canvas, const TimelineRow& row) {
  const TimelineGroup& group = canvas.data.groups[row.group];
  const TimelineLane& lane = group.lanes[row.lane];
  if (row.labelled) Name(canvas, group, row);
  if (!group.recorded) return;
  if (lane.worker && row.labelled) DrawShares(canvas, row, lane.shares);
  const Band band = BeginBand(canvas, row);
  DrawStates(canvas.ui, lane.states, canvas.ruler, band, canvas.inks[row.group]);
  Tasks(canvas, lane, band);
  Lost(canvas, lane, band);
  Startup(canvas, lane, canvas.inks[row.group], band);
  List().PopClipRect();
}

}  // namespace lab::panel
