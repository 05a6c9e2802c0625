#include "platform/native/spawn.h"

#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <string_view>

namespace lab {
namespace {

// The environment's variables, with that one in place of its like.
std::vector<char*> VariablesWith(std::string& variable) {
  const std::string_view name = std::string_view(variable).substr(0, variable.find('=') + 1);
  std::vector<char*> variables;
  if (!variable.empty()) variables.push_back(variable.data());
  for (char** each = environ; *each != nullptr; ++each) {
    if (name.empty() || !std::string_view(*each).starts_with(name)) variables.push_back(*each);
  }
  variables.push_back(nullptr);
  return variables;
}

}  // namespace

int Spawn(Spawning spawning, pid_t& pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, spawning.input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, spawning.output, STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setpgroup(&attributes, 0);
  const int group = spawning.own_group ? POSIX_SPAWN_SETPGROUP : 0;
  posix_spawnattr_setflags(
      &attributes, static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
  std::vector<char*> arguments = {spawning.program.data()};
  for (std::string& argument : spawning.arguments) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const int fault = posix_spawnp(&pid, spawning.program.c_str(), &actions, &attributes,
                                 arguments.data(), VariablesWith(spawning.variable).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return fault;
}

}  // namespace lab
