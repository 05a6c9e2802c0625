// What the program writes: results to files and standard output, its words to people. Nothing else
// in this room writes to standard output, or sentences to standard error.
#pragma once

#include <span>
#include <string>

#include "base/result.h"

namespace lab {

// A place that was named for a result: a file, "-" for standard output, empty for nowhere.
struct Place {
  std::string option;  // "--json"
  std::string where;
};

// False, said on standard error, if one of the places cannot be written, or two are the same.
// Before anything is measured.
bool CanBeWritten(std::span<const Place> places);

// False, said on standard error, if it could not be written. As it is: for results that programs
// read.
bool Write(const std::string& where, const std::string& text);
// The same to standard output for people: nothing in it can command their terminal.
bool Print(const std::string& text);

// Whether what people see on standard output has colours: "always", "never", or "auto", on
// terminals that are not asked to be plain (NO_COLOR, TERM=dumb).
bool HasColours(const std::string& choice);

// "speedup-lab: …" on standard error, harmless as well.
void Say(const std::string& sentence);
void Say(const Error& error);

// Whether `where` is a file, and not standard output or nowhere.
bool IsFile(const std::string& where);

}  // namespace lab
