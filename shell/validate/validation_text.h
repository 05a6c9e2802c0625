// A validation as people read it, in 80 columns, and as programs do. Pure.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "shell/validate/validation.h"

namespace lab {

std::string AsText(const Validation& validation);
// One of the file's `pythons`.
nlohmann::json ToJson(const Validation& validation, const PythonProcess& python);

}  // namespace lab
