// Files that are named for the window, read beside the thread that draws.
#include "shell/window/file_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "experiment/presets.h"
#include "tests/panel/headless.h"

namespace lab::window {
namespace {

class FileReaderTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  // Lets the panel hear of it until `done`.
  template <typename Done>
  void Wait(Done done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!done() && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      reader_.Tell(headless_.panel);
      headless_.Settle();
    }
    ASSERT_TRUE(done());
  }
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  const panel::State& state() { return headless_.panel.state(); }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("file-reader-test-" + std::to_string(std::random_device()()));
  panel::Headless headless_;
  FileReader reader_{[] {}};
};

TEST_F(FileReaderTest, OneAfterTheOther) {
  const RunResult result = panel::ResultOf(MakeExperiment(ExperimentKind::kHeavy));
  reader_.Read(Write("none.json", "{}"));
  reader_.Read(Write("saved.json", EncodeResult(result) + std::string(20'000'000, ' ')));
  Wait([&] { return state().outcome().recorded; });
  EXPECT_EQ(EncodeResult(*state().outcome().result), EncodeResult(result));
  EXPECT_FALSE(state().refused_file) << "what is shown now is another file";
}

TEST_F(FileReaderTest, WhatIsRefusedIsNamed) {
  for (const auto& [path, fault] :
       {std::pair{Write("none.json", "{}"), "none.json: The result cannot be read: "},
        {(folder_ / "nowhere.json").string(), "nowhere.json cannot be read: No such file"},
        {folder_.string(), "cannot be read: it is a folder"},
        {std::string("/dev/zero"), "zero cannot be read: it is larger than 64 MB"}}) {
    reader_.Read(path);
    Wait([&] {
      return state().refused_file && state().refused_file->message.find(fault) != std::string::npos;
    });
  }
}

TEST_F(FileReaderTest, MayEndWhileItReads) {
  reader_.Read(Write("large.json", std::string(60'000'000, ' ')));
  FileReader another{[] {}};
  another.Read("/dev/zero");
}

}  // namespace
}  // namespace lab::window
