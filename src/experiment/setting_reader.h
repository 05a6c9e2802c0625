// Reads the text of one setting: a value in its range, or the complaint that names the setting,
// what was wrong and what to give instead. Private to settings.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "experiment/settings.h"

namespace lab {

// Decimal or scientific ("1e9"), also with thin groups ("1,000,000" or "1_000_000").
Result<double> ReadNumber(const Setting& setting, std::string_view text);
Result<bool> ReadFlag(const Setting& setting, std::string_view text);
// In the order of the catalogue, each once, the baseline always in front.
Result<std::vector<std::string>> ReadModels(std::string_view text);
Result<std::vector<std::string>> ReadUrls(std::string_view text);
// Rising, each once, with "," between them; an empty text is no number at all.
Result<std::vector<double>> ReadNumbers(const Setting& setting, std::string_view text);

// The shortest decimal text that reads back to the number.
std::string NumberText(double number);

// An error of code kInvalidArgument about that setting.
Error Complaint(std::string_view name, std::string message, std::string next);

}  // namespace lab
