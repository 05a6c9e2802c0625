// The settings of an experiment, in the order in which files tell them. They are read, checked and
// explained by what experiment/settings.h says of each. Private to the codec.
#pragma once

#include <string>

#include "base/result.h"
#include "experiment/experiment.h"
#include "messages/fields.h"
#include "messages/json.h"

namespace lab {

// What may be left to the plan, by the names under which files tell it.
struct Choice {
  const char* name;
  bool LeftToPlan::* left;
};
inline constexpr Choice kChoices[] = {{"size", &LeftToPlan::size},
                                      {"repetitions", &LeftToPlan::repetitions},
                                      {"time_budget", &LeftToPlan::time_budget}};
inline constexpr const char* kLeftToPlan = "left_to_plan";

void Describe(auto& on, A<Experiment> auto& asked) {
  on.Type("experiment",
          "The settings as requested; names are those of the command line with _ for -.");
  on.Setting("experiment", asked);
  on.Setting("models", asked.models);
  on.Setting("workers", asked.workers);
  on.Setting("tasks", asked.tasks);
  on.Setting("size", asked.size);
  on.Setting("latency", asked.latency_ms);
  on.Setting("duration", asked.duration_ms);
  on.Setting("cpu_share", asked.cpu_share);
  on.Setting("busy", asked.busy);
  on.Setting("answers", asked.answers);
  on.Setting("call", asked.call_ms);
  on.Setting("switch_interval", asked.switch_interval_ms);
  on.Setting("serial_fraction", asked.serial_fraction);
  on.Setting("chunk", asked.chunk);
  on.Setting("repetitions", asked.repetitions);
  on.Setting("warmups", asked.warmups);
  on.Setting("time_budget", asked.time_budget_s);
  on.Setting("precision", asked.precision);
  on.Setting("points", asked.points);
  on.Setting(kLeftToPlan, asked.left_to_plan);
  on.Setting("seed", asked.seed);
  on.Setting("calibrate", asked.calibrate);
  on.Setting("cold", asked.cold);
  on.Setting("pin", asked.pin);
  on.Setting("record", asked.record);
  on.Setting("latency_only", asked.latency_only);
  on.Setting("urls", asked.urls);
  on.Setting("timeout", asked.timeout_ms);
  on.Rest(asked.unknown);
}

Json PartToJson(const Experiment& experiment);
// Missing keys take the preset's value; a faulty one is an error that names it.
Result<Experiment> ExperimentFromJson(const Json& json);
// As a part of something else, measured by whatever version: what is unknown is kept. What is
// wrong, empty if it has been read.
std::string ReadPart(const Json& json, Experiment& into);

}  // namespace lab
