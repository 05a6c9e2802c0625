// The two sides of the validation: the same experiments in real Python and in ours, with sizes that
// last as long. Each measures one repetition of one side and files it under names that both sides
// share. Blocks.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/model.h"
#include "shell/validate/python_process.h"
#include "shell/validate/validation.h"

namespace lab {

class DelayOrigin;

using Side = std::map<std::string, std::vector<double>>;
struct Figures {
  Side ours;
  Side pythons;
};

class Sides {
 public:
  Sides(PythonProcess& python, const ValidationPlan& plan);
  ~Sides();

  bool gil() const { return gil_; }
  // The first one; nothing that is measured afterwards counts.
  const std::optional<Error>& fault() const { return fault_; }

  // Finds sizes that last as long in both. Once, before anything is measured.
  void Calibrate();

  void Count(Figures& figures, bool ours, int threads);
  // That two threads under the GIL use, for each second that passes.
  void ProcessorTime(Figures& figures, bool ours);
  void HandOffs(Figures& figures, bool ours, int threads, double interval_ms);
  // How late a thread comes back that waits, beside computing ones.
  void Answers(Figures& figures, bool ours, int busy, double interval_ms);
  void AnswersBesideCalls(Figures& figures, bool ours);
  void Echoes(Figures& figures, bool ours);
  void ThreadStart(Figures& figures, bool ours);
  void Downloads(Figures& figures, bool ours);
  void Pool(Figures& figures, bool ours, int processes);

  // Of two processes and a long task that comes first, as a multiple of the shortest that is
  // possible.
  double MakespanOfPool();
  // Until four processes can be used.
  double StartupMs();
  // Whether Python's pool has always answered in the order of its tasks.
  bool in_order() const { return in_order_; }

  // An empty object once there is a fault.
  nlohmann::json Ask(const nlohmann::json& request);

 private:
  double Seconds(const nlohmann::json& request);
  TrialOutcome Trial(const std::string& model, const ModelOptions& options,
                     const std::vector<Task>& tasks);
  TrialOutcome Faulty(const Error& error);
  // The figure, or a fault if the system refused a thread for it.
  double Had(std::optional<double> figure);
  double TrialSeconds(const std::string& model, int workers, const std::vector<Task>& tasks);
  std::vector<Task> Tasks(TaskKind kind, int number, int64_t size) const;
  int64_t Matched(TaskKind kind, double wanted);
  std::vector<double> Delays(bool ours, int busy, double interval_ms, double call_ms, int answers);
  std::vector<double> OurDelays(int busy, double interval_ms, double call_ms, int answers);

  PythonProcess& python_;
  const ValidationPlan plan_;
  const bool gil_;
  std::optional<Error> fault_;
  std::unique_ptr<DelayOrigin> delays_;
  int64_t count_python_ = 0;
  int64_t switches_python_ = 0;
  int64_t heavy_python_ = 0;
  int64_t count_ours_ = 0;
  int64_t heavy_ours_ = 0;
  bool in_order_ = true;
};

}  // namespace lab
