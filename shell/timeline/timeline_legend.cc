#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "shell/timeline/timeline_paint.h"
#include "shell/timeline/timeline_words.h"
#include "shell/toolkit/widgets.h"
#include "words/english/timeline.h"

namespace lab::panel {
namespace {

// A swatch and its word, side by side as many as fit.
class StatesLegend {
 public:
  StatesLegend(const Ui& ui)
      : ui_(ui),
        start_(ImGui::GetCursorScreenPos()),
        at_(start_),
        right_(start_.x + ImGui::GetContentRegionAvail().x) {}
  ~StatesLegend() { ImGui::SetCursorScreenPos({start_.x, at_.y + Line() + ui_.Px(4)}); }
  StatesLegend(const StatesLegend&) = delete;
  StatesLegend& operator=(const StatesLegend&) = delete;

  // Where to draw the swatch; its word is drawn beside it.
  template <typename Fill>
  void Add(std::string_view word, Fill fill) {
    const float wide = ui_.Px(26);
    const float width = wide + ui_.Px(7) + TextSize(ui_.fonts.small, word).x;
    if (at_.x > start_.x && at_.x + width > right_) at_ = {start_.x, at_.y + Line()};
    const float high = ui_.Px(14);
    const ImVec2 low{std::round(at_.x), std::round(at_.y + (ui_.fonts.small->FontSize - high) / 2)};
    fill(low, ImVec2{low.x + wide, low.y + high});
    DrawText({at_.x + wide + ui_.Px(7), at_.y}, ui_.fonts.small, ui_.theme.muted, word);
    at_.x += width + ui_.Px(18);
  }

 private:
  float Line() const { return ui_.fonts.small->FontSize + ui_.Px(7); }

  const Ui& ui_;
  const ImVec2 start_;
  ImVec2 at_;
  const float right_;
};

void DrawSwatches(const Ui& ui, const TimelineData& data, double cores,
                  const std::string& cores_text) {
  const LaneInks inks{.model = Ink(ui.theme.muted), .edge = Ink(ui.theme.muted)};
  StatesLegend legend(ui);
  const auto add = [&](EventKind state, std::string_view word) {
    if (!data.Occurs(state)) return;
    legend.Add(word, [&](ImVec2 low, ImVec2 high) {
      if (state == EventKind::kSending)
        low.y = high.y = (low.y + high.y) / 2, low.y -= ui.Px(2), high.y += ui.Px(2);
      FillState(ui, state, inks, low, high);
    });
  };
  add(EventKind::kRunning, TextOf<words::kRunningInColour>());
  add(EventKind::kWaitingForGil, NameOf(EventKind::kWaitingForGil));
  add(EventKind::kBlocked, NameOf(EventKind::kBlocked));
  add(EventKind::kWaitingForLock, NameOf(EventKind::kWaitingForLock));
  add(EventKind::kSending, TextOf<words::kMessageOnLane>());
  if (data.startup > 0)
    legend.Add(TextOf<words::kStartupOnLane>(),
               [&](ImVec2 low, ImVec2 high) { FillStartup(ui, inks, low, high); });
  if (cores > 0 && std::ranges::any_of(data.groups, [](const TimelineGroup& group) {
        return group.workers() > 1;
      })) {
    legend.Add(cores_text, [&](ImVec2 low, ImVec2 high) {
      DrawDashes(ui, low.x, high.x, (low.y + high.y) / 2);
    });
  }
}

// What cannot be read off the lanes.
std::vector<std::string> NotesOf(const TimelineData& data, double cores) {
  std::vector<std::string> notes;
  if (std::ranges::any_of(data.groups, &TimelineGroup::blurred)) {
    notes.push_back(
        Phrase<words::kClockBlurs>("step"_a = Duration(static_cast<double>(data.step) * 1e-9)));
  }
  if (std::ranges::any_of(data.groups, [&](const TimelineGroup& group) {
        return MoreThanCores(group, SumOf(group).busy, cores);
      })) {
    notes.push_back(Phrase<words::kReadyNotRunning>());
  }
  return notes;
}

}  // namespace

void DrawTimelineLegend(const Ui& ui, const TimelineData& data, double cores,
                        const std::string& cores_text) {
  DrawSwatches(ui, data, cores, cores_text);
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  for (const std::string& note : NotesOf(data, cores)) {
    Paragraph(ui, ui.fonts.small, ui.theme.muted, note, measure);
    Space(ui, 4);
  }
}

}  // namespace lab::panel
