// A number that can be dragged on a slider.
#pragma once

#include <optional>
#include <string_view>

#include "shell/toolkit/ui.h"

namespace lab::panel {

// Where a value stands on a slider, 0 to 1: linear for short ranges, logarithmic for long ones.
double SliderPlace(double value, double low, double high);
// The value at a place, rounded to what a person would have typed: whole if `whole`, at most two
// significant digits on long ranges.
double SliderValue(double place, double low, double high, bool whole);
// One step up or down with an arrow key: 1, or 1-2-5 on long ranges.
double SliderStep(double value, double low, double high, bool whole, int direction);

// Returns the value the person dragged to. Pale: the value is not the person's.
std::optional<double> Slider(const Ui& ui, std::string_view name, double value, double low,
                             double high, bool whole, float width, bool pale = false);

}  // namespace lab::panel
