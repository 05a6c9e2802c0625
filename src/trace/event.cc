#include "trace/event.h"

#include "words/english/trace.h"

namespace lab {
namespace {

struct Spelling {
  char letter;
  std::string_view name;
};

constexpr std::array<Spelling, kEventKinds> kSpellings = {{
    {'w', TextOf<words::kWaitingForTask>()},
    {'r', TextOf<words::kRunning>()},
    {'g', TextOf<words::kWaitingForGil>()},
    {'b', TextOf<words::kBlocked>()},
    {'l', TextOf<words::kWaitingForLock>()},
    {'s', TextOf<words::kSending>()},
    {'v', TextOf<words::kReceiving>()},
    {'e', TextOf<words::kEnded>()},
    {'B', TextOf<words::kTaskBegun>()},
    {'D', TextOf<words::kTaskDone>()},
    {'A', TextOf<words::kAskedToDrop>()},
}};

}  // namespace

char LetterOf(EventKind kind) { return kSpellings[static_cast<size_t>(kind)].letter; }

std::string NameOf(EventKind kind) {
  return std::string(kSpellings[static_cast<size_t>(kind)].name);
}

size_t KindOfLetter(char letter) {
  size_t kind = 0;
  while (kind < kSpellings.size() && kSpellings[kind].letter != letter) ++kind;
  return kind;
}

}  // namespace lab
