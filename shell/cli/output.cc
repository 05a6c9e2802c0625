#include "shell/cli/output.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/printable.h"
#include "platform/native/descriptor.h"
#include "platform/native/write_file.h"
#include "words/english/cli.h"

namespace lab {
namespace {

// Whoever read our output has gone: the program ends in silence, as others do, whatever it had
// asked of that signal.
void EndAsReadersDo() {
  signal(SIGPIPE, SIG_DFL);
  raise(SIGPIPE);
}

std::optional<Error> WriteToStandardOutput(const std::string& text) {
  const int fault = WriteAll(STDOUT_FILENO, text);
  if (fault == EPIPE) EndAsReadersDo();
  return fault == 0 ? std::nullopt : std::optional(CannotWrite("Standard output", fault));
}

bool SameFile(const std::string& one, const std::string& other) {
  std::error_code fault;
  return std::filesystem::weakly_canonical(one, fault) ==
         std::filesystem::weakly_canonical(other, fault);
}

}  // namespace

bool CanBeWritten(std::span<const Place> places) {
  for (size_t at = 0; at < places.size(); ++at) {
    const Place& place = places[at];
    if (!IsFile(place.where)) continue;
    if (const std::optional<Error> fault = TryFile(place.where)) {
      Say(*fault);
      return false;
    }
    const auto before = places.first(at);
    const auto same = std::ranges::find_if(before, [&](const Place& other) {
      return IsFile(other.where) && SameFile(other.where, place.where);
    });
    if (same == before.end() || !Replaceable(place.where)) continue;
    Say(Phrase<words::kSameFile>("first"_a = same->option, "second"_a = place.option));
    return false;
  }
  return true;
}

bool Write(const std::string& where, const std::string& text) {
  if (where.empty()) return true;
  const std::optional<Error> fault =
      IsFile(where) ? WriteFile(where, text) : WriteToStandardOutput(text);
  if (fault) Say(*fault);
  return !fault;
}

bool Print(const std::string& text) { return Write("-", Printable(text)); }

bool HasColours(const std::string& choice) {
  if (choice != "auto") return choice == "always";
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  return isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

void Say(const std::string& sentence) {
  std::fprintf(stderr, "speedup-lab: %s\n", Printable(sentence).c_str());
}

void Say(const Error& error) { Say(error.message + (error.next.empty() ? "" : " " + error.next)); }

bool IsFile(const std::string& where) { return !where.empty() && where != "-"; }

}  // namespace lab
