// Single trials of a model, one after the other, for those who compare them with something else.
// Blocks its caller.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/catalog.h"

namespace lab {

class TrialRunner {
 public:
  // Starts the workers. An error if the model is not there or its workers do not start.
  static Result<std::unique_ptr<TrialRunner>> Start(const std::string& model,
                                                    const ModelOptions& options);

  Result<TrialOutcome> Run(const std::vector<Task>& tasks);

 private:
  EventLoop loop_;
  std::unique_ptr<Model> model_;
};

}  // namespace lab
