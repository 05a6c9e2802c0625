#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "shell/panel/figures.h"
#include "shell/panel/timeline_paint.h"
#include "shell/panel/timeline_words.h"

namespace lab::panel {
namespace {

using Kind = TimelineRow::Kind;

constexpr float kTaskRoom = 8;   // CSS pixels that a task needs on average for the tasks' ends to be drawn

ImDrawList& List() { return *ImGui::GetWindowDrawList(); }

Band BandOf(const TimelineCanvas& canvas, const TimelineRow& row) { return {canvas.at.y + row.top, canvas.at.y + row.bottom()}; }

// A word and its patch of the page's colour, so that it can be read on anything.
void Tag(const TimelineCanvas& canvas, ImVec2 at, std::string_view text, Rgb color) {
  const Ui& ui = canvas.ui;
  const ImVec2 size = TextSize(ui.fonts.small, text);
  List().AddRectFilled({at.x - ui.Px(3), at.y}, {at.x + size.x + ui.Px(3), at.y + size.y}, Ink(ui.theme.page, 0.88f), ui.Px(3));
  DrawText(at, ui.fonts.small, color, text);
}

void Label(const TimelineCanvas& canvas, const TimelineRow& row, std::string_view text, float indent = 0) {
  const Ui& ui = canvas.ui;
  const float room = (canvas.layout.stacked ? canvas.layout.right : canvas.layout.left - ui.Px(10)) - indent;
  DrawText({canvas.at.x + indent, canvas.at.y + row.label + ui.Px(1)}, ui.fonts.small, ui.theme.muted, Fitted(ui.fonts.small, text, room));
}

// The number-th column of figures, or, where labels stand above the bands, nothing.
void Figure(const TimelineCanvas& canvas, const TimelineRow& row, int number, const std::string& text) {
  const TimelineLayout& layout = canvas.layout;
  if (layout.stacked) return;
  const float end = canvas.at.x + layout.right + layout.figure * static_cast<float>(number + 1);
  const ImVec2 size = TextSize(canvas.ui.fonts.mono_small, text);
  const float middle = canvas.at.y + row.top + row.height / 2;
  DrawText({end - size.x, middle - size.y / 2}, canvas.ui.fonts.mono_small, canvas.ui.theme.text, text);
}

void RightWords(const TimelineCanvas& canvas, const TimelineRow& row, const std::string& text) {
  const float width = TextSize(canvas.ui.fonts.small, text).x;
  DrawText({canvas.at.x + canvas.layout.right - width, canvas.at.y + row.label + canvas.ui.Px(1)}, canvas.ui.fonts.small, canvas.ui.theme.muted, text);
}

void Shares(const TimelineCanvas& canvas, const TimelineRow& row, const LaneShares& shares) {
  if (canvas.layout.stacked) return RightWords(canvas, row, SharesText(shares));
  Figure(canvas, row, 0, PercentText(shares.busy));
  Figure(canvas, row, 1, PercentText(shares.waiting));
  Figure(canvas, row, 2, PercentText(shares.blocked));
}

void Title(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const float side = ui.Px(10);
  const float middle = canvas.at.y + row.top + row.height / 2;
  const float x = canvas.at.x;
  List().AddRectFilled({x, middle - side / 2}, {x + side, middle + side / 2}, canvas.inks[row.group].edge, ui.Px(2));
  const ImVec2 size = TextSize(ui.fonts.strong, group.label);
  DrawText({x + side + ui.Px(8), middle - size.y / 2}, ui.fonts.strong, ui.theme.text, group.label);
  if (!group.recorded) return;
  // Where the trial ends, and so how long it took.
  const float end = std::round(canvas.ruler.XAt(static_cast<double>(group.length)));
  const std::string text = Duration(static_cast<double>(group.length) * 1e-9);
  const float width = TextSize(ui.fonts.small, text).x;
  const float low = x + side + ui.Px(16) + size.x + (canvas.layout.stacked ? 0 : ui.Px(4));
  if (end > canvas.ruler.right || end - width - ui.Px(6) < low) return;
  DrawText({end - width - ui.Px(5), middle - ui.fonts.small->FontSize / 2}, ui.fonts.small, ui.theme.text, text);
}

// The whole length of the trial in pale, so that what is empty in it can be seen, and its end through all rows.
void Track(const TimelineCanvas& canvas, const TimelineGroup& group, Band band) {
  const Ui& ui = canvas.ui;
  const float from = std::clamp(std::round(canvas.ruler.XAt(0)), canvas.ruler.left, canvas.ruler.right);
  const float to = std::clamp(std::round(canvas.ruler.XAt(static_cast<double>(group.length))), canvas.ruler.left, canvas.ruler.right);
  if (to > from) List().AddRectFilled({from, band.top}, {to, band.bottom}, Ink(ui.theme.hover));
}

void Startup(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineLane& lane, const LaneInks& inks, Band band) {
  const Ui& ui = canvas.ui;
  const float zero = std::round(canvas.ruler.XAt(0));
  if (lane.startup == 0 || zero <= canvas.ruler.left || !group.recorded) return;
  const float begin = std::round(canvas.ruler.XAt(-static_cast<double>(lane.startup)));
  const bool cut = begin < canvas.ruler.left;
  const float from = std::max(begin, canvas.ruler.left);
  const float to = std::min(zero, canvas.ruler.right);
  FillStartup(ui, inks, {from, band.top}, {to, band.bottom});
  if (cut) {  // it goes on beyond the edge: two slanted cuts say so
    for (const float x : {from + ui.Px(4), from + ui.Px(8)}) {
      List().AddLine({x - ui.Px(2), band.bottom + ui.Px(1)}, {x + ui.Px(2), band.top - ui.Px(1)}, Ink(ui.theme.page), ui.Px(2));
    }
  }
  if (canvas.layout.stacked) return;  // its label says it
  const std::string text = Duration(static_cast<double>(lane.startup) * 1e-9);
  const ImVec2 size = TextSize(ui.fonts.small, text);
  const float right = (from - canvas.ruler.left > size.x + ui.Px(8) ? from : to) - ui.Px(5);
  const float y = std::round((band.top + band.bottom - size.y) / 2);
  if (right - size.x >= canvas.ruler.left && to == zero) Tag(canvas, {right - size.x, y}, text, ui.theme.muted);
}

// Where tasks begin, and their numbers, as far as there is room.
void Tasks(const TimelineCanvas& canvas, const TimelineLane& lane, Band band) {
  const Ui& ui = canvas.ui;
  const auto instant = [&](float x) { return static_cast<Nanoseconds>(canvas.ruler.TimeAt(x)); };
  const auto first = std::ranges::lower_bound(lane.tasks, instant(canvas.ruler.left), {}, &TaskOnLane::end);
  const auto last = std::ranges::upper_bound(lane.tasks, instant(canvas.ruler.right), {}, &TaskOnLane::begin);
  if (first >= last) return;
  if (static_cast<float>(last - first) * ui.Px(kTaskRoom) > canvas.ruler.right - canvas.ruler.left) return;
  for (auto task = first; task < last; ++task) {
    const float from = std::round(canvas.ruler.XAt(static_cast<double>(task->begin)));
    const float to = canvas.ruler.XAt(static_cast<double>(task->end));
    if (task != lane.tasks.begin()) List().AddRectFilled({from, band.top}, {from + ui.Px(1), band.bottom}, Ink(ui.theme.page));
    const std::string text = Format("task %d", task->task + 1);
    const ImVec2 size = TextSize(ui.fonts.small, text);
    const float place = std::max(from, canvas.ruler.left) + ui.Px(7);
    const bool room = std::min(to, canvas.ruler.right) - place > size.x + ui.Px(7) && band.bottom - band.top >= size.y;
    if (room) Tag(canvas, {place, std::round((band.top + band.bottom - size.y) / 2)}, text, ui.theme.text);
  }
}

void Lane(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const TimelineLane& lane = group.lanes[row.lane];
  const Band band = BandOf(canvas, row);
  const LaneInks& inks = canvas.inks[row.group];
  float indent = 0;
  if (group.gil) {  // its shade in the GIL's band above
    const float side = ui.Px(9);
    const ImVec2 low{canvas.at.x, canvas.at.y + row.label + (ui.fonts.small->FontSize - side) / 2 + ui.Px(1)};
    List().AddRectFilled(low, {low.x + side, low.y + side}, Ink(inks.shades[row.lane % inks.shades.size()]), ui.Px(2));
    indent = side + ui.Px(7);
  }
  const std::string full = lane.name + ", start-up " + Duration(static_cast<double>(lane.startup) * 1e-9);
  const float room = canvas.layout.right - indent - TextSize(ui.fonts.small, SharesText(lane.shares)).x - ui.Px(12);
  const bool told = canvas.layout.stacked && lane.startup > 0 && TextSize(ui.fonts.small, full).x <= room;
  Label(canvas, row, told ? full : lane.name, indent);
  if (group.recorded && lane.worker) Shares(canvas, row, lane.shares);
  List().PushClipRect({canvas.ruler.left, band.top}, {canvas.ruler.right, band.bottom}, true);
  Track(canvas, group, band);
  DrawStates(ui, lane.states, canvas.ruler, band, inks);
  Tasks(canvas, lane, band);
  Startup(canvas, group, lane, inks, band);
  List().PopClipRect();
}

void Holder(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Band band = BandOf(canvas, row);
  Label(canvas, row, "who has the GIL");
  if (group.recorded) {
    const std::string count = Grouped(static_cast<double>(group.handoffs.size())) + (group.handoffs.size() == 1 ? " hand-off" : " hand-offs");
    if (canvas.layout.stacked) RightWords(canvas, row, count);
    else Figure(canvas, row, 2, count);
  }
  List().PushClipRect({canvas.ruler.left, band.top}, {canvas.ruler.right, band.bottom}, true);
  Track(canvas, group, band);
  DrawHolder(canvas.ui, group.holder, canvas.ruler, band, canvas.inks[row.group]);
  List().PopClipRect();
}

void Waiting(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Band band = BandOf(canvas, row);
  Label(canvas, row, "how many wait");
  List().PushClipRect({canvas.ruler.left, band.top}, {canvas.ruler.right, band.bottom}, true);
  Track(canvas, group, band);
  DrawCount(canvas.ui, group.waiting, canvas.ruler, band, std::max(1, group.workers() - 1), EventKind::kWaitingForGil, canvas.inks[row.group]);
  List().PopClipRect();
}

// How many lanes run at the same time (solid), and how many wait for the world beside them (dotted), against the cores.
void Together(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const Band band = BandOf(canvas, row);
  const LaneInks& inks = canvas.inks[row.group];
  const double most = std::max<double>(group.workers(), canvas.cores);
  LaneShares sum;
  for (const TimelineLane& lane : group.lanes) {
    if (!lane.worker) continue;
    sum.busy += lane.shares.busy;
    sum.waiting += lane.shares.waiting;
    sum.blocked += lane.shares.blocked;
  }
  Label(canvas, row, "at the same time");
  if (group.recorded && canvas.layout.stacked) RightWords(canvas, row, Format("%.1f run, %.1f blocked", sum.busy, sum.blocked));
  if (group.recorded) {
    Figure(canvas, row, 0, Format("%.1f", sum.busy));
    Figure(canvas, row, 1, Format("%.1f", sum.waiting));
    Figure(canvas, row, 2, Format("%.1f", sum.blocked));
  }
  List().PushClipRect({canvas.ruler.left, band.top - ui.Px(1)}, {canvas.ruler.right, band.bottom + ui.Px(1)}, true);
  Track(canvas, group, band);
  DrawCount(ui, group.busy, canvas.ruler, band, most, EventKind::kBlocked, inks);
  DrawCount(ui, group.running, canvas.ruler, band, most, EventKind::kRunning, inks);
  if (canvas.cores > 0 && group.recorded) {
    const float y = std::round(band.bottom - (band.bottom - band.top) * static_cast<float>(canvas.cores / most));
    const float dash = ui.Px(5);
    for (float x = std::max(canvas.ruler.left, std::round(canvas.ruler.XAt(0))); x < canvas.ruler.right; x += 2 * dash) {
      List().AddRectFilled({x, y}, {x + dash, y + ui.Px(1)}, Ink(ui.theme.muted));
    }
  }
  List().PopClipRect();
}

void Headings(const TimelineCanvas& canvas) {
  const Ui& ui = canvas.ui;
  const TimelineLayout& layout = canvas.layout;
  if (layout.stacked) return;
  float end = canvas.at.x + layout.right;
  for (const std::string_view text : {"busy", "waiting", "blocked"}) {
    end += layout.figure;
    DrawText({end - TextSize(ui.fonts.small, text).x, canvas.at.y + ui.Px(3)}, ui.fonts.small, ui.theme.muted, text);
  }
}

}  // namespace

void DrawRows(const TimelineCanvas& canvas) {
  Headings(canvas);
  const float end = canvas.at.x + canvas.layout.right + 3 * canvas.layout.figure;
  for (const TimelineRow& row : canvas.layout.rows) {
    const float margin = canvas.ui.Px(4);
    if (!ImGui::IsRectVisible({canvas.at.x, canvas.at.y + std::min(row.label, row.top) - margin}, {end, canvas.at.y + row.bottom() + margin})) continue;
    const TimelineGroup& group = canvas.data.groups[row.group];
    switch (row.kind) {
      case Kind::kTitle: Title(canvas, group, row); break;
      case Kind::kHolder: Holder(canvas, group, row); break;
      case Kind::kWaiting: Waiting(canvas, group, row); break;
      case Kind::kLane: Lane(canvas, group, row); break;
      case Kind::kTogether: Together(canvas, group, row); break;
    }
  }
}

}  // namespace lab::panel
