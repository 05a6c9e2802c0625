#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace lab {

std::string Format(const char* format, ...) {
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  const int length = std::vsnprintf(nullptr, 0, format, args);
  va_end(args);
  std::string text(length > 0 ? static_cast<size_t>(length) : 0, '\0');
  if (length > 0) std::vsnprintf(text.data(), text.size() + 1, format, again);
  va_end(again);
  return text;
}

std::optional<double> ParseNumber(const std::string& text) {
  // strtod alone would also take hexadecimal, "nan", "inf" and leading spaces.
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string::npos)
    return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string Grouped(double whole) {
  std::string digits = Format("%.0f", std::fabs(whole));
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return whole < 0 ? "-" + digits : digits;
}

std::string Duration(double seconds) {
  const double size = std::fabs(seconds);
  if (size >= 100) return Format("%.0f s", seconds);
  if (size >= 10) return Format("%.1f s", seconds);
  if (size >= 0.1) return Format("%.2f s", seconds);
  if (size >= 0.01) return Format("%.1f ms", seconds * 1e3);
  if (size >= 0.001) return Format("%.2f ms", seconds * 1e3);
  if (size >= 1e-5) return Format("%.0f µs", seconds * 1e6);
  return Format("%.2f µs", seconds * 1e6);
}

std::string DurationSeen(double seconds, double timer_step_s) {
  return seconds < timer_step_s ? "< " + Duration(timer_step_s) : Duration(seconds);
}

std::string RoughTime(double seconds) {
  if (seconds < 20) return Format("%.0f s", std::max(1.0, seconds));
  if (seconds < 52.5) return Format("%.0f s", std::round(seconds / 5) * 5);
  const double minutes = std::max(1.0, std::round(seconds / 60));
  return minutes < 90 ? Format("%.0f min", minutes) : Format("%.0f h", minutes / 60);
}

std::string NumberWord(int number) {
  constexpr std::array kWords = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                 "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return number >= 0 && number < std::ssize(kWords) ? kWords[number] : Grouped(number);
}

std::string Often(double number) {
  const double whole = std::round(number);
  if (whole == 1 || whole == 2) return whole == 1 ? "once" : "twice";
  return (whole < 1000 ? NumberWord(static_cast<int>(whole)) : Grouped(whole)) + " times";
}

std::string Capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string Uncapital(std::string text) {
  const auto capital = [&](size_t at) {
    return text.size() > at && text[at] >= 'A' && text[at] <= 'Z';
  };
  if (capital(0) && !capital(1)) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace lab
