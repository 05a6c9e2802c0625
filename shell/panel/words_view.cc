// What the words mean that everything here is about, for people who have never met them.
#include <algorithm>
#include <array>
#include <string>

#include "shell/panel/views.h"
#include "shell/panel/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {
bool WordsView(const Ui& ui) {
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  for (const std::string& text : std::array{Phrase<words::kThreadMeans>(), Phrase<words::kGilMeans>(), Phrase<words::kBoundMeans>(), Phrase<words::kTutorialMeans>()}) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, text, measure);
    Space(ui, 6);
  }
  return ButtonFlow(ui).Button("glossary", Phrase<words::kGlossary>());
}

}  // namespace lab::panel
