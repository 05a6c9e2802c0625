// That the texts are those of the files is tests/cli/code_test.py's business.
#include "code/cpp_code.h"

#include <gtest/gtest.h>

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "code/source_files.h"

namespace lab {
namespace {

std::vector<std::string> NamesOf(ExperimentKind kind, std::string_view model) {
  std::vector<std::string> names;
  for (const CodeVariant& file : CppCode(kind, model)) names.push_back(file.name);
  return names;
}

TEST(CppCode, TheModelsFilesComeBeforeTheKernels) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(NamesOf(ExperimentKind::kCount, "sequential"), (Names{"threads.cc", "count.cc"}));
  EXPECT_EQ(NamesOf(ExperimentKind::kCount, "threads-gil"),
            (Names{"gil.cc", "threads.cc", "count.cc"}));
  EXPECT_EQ(NamesOf(ExperimentKind::kHeavy, "threads-free"),
            (Names{"threads.cc", "heavy.cc", "sine.h"}));
  EXPECT_EQ(NamesOf(ExperimentKind::kDownloads, "processes"),
            (Names{"process_pool.cc", "run_task.cc"}));
  EXPECT_EQ(NamesOf(ExperimentKind::kCount, "fibers"), Names{});
}

TEST(CppCode, EveryModelOfEveryExperimentShowsWhatRuns) {
  for (const ExperimentInfo& info : Experiments()) {
    for (const ModelInfo& model : Models()) {
      for (const CodeVariant& file : CppCode(info.kind, model.name)) {
        EXPECT_NE(file.text.find("namespace lab {"), std::string::npos) << file.name;
        EXPECT_TRUE(file.about.starts_with("src/")) << file.about;
      }
    }
  }
}

TEST(CppCode, NoFileIsInTheProgramInVain) {
  for (const SourceFile& source : SourceFiles()) {
    bool shown = false;
    for (const ExperimentInfo& info : Experiments()) {
      for (const ModelInfo& model : Models()) {
        for (const CodeVariant& file : CppCode(info.kind, model.name))
          shown = shown || file.text == source.text;
      }
    }
    EXPECT_TRUE(shown) << source.path;
  }
}

TEST(CppCode, EachSourceSaysInItsFirstLineThatItIsShown) {
  for (const ExperimentInfo& info : Experiments()) {
    for (const ModelInfo& model : Models()) {
      for (const CodeVariant& variant : CppCode(info.kind, model.name))
        EXPECT_TRUE(variant.text.starts_with("// Shown to people: ")) << variant.name;
    }
  }
}

}  // namespace
}  // namespace lab
