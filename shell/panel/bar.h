// One bar of the chart: filled as far as it has been measured, its whisker, its figure.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/chart.h"

namespace lab::panel {

// Places on the screen, in device pixels.
struct BarPlace {
  float from = 0, top = 0, thick = 0;
  float to = 0;         // the median's end
  float low = 0, high = 0;
  float expected = 0;   // how far the outline of an unmeasured bar goes
  float room = 0;       // the widest that words in place of a bar may be
};

// How much height the reason of an unavailable model takes, `room` wide.
float ReasonHeight(const Ui& ui, const BarRow& row, float room);

// The name of the row's model as a control that tells what it is: while the pointer (`over` the
// row) or the keyboard is there, and from a press to the next one elsewhere. `told` is whose that
// was.
void TellModel(const Ui& ui, const BarRow& row, const Box& name, bool over,
               std::string_view meaning, std::string& told);

// Says that on a touch screen, where nothing hovers.
std::string_view HowToAsk(const Ui& ui);

void DrawBar(const Ui& ui, const BarRow& row, const BarPlace& bar);

}  // namespace lab::panel
