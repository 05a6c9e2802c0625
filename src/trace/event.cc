#include "trace/event.h"

namespace lab {
namespace {

struct Spelling {
  char letter;
  std::string_view name;
};

constexpr std::array<Spelling, kEventKinds> kSpellings = {{
    {'w', "waiting for a task"},
    {'r', "running"},
    {'g', "waiting for the GIL"},
    {'b', "blocked on I/O"},
    {'l', "waiting for a lock"},
    {'s', "sending"},
    {'v', "receiving"},
    {'e', "ended"},
    {'B', "task begun"},
    {'D', "task done"},
    {'A', "asked to drop the GIL"},
}};

}  // namespace

char LetterOf(EventKind kind) { return kSpellings[static_cast<size_t>(kind)].letter; }

std::string_view NameOf(EventKind kind) { return kSpellings[static_cast<size_t>(kind)].name; }

size_t KindOfLetter(char letter) {
  size_t kind = 0;
  while (kind < kSpellings.size() && kSpellings[kind].letter != letter) ++kind;
  return kind;
}

}  // namespace lab
