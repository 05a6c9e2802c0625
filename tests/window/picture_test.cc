// The picture that can be saved, drawn by a real OpenGL and read back from its file.
#include "shell/window/picture.h"

#include <gtest/gtest.h>
#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <ranges>

#include "experiment/presets.h"
#include "imgui.h"
#include "shell/window/png.h"
#include "shell/window/surface.h"
#include "tests/panel/headless.h"

namespace lab::window {
namespace {

class PictureTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr)
      GTEST_SKIP() << "there is no display: use xvfb-run";
    Result<Surface> made = MakeSurface("picture test", 400, 300);
    ASSERT_TRUE(made) << made.error().message;
    surface_ = made.value();
    context_ = ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    renderer_ = std::make_unique<Renderer>(surface_.shader_version);
  }
  void TearDown() override {
    if (context_ != nullptr) ImGui::DestroyContext(context_);
    if (surface_.window != nullptr) EndSurface(surface_);
  }

  Pixels Draw(const panel::State& state, const panel::Viewport& viewport = {}) {
    Result<Pixels> pixels = DrawPicture(*renderer_, state, viewport);
    EXPECT_TRUE(pixels);
    return pixels ? std::move(pixels).value() : Pixels();
  }

  std::unique_ptr<Renderer> renderer_;
  ImGuiContext* context_ = nullptr;

 private:
  Surface surface_;
};

panel::State StateWithResult() {
  panel::State state{.experiment = MakeExperiment(ExperimentKind::kCount)};
  panel::Receive(state, panel::ReadyNotice());
  panel::ShowInstead(state, panel::ResultOf(state.experiment));
  return state;
}

uint32_t ColourAt(const Pixels& pixels, int x, int y) {
  const unsigned char* at =
      &pixels.rgba[(static_cast<size_t>(y) * static_cast<size_t>(pixels.width) +
                    static_cast<size_t>(x)) *
                   4];
  return static_cast<uint32_t>(at[0] << 16 | at[1] << 8 | at[2]);
}

int CountColour(const Pixels& pixels, uint32_t colour) {
  int count = 0;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) count += ColourAt(pixels, x, y) == colour ? 1 : 0;
  }
  return count;
}

TEST_F(PictureTest, HasTheBarsOnThePagesColourWhateverTheWindow) {
  const Pixels pixels = Draw(StateWithResult());
  EXPECT_EQ(pixels.width, 1400);
  EXPECT_GT(pixels.height, 500);
  EXPECT_LT(pixels.height, 1400);
  EXPECT_EQ(ColourAt(pixels, 0, 0), panel::LightTheme().page);
  EXPECT_EQ(ColourAt(pixels, pixels.width - 1, pixels.height - 1), panel::LightTheme().page);
  const int processes = CountColour(pixels, panel::ModelColor("processes"));
  const int sequential = CountColour(pixels, panel::ModelColor("sequential"));
  EXPECT_GT(sequential, 3000);
  EXPECT_NEAR(static_cast<double>(processes) / sequential, 1.93, 0.2)
      << "a bar is as long as the speedup";
  EXPECT_TRUE(std::ranges::all_of(std::views::iota(0, pixels.height), [&](int y) {
    return pixels.rgba[static_cast<size_t>(y) * 5600 + 3] == 255;
  })) << "it is opaque";
}

TEST_F(PictureTest, IsDarkWhereTheWindowIsAndFinerOnAFinerScreen) {
  const panel::State state = StateWithResult();
  const Pixels coarse = Draw(state);
  const Pixels fine = Draw(state, {.pixel_ratio = 2, .dark = true});
  EXPECT_EQ(fine.width, 2 * coarse.width);
  EXPECT_NEAR(fine.height, 2 * coarse.height, 40);
  EXPECT_EQ(ColourAt(fine, 0, 0), panel::DarkTheme().page);
  EXPECT_EQ(Draw(state, {.pixel_ratio = 4}).width, fine.width) << "no finer than that";
}

TEST_F(PictureTest, LeavesThePanelsContextAsItWas) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {300, 200};
  Draw(StateWithResult());
  EXPECT_EQ(ImGui::GetCurrentContext(), context_);
  EXPECT_EQ(io.DisplaySize.x, 300);
  EXPECT_NE(io.Fonts->TexID, ImTextureID()) << "its fonts are in place again";
}

TEST_F(PictureTest, IsTheSameInItsFile) {
  const Pixels pixels = Draw(StateWithResult());
  const std::string bytes = EncodePng(pixels);
  if (const char* file = std::getenv("LAB_PICTURE")) std::ofstream(file, std::ios::binary) << bytes;
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  ASSERT_NE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()), 0)
      << image.message;
  EXPECT_EQ(static_cast<int>(image.width), pixels.width);
  image.format = PNG_FORMAT_RGBA;
  std::vector<unsigned char> read(PNG_IMAGE_SIZE(image));
  ASSERT_NE(png_image_finish_read(&image, nullptr, read.data(), 0, nullptr), 0) << image.message;
  EXPECT_TRUE(read == pixels.rgba);
}

}  // namespace
}  // namespace lab::window
