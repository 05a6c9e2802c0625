// What is wrong with a download's address, said to people. Pure.
#pragma once

#include <string>

#include "base/url.h"

namespace lab {

// Why nothing is downloaded from there, as a clause without its end; empty if something is.
std::string WhyNoDownload(const Url& url);

}  // namespace lab
