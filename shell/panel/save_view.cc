#include "report/chrome_trace.h"
#include "shell/panel/views.h"
#include "shell/panel/widgets.h"

namespace lab::panel {

SaveAsked SaveView(const Ui& ui, const Outcome& outcome) {
  SaveAsked asked;
  const bool any = outcome.result.has_value();
  const bool recorded = any && HasTrace(*outcome.result);
  ButtonFlow flow(ui, ButtonLook::kPlain, ui.layout.narrow ? 2 : 0);
  asked.result = flow.Button("save-result", "Result (JSON)", any);
  HintForItem(ui, "Everything that was measured. It opens again in the page and in the window, and can be compared.");
  asked.table = flow.Button("save-table", "Table (Markdown)", any);
  HintForItem(ui, "The answer and its figures, to paste into a report.");
  asked.trace = flow.Button("save-trace", "Trace for Perfetto", recorded);
  HintForItem(ui, any && !recorded ? "Nothing was recorded: switch on Record among the settings and run again."
                            : "What each worker did and when, as a Chrome trace: open it at ui.perfetto.dev.");
  asked.picture = flow.Button("save-picture", "Picture (PNG)", any);
  HintForItem(ui, "The answer and its charts, for slides and papers.");
  return asked;
}

}  // namespace lab::panel
