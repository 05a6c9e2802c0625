// Values as a Python programmer would write them. Pure.
#pragma once

#include <cstdint>
#include <string>

namespace lab {

std::string PythonWhole(int64_t number);         // 100_000_000
std::string PythonSeconds(double milliseconds);  // 0.2
// An address in double quotes; what could end them, or is not ASCII's, stands as %XX.
std::string PythonQuoted(const std::string& address);

// A line that gives a value its name: "TASKS = 2  # the comment\n".
std::string PythonConstant(const std::string& name, const std::string& value,
                           const std::string& comment = "");

// The same for a number of processes, with the limit that Windows sets to it.
std::string PythonProcesses(const std::string& name, int number, const std::string& comment = "");

// "once", "twice", "3 times".
std::string Times(int times);

}  // namespace lab
