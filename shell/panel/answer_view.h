// What is known in words: the question, the answer, or the error with its next step.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// Takes the same room whatever it says, so that nothing below moves.
void AnswerView(const Ui& ui, const State& state);

}  // namespace lab::panel
