#include "trace/event.h"

#include "words/english/trace.h"

namespace lab {
namespace {

struct Spelling {
  char letter;
  std::string (*name)();
};

constexpr std::array<Spelling, kEventKinds> kSpellings = {{
    {'w', Phrase<words::kWaitingForTask>},
    {'r', Phrase<words::kRunning>},
    {'g', Phrase<words::kWaitingForGil>},
    {'b', Phrase<words::kBlocked>},
    {'l', Phrase<words::kWaitingForLock>},
    {'s', Phrase<words::kSending>},
    {'v', Phrase<words::kReceiving>},
    {'e', Phrase<words::kEnded>},
    {'B', Phrase<words::kTaskBegun>},
    {'D', Phrase<words::kTaskDone>},
    {'A', Phrase<words::kAskedToDrop>},
}};

}  // namespace

char LetterOf(EventKind kind) { return kSpellings[static_cast<size_t>(kind)].letter; }

std::string NameOf(EventKind kind) { return kSpellings[static_cast<size_t>(kind)].name(); }

size_t KindOfLetter(char letter) {
  size_t kind = 0;
  while (kind < kSpellings.size() && kSpellings[kind].letter != letter) ++kind;
  return kind;
}

}  // namespace lab
