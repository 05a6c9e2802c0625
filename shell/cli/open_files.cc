#include "shell/cli/open_files.h"

#include <algorithm>

#include "experiment/model_info.h"
#include "platform/native/limits.h"

namespace lab {

std::optional<Error> TooFewFiles(const Experiment& experiment) {
  constexpr int kAlways = 24;       // standard ones, results, what the system tells of its load
  constexpr int kOfAProcess = 2;    // a pipe each way
  constexpr int kOfADownload = 2;   // both ends of the connection
  const bool processes =
      std::ranges::find(experiment.models, ModelRole::kIsolated, RoleOf) != experiment.models.end();
  const bool downloads = AsksServers(experiment);
  return AllowOpenFiles(kAlways + experiment.workers * ((processes ? kOfAProcess : 0) +
                                                        (downloads ? kOfADownload : 0)));
}

}  // namespace lab
