#include "shell/validate/trial_runner.h"

#include <algorithm>
#include <optional>

#include "words/english/validate.h"

namespace lab {

Result<std::unique_ptr<TrialRunner>> TrialRunner::Start(const std::string& model,
                                                        const ModelOptions& options) {
  const auto entry = std::ranges::find(Catalog(), model, &CatalogEntry::name);
  if (entry == Catalog().end() || entry->make == nullptr) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = Phrase<words::kModelCannotRun>("model"_a = model),
                 .next = Phrase<words::kAnotherBuild>()};
  }
  auto runner = std::make_unique<TrialRunner>();
  runner->model_ = entry->make(runner->loop_, options);
  std::optional<Error> fault;
  runner->model_->Start([&](const Result<double>& started) {
    if (!started) fault = started.error();
    runner->loop_.Stop();
  });
  runner->loop_.Run();
  if (fault) return *fault;
  return runner;
}

Result<TrialOutcome> TrialRunner::Run(const std::vector<Task>& tasks) {
  std::optional<Result<TrialOutcome>> came;
  model_->Run(tasks, [&](Result<TrialOutcome> outcome) {
    came = std::move(outcome);
    loop_.Stop();
  });
  loop_.Run();
  return std::move(*came);
}

}  // namespace lab
