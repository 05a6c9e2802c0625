#include "shell/timeline/timeline_layout.h"

#include <algorithm>
#include <cmath>

namespace lab::panel {
namespace {

constexpr float kStackedBelow = 560;  // CSS pixels
constexpr float kLabels = 116;
constexpr float kFigure = 52;

// Places rows one below the other.
class Rows {
 public:
  Rows(TimelineLayout& layout, float unit) : layout_(layout), unit_(unit) {}

  // The label stands in the middle of the row, or of the `spanned` CSS pixels from its top on that
  // it stands for.
  void Add(TimelineRow row, float height, float gap, float spanned = 0) {
    const float line = layout_.stacked && row.kind != TimelineRow::Kind::kTitle && row.labelled
                           ? Px(kTimelineLine)
                           : 0;
    row.label = y_;
    row.top = y_ + line;
    row.height = Px(height);
    if (line == 0)
      row.label = row.top + std::round((Px(std::max(height, spanned)) - Px(kTimelineLine)) / 2);
    layout_.rows.push_back(row);
    y_ = row.bottom() + Px(gap);
  }
  void Skip(float gap) { y_ += Px(gap); }
  float y() const { return y_; }

 private:
  float Px(float css) const { return std::round(css * unit_); }

  TimelineLayout& layout_;
  const float unit_;
  float y_ = 0;
};

// Many lanes are lower ones.
struct LaneSize {
  float height = 24;
  float gap = 4;
  size_t labelled = 1;  // every how many lanes
};
LaneSize LaneSizeFor(size_t lanes) {
  if (lanes <= 4) return {};
  if (lanes <= 10) return {.height = 18};
  if (lanes <= 24) return {.height = 13, .gap = 3};
  if (lanes <= 72) return {.height = 5, .gap = 1, .labelled = 4};
  return {.height = 2, .gap = 1, .labelled = 8};
}

void AddGroup(Rows& rows, const TimelineGroup& group, size_t number) {
  using Kind = TimelineRow::Kind;
  rows.Add({.kind = Kind::kTitle, .group = number}, 22, 4);
  if (group.gil) {
    rows.Add({.kind = Kind::kHolder, .group = number}, 22, 2);
    rows.Add({.kind = Kind::kWaiting, .group = number}, 14, 5);
  }
  const LaneSize size = LaneSizeFor(group.lanes.size());
  for (size_t lane = 0; lane < group.lanes.size(); ++lane) {
    const float height = group.lanes[lane].worker ? size.height : std::min(size.height, 12.0f);
    const float spanned = static_cast<float>(std::min(size.labelled, group.lanes.size() - lane)) *
                              (size.height + size.gap) -
                          size.gap;
    const bool labelled =
        lane % size.labelled == 0 && (size.labelled == 1 || spanned >= kTimelineLine);
    rows.Add({.kind = Kind::kLane, .group = number, .lane = lane, .labelled = labelled}, height,
             size.gap, size.labelled > 1 ? spanned : 0);
  }
  if (group.workers() > 1) {
    rows.Skip(2);
    rows.Add({.kind = Kind::kTogether, .group = number}, 28, 4);
  }
}

}  // namespace

const TimelineRow* TimelineLayout::RowAt(float y) const {
  const auto found = std::ranges::find_if(rows, [&](const TimelineRow& row) {
    return y >= std::min(row.label, row.top) && y < row.bottom();
  });
  return found == rows.end() ? nullptr : &*found;
}

const TimelineRow* TimelineLayout::Find(TimelineRow::Kind kind, size_t group, size_t lane) const {
  const auto found = std::ranges::find_if(rows, [&](const TimelineRow& row) {
    return row.kind == kind && row.group == group && row.lane == lane;
  });
  return found == rows.end() ? nullptr : &*found;
}

TimelineLayout LayOutTimeline(const TimelineData& data, float width, float unit) {
  TimelineLayout layout;
  layout.stacked = width < kStackedBelow * unit;
  layout.axis = std::round(26 * unit);
  layout.right = width;
  if (!layout.stacked) {
    layout.left = std::round(kLabels * unit);
    layout.figure = std::round(kFigure * unit);
    layout.right = width - 3 * layout.figure;
  }
  Rows rows(layout, unit);
  rows.Skip(26);
  for (size_t group = 0; group < data.groups.size(); ++group) {
    if (group > 0) rows.Skip(12);
    AddGroup(rows, data.groups[group], group);
  }
  layout.height = rows.y();
  return layout;
}

}  // namespace lab::panel
