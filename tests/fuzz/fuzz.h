// What the fuzzers of the readers have in common: an input comes in as text, and what is wrong ends
// the program.
#pragma once

#include <string_view>

namespace lab {

// Reads the text and does with it what the programs do; each reader has a file of its own for that.
void Read(std::string_view text);

void Expect(bool holds, const char* what);

}  // namespace lab
