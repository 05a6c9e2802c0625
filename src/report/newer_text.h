// What a file of a newer version holds that this one does not know, in words. Pure.
#pragma once

#include <string>
#include <vector>

#include "messages/result.h"

namespace lab {

// Empty if all is known, and the file's version too.
std::string NewerText(const RunResult& result);
std::string NewerText(const SweepResult& result);

// What belongs beside the figures: its notes, and before them that.
template <typename T>  // RunResult or SweepResult
std::vector<std::string> NotesOf(const T& result) {
  std::vector<std::string> notes = result.notes;
  if (std::string newer = NewerText(result); !newer.empty())
    notes.insert(notes.begin(), std::move(newer));
  return notes;
}

}  // namespace lab
