#include "shell/timeline/timeline_fill.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "base/text.h"

namespace lab::panel {
namespace {

using enum EventKind;

using FillArea = std::function<void(size_t value, ImVec2 low, ImVec2 high)>;

// From the bottom up, where they share a pixel.
constexpr size_t kStack[] = {
    static_cast<size_t>(kRunning),        static_cast<size_t>(kSending),
    static_cast<size_t>(kReceiving),      static_cast<size_t>(kWaitingForGil),
    static_cast<size_t>(kWaitingForLock), static_cast<size_t>(kBlocked)};

// Pixels that are looked at together where steps are narrower.
float Column(const Ui& ui) { return std::max(1.0f, std::round(1.25f * ui.layout.unit)); }

// Fills areas, but joins those of a value that go on at the same height in the next pixels.
class Areas {
 public:
  Areas(size_t values, const FillArea& fill) : open_(values), fill_(fill) {}
  ~Areas() {
    for (size_t value = 0; value < open_.size(); ++value) Close(value);
  }
  Areas(const Areas&) = delete;
  Areas& operator=(const Areas&) = delete;

  void Add(size_t value, ImVec2 low, ImVec2 high) {
    if (low.x >= high.x || low.y >= high.y) return;
    Area& area = open_[value];
    if (area.high.x == low.x && area.low.y == low.y && area.high.y == high.y) {
      area.high.x = high.x;
      return;
    }
    Close(value);
    area = {low, high};
  }

 private:
  struct Area {
    ImVec2 low, high;
  };
  void Close(size_t value) {
    if (open_[value].low.x < open_[value].high.x) fill_(value, open_[value].low, open_[value].high);
  }

  std::vector<Area> open_;
  const FillArea& fill_;
};

// Steps over the whole height; where several share a pixel, their shares of it from the bottom up
// in that order.
void DrawStack(const Ui& ui, const StepLine& line, const Ruler& ruler, Band band,
               std::span<const size_t> order, const FillArea& fill) {
  Areas areas(line.values(), fill);
  std::vector<Nanoseconds> time(line.values());
  for (const PixelRun& run : PixelRuns(line, ruler, Column(ui))) {
    if (!run.mixed) {
      const size_t value = line.value(run.step);
      if (std::ranges::find(order, value) != order.end())
        areas.Add(value, {run.left, band.top}, {run.right, band.bottom});
      continue;
    }
    std::ranges::fill(time, 0);
    line.AddTime(run.from, run.to, time);
    double all = 0;
    for (const Nanoseconds part : time) all += static_cast<double>(part);
    double below = 0;
    float y = band.bottom;
    for (const size_t value : order) {
      below += static_cast<double>(time[value]);
      const float top =
          all > 0
              ? band.bottom - std::round((band.bottom - band.top) * static_cast<float>(below / all))
              : y;
      areas.Add(value, {run.left, top}, {run.right, y});
      y = top;
    }
  }
}

// With edges along it where the colour alone is too pale for the page; a sliver shows none.
void Solid(const Ui& ui, const LaneInks& inks, ImU32 ink, ImVec2 low, ImVec2 high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float line = ui.Px(1);
  list.AddRectFilled(low, high, ink);
  if (inks.edge == inks.model || high.y - low.y < 4 * line || high.x - low.x < 4 * line) return;
  list.AddRectFilled(low, {high.x, low.y + line}, inks.edge);
  list.AddRectFilled({low.x, high.y - line}, high, inks.edge);
}

}  // namespace

LaneInks InksOf(const Ui& ui, const std::string& model) {
  return {.model = Ink(ModelColor(model)),
          .edge = Ink(ModelEdge(model, ui.theme)),
          .shades = LaneShades(model, ui.theme)};
}

void FillState(const Ui& ui, EventKind state, const LaneInks& inks, ImVec2 low, ImVec2 high) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  switch (state) {
    case kRunning: return Solid(ui, inks, inks.model, low, high);
    case kWaitingForGil: return ui.patterns.Fill(list, Pattern::kHatched, low, high, Ink(kGilInk));
    case kWaitingForLock:
      return ui.patterns.Fill(list, Pattern::kCrossed, low, high, Ink(kLockInk));
    case kBlocked: return ui.patterns.Fill(list, Pattern::kDotted, low, high, inks.edge);
    case kSending:
    case kReceiving: return list.AddRectFilled(low, high, Ink(ui.theme.text));
    default: return;
  }
}

