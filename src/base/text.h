// Text made from values, printf style. Returns what was printed; never truncates.
#pragma once

#include <optional>
#include <string>

namespace lab {

[[gnu::format(printf, 1, 2)]] std::string Format(const char* format, ...);

// A decimal number ("250", "-0.5", "1e9") that is the whole text; nothing for anything else, NaN
// and infinities included.
std::optional<double> ParseNumber(const std::string& text);

// A whole number with thin groups of three: 250000000 -> "250,000,000".
std::string Grouped(double whole);

// Seconds with a unit that suits them and two or three digits: "0.52 s", "18.3 ms", "5.00 µs".
std::string Duration(double seconds);
// The same as a clock with such steps sees it: "< 17 ms" for what is shorter than one.
std::string DurationSeen(double seconds, double timer_step_s);
// A length of time as people estimate one: "8 s", "45 s", "4 min", "2 h".
std::string RoughTime(double seconds);

// A number as people write it in a sentence: in words up to twelve ("no", "one", "two"), in digits
// beyond.
std::string NumberWord(int number);
// How often: "once", "twice", "three times", "201 times".
std::string Often(double number);
// With a capital letter at the beginning of a sentence.
std::string Capital(std::string text);
// For the middle of a sentence: "two threads", but "GIL" stays.
std::string Uncapital(std::string text);

}  // namespace lab
