// The sentences of the reasons (why.h), with the figures of one record in them.
#pragma once

#include <string>

#include "stats/findings.h"

namespace lab {

std::string SentenceOf(ReasonCode code, const Findings& findings);

}  // namespace lab
