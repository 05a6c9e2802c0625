#include "shell/panel/save_view.h"

#include "report/chrome_trace.h"
#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {

SaveAsked SaveView(const Ui& ui, const Outcome& outcome) {
  SaveAsked asked;
  const bool any = outcome.result.has_value();
  const bool recorded = any && HasTrace(*outcome.result);
  ButtonFlow flow(ui, ButtonLook::kPlain, ui.layout.narrow ? 2 : 0);
  asked.result = flow.Button("save-result", TextOf<words::kSaveResult>(), any);
  HintForItem(ui, TextOf<words::kSaveResultHint>());
  asked.table = flow.Button("save-table", TextOf<words::kSaveTable>(), any);
  HintForItem(ui, TextOf<words::kSaveTableHint>());
  asked.trace = flow.Button("save-trace", TextOf<words::kSaveTrace>(), recorded);
  HintForItem(ui, any && !recorded ? TextOf<words::kSaveTraceUnrecorded>()
                                   : TextOf<words::kSaveTraceHint>());
  asked.picture = flow.Button("save-picture", TextOf<words::kSavePicture>(), any);
  HintForItem(ui, TextOf<words::kSavePictureHint>());
  return asked;
}

}  // namespace lab::panel
