// The experiments' own files, and what they have in common. Private to this room.
#pragma once

#include <array>
#include <vector>

#include "experiment/experiment_info.h"

namespace lab {

extern const ExperimentInfo kCountExperiment;
extern const ExperimentInfo kDownloadsExperiment;
extern const ExperimentInfo kHeavyExperiment;
extern const ExperimentInfo kMixedExperiment;
extern const ExperimentInfo kConvoyExperiment;
extern const ExperimentInfo kUnknownExperiment;

// In the order of ExperimentKind.
inline constexpr std::array kAllExperiments = {&kCountExperiment, &kDownloadsExperiment,
                                               &kHeavyExperiment, &kMixedExperiment,
                                               &kConvoyExperiment};
static_assert(kAllExperiments.size() == kExperimentKinds);

// So many tasks like that one, each with its place.
std::vector<Task> Alike(size_t number, const Task& task);

// Those that matter of 1 to `most`, and `most` itself.
std::vector<double> PointsUpTo(int most, bool thin);

// Two significant digits, as a person would choose them.
double Rounded(double number);

}  // namespace lab
