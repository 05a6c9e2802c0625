#include "shell/panel/answer_view.h"

#include <algorithm>
#include <cmath>

#include "experiment/experiment_info.h"
#include "report/newer_text.h"
#include "report/settings_text.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

struct Words {
  std::string label{};  // small, above; e.g. that the result is a recorded one
  std::string headline{};
  std::string reason{};
  std::string below{};
  bool error = false;
};

Words WordsFor(const State& state) {
  const Outcome& outcome = state.outcome();
  const ExperimentInfo& info = InfoOf(state.experiment.kind);
  Words words{.headline = Phrase(*info.question), .below = Phrase(*info.about)};
  if (outcome.kind == Outcome::Kind::kFailed && outcome.error) {
    words = {.headline = outcome.error->message, .below = outcome.error->next, .error = true};
    if (words.headline.empty()) words.headline = Phrase<words::kRunFailed>();
    return words;
  }
  if (outcome.kind == Outcome::Kind::kCancelled) {
    words.below = Phrase<words::kRunCancelled>();
  }
  if (outcome.kind == Outcome::Kind::kRunning && !outcome.plan.empty()) words.below = outcome.plan;
  if (outcome.kind != Outcome::Kind::kFinished || !outcome.result) return words;
  if (outcome.recorded)
    words.label = Phrase<words::kRecordedElsewhere>("where"_a = WhereAndWhen(*outcome.result));
  words.headline =
      outcome.result->answer.empty() ? Phrase<words::kMeasured>() : outcome.result->answer;
  words.reason = outcome.result->reason;
  const std::string measured = Phrase<words::kMeasuredWith>(
      "settings"_a = SettingsText(outcome.experiment, outcome.result->calibration.rounds),
      "changed"_a = !outcome.recorded && SettingsChanged(state) ? "changed" : "");
  words.below = Sentences(std::array{measured, NewerText(*outcome.result)});
  return words;
}

// Error sign: a filled disc with a bar and a dot.
void ErrorSign(const Ui& ui, ImVec2 at, float side) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 center{at.x + side / 2, at.y + side / 2};
  list->AddCircleFilled(center, side / 2, Ink(ui.theme.danger), 32);
  const float half = ui.Px(1.5f);
  list->AddRectFilled({center.x - half, center.y - side * 0.26f},
                      {center.x + half, center.y + side * 0.06f}, Ink(ui.theme.page), half);
  list->AddCircleFilled({center.x, center.y + side * 0.2f}, half * 1.2f, Ink(ui.theme.page), 12);
}

}  // namespace

void AnswerView(const Ui& ui, const State& state) {
  const Words words = WordsFor(state);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float line = ui.fonts.headline->FontSize;
  // Room for the longest that usually stands here: question and claim, or answer and settings.
  const bool compact = ui.layout.compact;
  const bool low_and_wide = ui.layout.low && width >= ui.Px(560);
  float reserved = line * (compact ? 4 : 2) + ui.fonts.text->FontSize * (compact ? 3 : 2) +
                   ui.Px(compact ? 20 : 28);
  if (low_and_wide) reserved = line * 3 + ui.fonts.text->FontSize + ui.Px(20);
  // A sentence is easier to read when its lines are not endless.
  const float measure = std::min(width, ui.Px(860));
  if (!words.label.empty()) {
    Paragraph(ui, ui.fonts.small, ui.theme.notice, words.label, measure);
    Space(ui, 4);
  }
  float indent = 0;
  if (words.error) {
    const float side = std::round(line);
    ErrorSign(ui, ImGui::GetCursorScreenPos(), side);
    indent = side + ui.Px(12);
  }
  ImGui::SetCursorScreenPos({top.x + indent, ImGui::GetCursorScreenPos().y});
  Paragraph(ui, ui.fonts.headline, words.error ? ui.theme.danger : ui.theme.text, words.headline,
            measure - indent);
  ImGui::SetCursorScreenPos({top.x + indent, ImGui::GetCursorScreenPos().y + ui.Px(8)});
  if (!words.reason.empty()) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, words.reason, measure - indent);
    ImGui::SetCursorScreenPos({top.x + indent, ImGui::GetCursorScreenPos().y + ui.Px(4)});
  }
  Paragraph(ui, ui.fonts.text, words.error ? ui.theme.text : ui.theme.muted, words.below,
            measure - indent);
  const float used = ImGui::GetCursorScreenPos().y - top.y;
  ImGui::SetCursorScreenPos(top);
  ImGui::Dummy({width, std::max(reserved, used + ui.Px(12))});
}

}  // namespace lab::panel
