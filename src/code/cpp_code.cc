#include "code/cpp_code.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "experiment/model_names.h"
#include "code/source_files.h"

namespace lab {
namespace {

struct Shown {
  std::string_view path;
  std::string_view about;
};

constexpr Shown kGil = {"gil/gil.cc", "the lock, with CPython's protocol"};
constexpr Shown kThreads = {"model/threads.cc", "the threads, and how they take tasks"};
constexpr Shown kProcesses = {"model/process_pool.cc", "the processes, and the messages to them"};
constexpr Shown kCount = {"workload/count.cc", "the loop that counts"};
constexpr Shown kHeavy = {"workload/heavy.cc", "the loop that sums"};
constexpr Shown kSine = {"workload/sine.h", "the sine, the same on every machine"};
constexpr Shown kTurns = {"workload/turns.cc", "the tasks that wait in between"};
constexpr Shown kOneDownload = {"workload/run_task.cc", "one download, from the request to its bytes"};

std::vector<Shown> FilesOf(std::string_view model) {
  if (model == kSequential || model == "threads-free") return {kThreads};
  if (model == "threads-gil") return {kGil, kThreads};
  if (model == "processes") return {kProcesses};
  return {};
}

std::vector<Shown> FilesOf(ExperimentKind kind) {
  switch (kind) {
    case ExperimentKind::kCount: return {kCount};
    case ExperimentKind::kDownloads: return {kOneDownload};
    case ExperimentKind::kHeavy: return {kHeavy, kSine};
    case ExperimentKind::kMixed:
    case ExperimentKind::kConvoy: return {kTurns, kCount};
  }
  return {};
}

std::string_view TextOf(std::string_view path) {
  const auto source = std::ranges::find(SourceFiles(), path, &SourceFile::path);
  return source == SourceFiles().end() ? "" : source->text;
}

}  // namespace

std::vector<CodeVariant> CppCode(ExperimentKind kind, std::string_view model) {
  std::vector<Shown> files = FilesOf(model);
  if (files.empty()) return {};
  std::ranges::copy(FilesOf(kind), std::back_inserter(files));
  std::vector<CodeVariant> variants;
  for (const Shown& shown : files) {
    variants.push_back({.name = std::string(shown.path.substr(shown.path.rfind('/') + 1)),
                        .about = "src/" + std::string(shown.path) + ": " + std::string(shown.about) + ".",
                        .text = std::string(TextOf(shown.path))});
  }
  return variants;
}

}  // namespace lab
