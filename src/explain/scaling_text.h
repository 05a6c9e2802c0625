// What the laws of scaling say of a curve, as a sentence. Pure.
#pragma once

#include <string>

#include "stats/scaling.h"

namespace lab {

std::string AmdahlText(const AmdahlFit& fit);
std::string UslText(const UslFit& fit);

}  // namespace lab
