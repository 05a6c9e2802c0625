// What the words mean that everything here is about, for people who have never met them.
#include "shell/panel/words_view.h"

#include <algorithm>
#include <string_view>

#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {
bool WordsView(const Ui& ui) {
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  for (const std::string_view text :
       {TextOf<words::kThreadMeans>(), TextOf<words::kGilMeans>(), TextOf<words::kBoundMeans>(),
        TextOf<words::kTutorialMeans>()}) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, text, measure);
    Space(ui, 6);
  }
  return ButtonFlow(ui).Button("glossary", TextOf<words::kGlossary>());
}

}  // namespace lab::panel
