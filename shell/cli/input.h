// Files that the command line is given.
#pragma once

#include <string>

#include "base/result.h"

namespace lab {

Result<std::string> ReadText(const std::string& file);

}  // namespace lab
