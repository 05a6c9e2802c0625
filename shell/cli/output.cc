#include "shell/cli/output.h"

#include <sys/stat.h>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace lab {
namespace {

// Devices and pipes cannot be replaced.
bool Replaceable(const std::string& file) {
  struct stat facts {};
  return stat(file.c_str(), &facts) != 0 || S_ISREG(facts.st_mode);
}

bool WriteInto(const std::string& file, const std::string& text) {
  std::ofstream out(file);
  out << text << std::flush;
  return out.good();
}

bool ReplaceFile(const std::string& file, const std::string& text) {
  if (!Replaceable(file)) return WriteInto(file, text);
  const std::string fresh = file + ".new";
  if (WriteInto(fresh, text) && std::rename(fresh.c_str(), file.c_str()) == 0) return true;
  std::remove(fresh.c_str());
  return false;
}

}  // namespace

bool IsFile(const std::string& where) { return !where.empty() && where != "-"; }

bool Write(const std::string& where, const std::string& text) {
  if (where.empty()) return true;
  const bool file = IsFile(where);
  if (!file) std::cout << text << std::flush;
  const bool written = file ? ReplaceFile(where, text) : std::cout.good();
  if (!written) {
    std::cerr << "speedup-lab: " << (file ? where : "standard output") << " cannot be written. Check the folder, its rights and the room on the disk.\n";
  }
  return written;
}

}  // namespace lab
