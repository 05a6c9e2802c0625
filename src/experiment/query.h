// An experiment in a URL's query: "v=1&experiment=count&workers=4".
#pragma once

#include <string>
#include <string_view>

#include "experiment/settings.h"

namespace lab {

// Reads a query, with or without its "?". A version other than 1 is a complaint; names that are not
// the laboratory's (see IsPageParameter) are left to the page.
Configured ParseQuery(std::string_view query);

// Parameters that belong to the page around the laboratory: theme, build.
bool IsPageParameter(std::string_view name);

// Only what differs from the experiment's default preset, so that links stay short.
std::string FormatQuery(const Experiment& experiment);

}  // namespace lab
