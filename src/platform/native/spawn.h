// Another program as a child of this one, with its standard input and output where the caller wants
// them.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace lab {

struct Spawning {
  std::string program;  // a path, or a name that is looked for on the PATH
  std::vector<std::string> arguments = {};  // after the program's own name
  int input = -1;  // descriptors that become its standard input and output
  int output = -1;
  std::string variable = {};  // "NAME=value" in place of what the environment has; empty for none
  // A group of processes of its own: what a terminal sends to ours does not reach it.
  bool own_group = false;
};

// Whatever this thread blocks or ignores, the child starts with the usual signals. Zero, or the
// error number.
int Spawn(Spawning spawning, pid_t& pid);

}  // namespace lab
