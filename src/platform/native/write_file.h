// Files of people's that results are written to. Nobody's file is lost by it:
// - links are followed, and a file keeps its owner, its rights and its other names;
// - whoever reads a file meanwhile, or after a crash, finds the former one whole, wherever a fresh
// one beside it can take its place;
// - devices, pipes and descriptors ("/dev/stdout") are written as they are.
// Errors name the file and what hinders.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lab {

// Why the file could not be written if there was something to write now; nothing if it could.
// Leaves everything as it was.
std::optional<Error> TryFile(const std::string& path);

std::optional<Error> WriteFile(const std::string& path, std::string_view bytes);

// Why `name` cannot be written, for an error number of the system.
Error CannotWrite(const std::string& name, int fault);

// Whether it is a file that can be replaced as a whole, or none yet: no folder, device, pipe or
// descriptor.
bool Replaceable(const std::string& path);

// Makes an empty file of that name, or of a similar one if that is taken: "run (2).json". Its path.
Result<std::string> MakeFreeFile(const std::string& path);

}  // namespace lab