void FillStartup(const Ui& ui, const LaneInks& inks, ImVec2 low, ImVec2 high) {
  ui.patterns.Fill(*ImGui::GetWindowDrawList(), Pattern::kStriped, low, high, inks.edge);
}

void DrawDashes(const Ui& ui, float from, float to, float y) {
  const float dash = ui.Px(5);
  for (float x = from; x < to; x += 2 * dash) {
    ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {std::min(x + dash, to), y + ui.Px(1)},
                                              Ink(ui.theme.muted));
  }
}

void DrawStates(const Ui& ui, const StepLine& states, const Ruler& ruler, Band band,
                const LaneInks& inks) {
  DrawStack(ui, states, ruler, band, kStack, [&](size_t value, ImVec2 low, ImVec2 high) {
    const auto state = static_cast<EventKind>(value);
    const bool message = state == kSending || state == kReceiving;
    if (message && low.y == band.top && high.y == band.bottom) {  // a thin band, not a whole lane
      const float third = std::round((high.y - low.y) / 3);
      low.y += third;
      high.y -= third;
    }
    FillState(ui, state, inks, low, high);
  });
}

void DrawHolder(const Ui& ui, const StepLine& holder, const Ruler& ruler, Band band,
                const LaneInks& inks) {
  std::vector<size_t> lanes;
  for (size_t value = 1; value < holder.values(); ++value) lanes.push_back(value);
  DrawStack(ui, holder, ruler, band, lanes, [&](size_t value, ImVec2 low, ImVec2 high) {
    const Rgb shade = inks.shades[(value - 1) % inks.shades.size()];
    const bool whole = low.y == band.top && high.y == band.bottom;
    if (whole && high.x - low.x >= ui.Px(5)) high.x -= ui.Px(1);  // a gap for every hand-off
    Solid(ui, inks, Ink(shade), low, high);
    if (!whole || high.x - low.x < ui.Px(12)) return;
    const std::string number = Format("%zu", value);
    const ImVec2 size = TextSize(ui.fonts.small, number);
    const Rgb ink = Contrast(shade, 0xFFFFFF) > Contrast(shade, 0x15181E) ? 0xFFFFFF : 0x15181E;
    const float middle = (std::max(low.x, ruler.left) + std::min(high.x, ruler.right)) / 2;
    DrawText({middle - size.x / 2, (low.y + high.y - size.y) / 2}, ui.fonts.small, ink, number);
  });
}

void DrawCount(const Ui& ui, const StepLine& count, const Ruler& ruler, Band band, double most,
               EventKind state, const LaneInks& inks) {
  const FillArea fill = [&](size_t, ImVec2 low, ImVec2 high) {
    FillState(ui, state, inks, low, high);
  };
  Areas areas(1, fill);
  std::vector<Nanoseconds> time(count.values());
  for (const PixelRun& run : PixelRuns(count, ruler, Column(ui))) {
    auto value = static_cast<double>(count.value(run.step));
    if (run.mixed) {
      std::ranges::fill(time, 0);
      count.AddTime(run.from, run.to, time);
      value = MeanValue(time);
    }
    const float height =
        std::round((band.bottom - band.top) * static_cast<float>(std::min(1.0, value / most)));
    areas.Add(0, {run.left, band.bottom - height}, {run.right, band.bottom});
  }
}

}  // namespace lab::panel
