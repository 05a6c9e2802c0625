#include "messages/ready.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "messages/codec.h"

namespace lab {
namespace {

const Environment kNative = {.platform = "native", .cores = 4};
const Environment kPage = {.platform = "web", .cores = 4};

const SettingInUse* Find(const ExperimentEntry& entry, std::string_view setting) {
  const auto found = std::ranges::find(entry.settings, setting, &SettingInUse::setting);
  return found == entry.settings.end() ? nullptr : &*found;
}

TEST(Ready, HasEveryExperimentSettingAndModelInTheirOrder) {
  const Ready ready = ReadyWith(kNative);
  EXPECT_EQ(ready.language, "en");
  EXPECT_EQ(ready.environment.cores, 4);
  EXPECT_TRUE(std::ranges::equal(ready.experiments, Experiments(), {}, &ExperimentEntry::experiment,
                                 &ExperimentInfo::name));
  EXPECT_TRUE(std::ranges::equal(ready.settings, AllSettings(), {}, &SettingEntry::setting,
                                 &Setting::name));
  EXPECT_TRUE(
      std::ranges::equal(ready.models, Models(), {}, &ModelStatus::model, &ModelInfo::name));
}

TEST(Ready, NothingIsWithoutItsTexts) {
  const Ready ready = ReadyWith(kNative);
  for (const ExperimentEntry& entry : ready.experiments) {
    for (const std::string& text : {entry.label, entry.tag, entry.question, entry.about,
                                    entry.swept_label, entry.swept_heading, entry.measured_label})
      EXPECT_NE(text, "") << entry.experiment;
  }
  for (const SettingEntry& entry : ready.settings) {
    for (const std::string& text : {entry.label, entry.help, entry.kind})
      EXPECT_NE(text, "") << entry.setting;
  }
  for (const ModelStatus& model : ready.models) {
    for (const std::string& text :
         {model.label, model.meaning, model.workers, model.worker_one, model.worker_many})
      EXPECT_NE(text, "") << model.model;
    EXPECT_FALSE(model.available) << model.model;
  }
}

// Who shows a form knows no more than this: what it starts from is the preset, and every setting in
// it is described.
TEST(Ready, TheDefaultsOfAnExperimentAreItsPreset) {
  const Ready ready = ReadyWith(kNative);
  for (const ExperimentEntry& entry : ready.experiments) {
    std::vector<NamedText> items = {{"experiment", entry.experiment}};
    for (const SettingInUse& use : entry.settings) {
      items.emplace_back(use.setting, use.preset);
      EXPECT_NE(std::ranges::find(ready.settings, use.setting, &SettingEntry::setting),
                ready.settings.end())
          << use.setting;
    }
    const Configured configured = Configure(items);
    EXPECT_TRUE(configured.complaints.empty()) << entry.experiment;
    EXPECT_EQ(configured.experiment, MakeExperiment(FindExperiment(entry.experiment)->kind))
        << entry.experiment;
    EXPECT_NE(Find(entry, entry.swept), nullptr)
        << entry.experiment << " cannot be asked to vary " << entry.swept;
  }
}

TEST(Ready, AnExperimentHasTheSettingsThatCanMatter) {
  const Ready ready = ReadyWith(kNative);
  for (const ExperimentEntry& entry : ready.experiments) {
    EXPECT_EQ(Find(entry, "answers") != nullptr, entry.experiment == "convoy");
    EXPECT_NE(Find(entry, "repetitions"), nullptr) << "that every experiment has";
  }
  EXPECT_NE(Find(ready.experiments[1], "serial-fraction"), nullptr)
      << "downloads that only wait have a serial fraction";
}

TEST(Ready, ARangeIsThatOfTheExperimentAndOfThePlace) {
  for (const bool page : {false, true}) {
    const Ready ready = ReadyWith(page ? kPage : kNative);
    EXPECT_EQ(Find(ready.experiments[0], "workers")->most,
              page ? kMostWorkersInPage : kMostWorkers);
    EXPECT_EQ(Find(ready.experiments[4], "busy")->most,
              (page ? kMostWorkersInPage : kMostWorkers) - 1);
    for (const ExperimentEntry& entry : ready.experiments) {
      if (const SettingInUse* size = Find(entry, "size")) {
        EXPECT_EQ(size->most, FindExperiment(entry.experiment)->largest_size);
      }
    }
    EXPECT_FALSE(Find(ready.experiments[0], "models")->most);
  }
}

TEST(Ready, AFormKnowsWhatToDrawForASetting) {
  const Ready ready = ReadyWith(kNative);
  const auto entry = [&](std::string_view name) {
    return *std::ranges::find(ready.settings, name, &SettingEntry::setting);
  };
  EXPECT_EQ(entry("workers").kind, "integer");
  EXPECT_EQ(entry("workers").hand_most, kMostWorkersInPage);
  EXPECT_EQ(entry("switch-interval").kind, "decimal");
  EXPECT_EQ(entry("switch-interval").unit, "ms");
  EXPECT_EQ(entry("pin").kind, "flag");
  EXPECT_FALSE(entry("pin").hand_most);
  EXPECT_EQ(entry("urls").kind, "texts");
  EXPECT_EQ(entry("points").kind, "decimals");
  EXPECT_EQ(entry("models").kind, "choices");
  EXPECT_TRUE(std::ranges::equal(entry("models").choices, Models(), {}, &SettingChoice::choice,
                                 &ModelInfo::name));
}

TEST(Ready, ReadsBack) {
  const std::string text = Encode(Notice(ReadyWith(kPage)));
  const Result<Notice> read = DecodeNotice(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(Encode(read.value()), text);
}

// One that says only what can run, or things that are not known here.
TEST(Ready, OlderAndNewerOnesAreRead) {
  const Result<Notice> older = DecodeNotice(
      R"({"type":"ready","environment":{"platform":"web"},"models":[{"model":"processes","available":true}]})");
  ASSERT_TRUE(older) << older.error().message;
  EXPECT_TRUE(std::get<Ready>(older.value()).models[0].available);
  EXPECT_TRUE(std::get<Ready>(older.value()).experiments.empty());
  const Result<Notice> newer = DecodeNotice(
      R"({"type":"ready","language":"de","environment":{"platform":"web"},"settings":[{"setting":"mood","kind":"colour"}],"experiments":[{"experiment":"teleport","settings":[{"setting":"mood","default":"blue"}]}]})");
  ASSERT_TRUE(newer) << newer.error().message;
  EXPECT_EQ(std::get<Ready>(newer.value()).settings[0].kind, "colour");
  EXPECT_EQ(std::get<Ready>(newer.value()).experiments[0].settings[0].preset, "blue");
}

}  // namespace
}  // namespace lab
