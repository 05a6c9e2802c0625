#include "experiment/consistency.h"

#include <cmath>

#include "base/text.h"
#include "experiment/setting_reader.h"

namespace lab {
namespace {

// The laboratory's own server would still be waiting when nobody listens any more.
bool GivesUpTooEarly(const Experiment& experiment) {
  return experiment.kind == ExperimentKind::kDownloads && !experiment.latency_only && experiment.urls.empty() && experiment.latency_ms >= experiment.timeout_ms;
}

}  // namespace

Experiment Consistent(Experiment experiment) {
  if (FetchesTypedUrls(experiment)) experiment.tasks = static_cast<int>(experiment.urls.size());
  if (experiment.kind == ExperimentKind::kConvoy) experiment.workers = experiment.tasks = experiment.busy + 1;
  if (GivesUpTooEarly(experiment) && experiment.left_to_plan.size) experiment.latency_ms = std::floor(experiment.timeout_ms / 2);
  return experiment;
}

std::optional<Error> Contradiction(const Experiment& experiment) {
  if (!GivesUpTooEarly(experiment)) return std::nullopt;
  return Complaint("latency",
                   Format("latency: the server takes %s ms to answer, and after %s ms (timeout) nobody waits for it any more.", NumberText(experiment.latency_ms).c_str(),
                          NumberText(experiment.timeout_ms).c_str()),
                   "Choose a shorter latency or a longer timeout.");
}

}  // namespace lab
