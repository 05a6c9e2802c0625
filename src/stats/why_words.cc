#include "stats/why_words.h"

#include "base/text.h"

namespace lab {

namespace {

Noun WorkerNoun(const Findings& findings) {
  const ModelFacts& model = findings.background.model;
  return model.role == ModelRole::kBaseline ? ModelFacts{}.worker : model.worker;
}

}  // namespace

std::string Worker(const Findings& findings) { return std::string(WorkerNoun(findings).one); }

std::string Workers(int count, const Findings& findings) {
  const Noun worker = WorkerNoun(findings);
  return NumberWord(count) + " " + std::string(count == 1 ? worker.one : worker.many);
}

std::string TheWorkers(const Findings& findings) {
  const int count = findings.census.workers;
  return "the " + (count == 1 ? Worker(findings) : Workers(count, findings));
}

std::string AllWorkers(const Findings& findings) {
  const int count = findings.census.workers;
  const std::string all = Workers(count, findings);
  return count == 2 ? "both" + all.substr(all.find(' ')) : "all " + all;
}

std::string Task(int count, const Findings& findings) {
  return findings.background.task + (count == 1 ? "" : "s");
}

std::string Tasks(const Findings& findings) { return NumberWord(findings.census.tasks) + " " + Task(findings.census.tasks, findings); }

std::string Percent(double share) { return Format("%.0f %%", share * 100); }

std::string ForTime(double share) {
  constexpr double kAll = 0.995;  // what rounds to 100 %
  return share >= kAll ? "all the time" : "for " + Percent(share) + " of the time";
}

}  // namespace lab
