#include "code/cpp_code.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "code/source_files.h"

namespace lab {
namespace {

std::string_view TextOf(std::string_view path) {
  const auto source = std::ranges::find(SourceFiles(), path, &SourceFile::path);
  return source == SourceFiles().end() ? "" : source->text;
}

}  // namespace

std::vector<CodeVariant> CppCode(ExperimentKind kind, std::string_view model) {
  const std::span<const ShownFile> of_model = InfoOf(model).sources;
  if (of_model.empty() || kind == ExperimentKind::kUnknown) return {};
  std::vector<ShownFile> files(of_model.begin(), of_model.end());
  std::ranges::copy(InfoOf(kind).sources, std::back_inserter(files));
  std::vector<CodeVariant> variants;
  for (const ShownFile& shown : files) {
    variants.push_back({.name = std::string(shown.path.substr(shown.path.rfind('/') + 1)),
                        .about = Phrase<words::kSourceFile>("path"_a = shown.path,
                                                            "shows"_a = Phrase(*shown.shows)),
                        .text = std::string(TextOf(shown.path))});
  }
  return variants;
}

}  // namespace lab
