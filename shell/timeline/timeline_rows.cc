#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/figures_text.h"
#include "shell/timeline/timeline_labels.h"
#include "shell/timeline/timeline_lane.h"
#include "shell/timeline/timeline_words.h"
#include "shell/view/figures.h"
#include "words/english/timeline.h"

namespace lab::panel {
namespace {

using Kind = TimelineRow::Kind;

void Title(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const float side = ui.Px(10);
  const float middle = canvas.at.y + row.top + row.height / 2;
  const float x = canvas.at.x;
  List().AddRectFilled({x, middle - side / 2}, {x + side, middle + side / 2},
                       canvas.inks[row.group].edge, ui.Px(2));
  const ImVec2 size = TextSize(ui.fonts.strong, group.label);
  DrawText({x + side + ui.Px(8), middle - size.y / 2}, ui.fonts.strong, ui.theme.text, group.label);
  if (!group.recorded) return;
  // Where the trial ends, and so how long it took.
  const float end = std::round(canvas.ruler.XAt(static_cast<double>(group.length)));
  const std::string text = DurationSeen(static_cast<double>(group.length) * 1e-9,
                                        static_cast<double>(canvas.data.step) * 1e-9);
  const float width = TextSize(ui.fonts.small, text).x;
  if (end < canvas.ruler.left || end > canvas.ruler.right) return;
  const float place = std::max(end - width - ui.Px(5), x + side + ui.Px(22) + size.x);
  DrawText({place, middle - ui.fonts.small->FontSize / 2}, ui.fonts.small, ui.theme.text, text);
}

// How many lanes on average, as far as the clock tells.
std::string MeanText(const TimelineGroup& group, double lanes) {
  return group.blurred ? kNotKnown : Format("%.1f", lanes);
}

// That nobody had to wait for the GIL is what an empty band says, in words.
void Free(const TimelineCanvas& canvas, const TimelineGroup& group, Band band,
          const std::string& text) {
  const ImVec2 size = TextSize(canvas.ui.fonts.small, text);
  const float from = std::max(canvas.ruler.left, canvas.ruler.XAt(0));
  const float to =
      std::min(canvas.ruler.right, canvas.ruler.XAt(static_cast<double>(group.length)));
  const ImVec2 at{(from + to - size.x) / 2, (band.top + band.bottom - size.y) / 2};
  if (to - from > size.x + canvas.ui.Px(12)) DrawTag(canvas.ui, at, text, canvas.ui.theme.muted);
}

void Holder(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const double held = SumOf(group).busy;
  const bool told = group.recorded && !group.blurred && group.length > 0;
  const std::string free = told && held < 0.5 ? PercentText(1 - held) : "";
  DrawLabel(canvas, row, TextOf<words::kHolderRow>());
  if (group.recorded) {
    DrawRightWords(canvas, row,
                   Phrase<words::kHandOffs>("free"_a = canvas.layout.stacked ? free : "",
                                            "count"_a = group.handoffs.size()));
    DrawFigure(canvas, row, 0, told ? PercentText(held) : kNotKnown);
  }
  const Band band = BeginBand(canvas, row);
  DrawHolder(canvas.ui, group.holder, canvas.ruler, band, canvas.inks[row.group]);
  if (!canvas.layout.stacked && !free.empty())
    Free(canvas, group, band, Phrase<words::kGilFree>("share"_a = free));
  List().PopClipRect();
}

void Waiting(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  DrawLabel(canvas, row, TextOf<words::kWaitingRow>());
  if (group.recorded) DrawFigure(canvas, row, 1, MeanText(group, SumOf(group).waiting));
  const Band band = BeginBand(canvas, row);
  DrawCount(canvas.ui, group.waiting, canvas.ruler, band, std::max(1, group.workers() - 1),
            EventKind::kWaitingForGil, canvas.inks[row.group]);
  List().PopClipRect();
}

// How many lanes run at the same time (solid), and how many wait for the world beside them
// (dotted), against the cores.
void Together(const TimelineCanvas& canvas, const TimelineGroup& group, const TimelineRow& row) {
  const Ui& ui = canvas.ui;
  const LaneInks& inks = canvas.inks[row.group];
  const double most = std::max<double>(group.workers(), canvas.cores);
  const LaneShares sum = SumOf(group);
  const bool ready = MoreThanCores(group, sum.busy, canvas.cores);
  DrawLabel(canvas, row, ready ? TextOf<words::kReadyRow>() : TextOf<words::kRunningRow>());
  if (group.recorded && canvas.layout.stacked) {
    DrawRightWords(canvas, row,
                   Phrase<words::kLanesOnAverage>("running"_a = MeanText(group, sum.busy),
                                                  "what"_a = ready ? "ready" : "running",
                                                  "blocked"_a = MeanText(group, sum.blocked)));
  }
  if (group.recorded) {
    DrawFigure(canvas, row, 0, MeanText(group, sum.busy));
    DrawFigure(canvas, row, 1, MeanText(group, sum.waiting));
    DrawFigure(canvas, row, 2, MeanText(group, sum.blocked));
  }
  const Band band = BeginBand(canvas, row);
  DrawCount(ui, group.busy, canvas.ruler, band, most, EventKind::kBlocked, inks);
  DrawCount(ui, group.running, canvas.ruler, band, most, EventKind::kRunning, inks);
  if (canvas.cores > 0 && group.recorded) {
    const float y = std::round(band.bottom -
                               (band.bottom - band.top) * static_cast<float>(canvas.cores / most));
    DrawDashes(ui, std::max(canvas.ruler.left, std::round(canvas.ruler.XAt(0))), canvas.ruler.right,
               y);
  }
  List().PopClipRect();
}

void Headings(const TimelineCanvas& canvas) {
  const Ui& ui = canvas.ui;
  const TimelineLayout& layout = canvas.layout;
  if (layout.stacked) return;
  float end = canvas.at.x + layout.right;
  for (const std::string_view text : {TextOf<words::kBusyColumn>(), TextOf<words::kWaitingColumn>(),
                                      TextOf<words::kBlockedColumn>()}) {
    end += layout.figure;
    DrawText({end - TextSize(ui.fonts.small, text).x, canvas.at.y + ui.Px(3)}, ui.fonts.small,
             ui.theme.muted, text);
  }
}

}  // namespace

void DrawRows(const TimelineCanvas& canvas) {
  Headings(canvas);
  const float end = canvas.at.x + canvas.layout.width();
  for (const TimelineRow& row : canvas.layout.rows) {
    const float margin = canvas.ui.Px(4);
    const ImVec2 low{canvas.at.x, canvas.at.y + std::min(row.label, row.top) - margin};
    if (!ImGui::IsRectVisible(low, {end, canvas.at.y + row.bottom() + margin})) continue;
    const TimelineGroup& group = canvas.data.groups[row.group];
    switch (row.kind) {
      case Kind::kTitle: Title(canvas, group, row); break;
      case Kind::kHolder: Holder(canvas, group, row); break;
      case Kind::kWaiting: Waiting(canvas, group, row); break;
      case Kind::kLane: DrawLane(canvas, row); break;
      case Kind::kTogether: Together(canvas, group, row); break;
    }
  }
}

}  // namespace lab::panel
