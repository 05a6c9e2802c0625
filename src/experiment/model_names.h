// The execution models by name: what each is called on the screen and what it means. Whether one
// can run here is the catalog's business (model/catalog.h).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lab {

struct ModelName {
  std::string_view name;     // in settings, JSON and URLs: "threads-gil"
  std::string_view label;    // on the screen: "threads, GIL"
  std::string_view meaning;  // one sentence for a tooltip
  bool parallel = true;      // whether its workers compute at the same time
};

// The baseline that every speedup refers to; it is part of every run.
inline constexpr std::string_view kSequential = "sequential";

std::span<const ModelName> ModelNames();
const ModelName* FindModelName(std::string_view name);  // null if unknown
// What it is called on the screen; the name itself if it is unknown, as in files of later versions.
std::string LabelOf(std::string_view model);

}  // namespace lab
