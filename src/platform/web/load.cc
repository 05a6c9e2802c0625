#include "platform/load.h"

namespace lab {

std::optional<LoadMeter::Times> LoadMeter::Read() { return std::nullopt; }

LoadMeter::LoadMeter() : begin_(Read()) {}

std::optional<double> LoadMeter::OtherCores() const { return std::nullopt; }

}  // namespace lab
