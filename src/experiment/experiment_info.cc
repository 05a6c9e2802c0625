#include "experiment/experiment_info.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "experiment/kinds.h"

namespace lab {

std::span<const ExperimentInfo> Experiments() {
  static const std::vector<ExperimentInfo> all = [] {
    std::vector<ExperimentInfo> infos;
    for (const ExperimentInfo* info : kAllExperiments) infos.push_back(*info);
    return infos;
  }();
  return all;
}

const ExperimentInfo& InfoOf(ExperimentKind kind) {
  return kind == ExperimentKind::kUnknown ? kUnknownExperiment
                                          : Experiments()[static_cast<size_t>(kind)];
}

std::string NameOf(const Experiment& experiment) {
  return experiment.kind == ExperimentKind::kUnknown ? experiment.unknown_name
                                                     : std::string(InfoOf(experiment.kind).name);
}

std::string TitleOf(const Experiment& experiment) {
  return experiment.kind == ExperimentKind::kUnknown ? experiment.unknown_name
                                                     : Phrase(*InfoOf(experiment.kind).title);
}

const ExperimentInfo* FindExperiment(std::string_view name) {
  const auto found = std::ranges::find(Experiments(), name, &ExperimentInfo::name);
  return found == Experiments().end() ? nullptr : &*found;
}

SweepAxis AxisOf(std::string_view setting) {
  const auto found = std::ranges::find(
      Experiments(), setting, [](const ExperimentInfo& info) { return info.axis.setting; });
  return found != Experiments().end() ? found->axis
                                      : SweepAxis{.kind = AxisKind::kOther,
                                                  .setting = setting,
                                                  .label = nullptr,
                                                  .point = nullptr,
                                                  .column = nullptr};
}

std::string LabelOf(const SweepAxis& axis) {
  return axis.label != nullptr ? Phrase(*axis.label) : std::string(axis.setting);
}
std::string ColumnOf(const SweepAxis& axis) {
  return axis.column != nullptr ? Phrase(*axis.column) : std::string(axis.setting);
}

std::string LabelAt(const SweepAxis& axis, double at) {
  return axis.point != nullptr
             ? Phrase(*axis.point, at)
             : Phrase<words::kAtUnknown>("setting"_a = axis.setting, "value"_a = at);
}

double ComputeShare(const Experiment& experiment) {
  const ExperimentInfo& info = InfoOf(experiment.kind);
  return info.compute_share != nullptr ? info.compute_share(experiment) : info.computes() ? 1 : 0;
}

WorkKind WorkOf(const Experiment& experiment) {
  return ComputeShare(experiment) > 0 ? InfoOf(experiment.kind).work : WorkKind::kWaiting;
}

bool OnlyComputes(ExperimentKind kind) {
  return InfoOf(kind).work == WorkKind::kComputing && InfoOf(kind).compute_share == nullptr;
}

bool Answers(ExperimentKind kind) { return InfoOf(kind).work == WorkKind::kAnswering; }

bool AsksServers(const Experiment& experiment) {
  return InfoOf(experiment.kind).asks_servers && !experiment.latency_only;
}

bool FetchesTypedUrls(const Experiment& experiment) {
  return AsksServers(experiment) && !experiment.urls.empty();
}

std::vector<Task> Alike(size_t number, const Task& task) {
  std::vector<Task> tasks(number, task);
  for (size_t index = 0; index < tasks.size(); ++index)
    tasks[index].index = static_cast<int>(index);
  return tasks;
}

std::vector<double> PointsUpTo(int most, bool thin) {
  constexpr double kAll = 4;
  const double factor = thin ? 2 : std::numbers::sqrt2;
  std::vector<double> points;
  for (double at = 1; std::round(at) < most; at = at < kAll && !thin ? at + 1 : at * factor)
    points.push_back(std::round(at));
  points.push_back(most);
  return points;
}

double Rounded(double number) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(number, 1.0))) - 1);
  return std::max(1.0, std::round(number / unit) * unit);
}

}  // namespace lab
