// Where results go: files, or standard output for "-".
#pragma once

#include <string>

namespace lab {

// False, said on standard error, if it could not be written; true for an empty name, which is nowhere.
// A file is replaced as a whole: whoever reads it meanwhile, or after a crash, finds the former one.
bool Write(const std::string& where, const std::string& text);

// Whether `where` is a file, and not standard output or nowhere.
bool IsFile(const std::string& where);

}  // namespace lab
