#include "stats/answer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace lab {
namespace {

// From here on a speedup is one that people would notice.
constexpr double kGain = 1.15;

const Finding* Find(std::span<const Finding> findings, const char* model) {
  const auto found = std::ranges::find(findings, model, &Finding::model);
  return found == findings.end() ? nullptr : &*found;
}

std::string Word(int number) {
  constexpr std::array kWords = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  return number >= 0 && number < std::ssize(kWords) ? kWords[number] : Format("%d", number);
}

std::string Capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string Workers(const Finding& finding, const char* one, const char* many) {
  return Word(finding.workers) + " " + (finding.workers == 1 ? one : many);
}

std::string Times(double number) {
  const double whole = std::round(number);
  return whole == 1 ? "once" : Grouped(whole) + " times";
}

bool Gained(const Finding* finding) { return finding != nullptr && finding->speedup.ratio >= kGain; }

// Nothing can be said about anything but the baseline.
bool AllTooNoisy(std::span<const Finding> findings) {
  return findings.size() > 1 && std::ranges::all_of(findings.subspan(1), [](const Finding& finding) { return TooNoisy(finding.speedup); });
}

std::string AboutGil(WorkKind work, const std::string& verb, const Finding& gil) {
  const std::string who = Capital(Workers(gil, "thread", "threads")) + " under the GIL";
  const bool one = gil.workers == 1;
  if (TooNoisy(gil.speedup)) return who + ": the repetitions lie too far apart to conclude anything.";
  if (Gained(&gil)) {
    const std::string gain = who + (one ? " was " : " were ") + RatioText(gil.speedup) + "× as fast as one after the other";
    return gain + (work == WorkKind::kWaiting ? ": whoever waits for an answer has let go of the lock, so they wait at the same time." : ".");
  }
  if (one) return who + " " + verb + "s no faster than the sequential run: it is the same work on one thread.";
  std::string text = who + " " + verb + " no faster than one.";
  if (gil.handoffs && work == WorkKind::kComputing) text += " They took turns " + Times(*gil.handoffs) + ": only the lock's holder runs.";
  return text;
}

// Of the models that the GIL does not bind: the processes, or the free threads if those say more.
std::string AboutOthers(int cores, const Finding* gil, const Finding* free, const Finding* processes) {
  const bool use_free = processes == nullptr || (TooNoisy(processes->speedup) && free != nullptr && !TooNoisy(free->speedup));
  const Finding* best = use_free ? free : processes;
  if (best == nullptr) return "";
  const std::string who =
      best == processes ? Capital(Workers(*best, "process", "processes")) : Capital(Workers(*best, "thread", "threads")) + " without the lock";
  if (TooNoisy(best->speedup)) return who + ": too noisy to conclude. Close other programs and run again.";
  if (!Gained(best)) {
    std::string text = who + " gained nothing" + (gil != nullptr && !Gained(gil) ? " either" : "");
    if (best->workers == 1) return text + ": one worker is one worker.";
    return text + (cores == 1 ? ": this machine has one core." : ": the cores are busy elsewhere, or the tasks are too small.");
  }
  return who + (best->workers == 1 ? " was " : " were ") + RatioText(best->speedup) + "× as fast.";
}

}  // namespace

std::string Answer(WorkKind work, const std::string& verb, int cores, std::span<const Finding> findings) {
  if (AllTooNoisy(findings)) return "The repetitions lie too far apart to conclude anything. Close other programs and run again.";
  const Finding* gil = Find(findings, "threads-gil");
  std::string answer = gil != nullptr ? AboutGil(work, verb, *gil) : "";
  const std::string others = AboutOthers(cores, gil, Find(findings, "threads-free"), Find(findings, "processes"));
  if (!answer.empty() && !others.empty()) answer += " ";
  answer += others;
  return answer.empty() ? "Choose another model to compare the sequential run with." : answer;
}

}  // namespace lab
