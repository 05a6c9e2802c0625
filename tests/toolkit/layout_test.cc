#include "shell/toolkit/layout.h"

#include <gtest/gtest.h>

namespace lab::panel {
namespace {

Layout Of(float width, float height, float ratio = 1) {
  return LayOut({.width = width * ratio, .height = height * ratio, .pixel_ratio = ratio});
}

TEST(LayoutTest, BelowSevenHundredAndTwentyIsOneColumn) {
  EXPECT_TRUE(Of(360, 640).narrow);
  EXPECT_TRUE(Of(719, 900).narrow);
  EXPECT_FALSE(Of(720, 900).narrow);
  EXPECT_TRUE(Of(719, 900, 3).narrow);
}

TEST(LayoutTest, PartsDoNotOverlapAndStayInTheWindow) {
  for (const auto& [width, height] : {std::pair{320.f, 320.f},
                                      {360.f, 640.f},
                                      {720.f, 400.f},
                                      {1280.f, 800.f},
                                      {3840.f, 2160.f}}) {
    const Layout layout = Of(width, height);
    for (const Box* box : {&layout.header, &layout.side, &layout.run, &layout.stage}) {
      EXPECT_GE(box->x, 0);
      EXPECT_LE(box->x + box->w, width);
      EXPECT_GE(box->h, 0);
    }
    EXPECT_GE(layout.stage.y, layout.header.y + layout.header.h);
    if (layout.narrow) {
      EXPECT_LE(layout.stage.y + layout.stage.h, layout.run.y);
    } else {
      EXPECT_GE(layout.stage.x, layout.side.x + layout.side.w);
    }
  }
}

TEST(LayoutTest, RunSticksToTheBottomOfANarrowWindow) {
  const Layout layout = Of(360, 640);
  EXPECT_EQ(layout.run.y + layout.run.h, 640);
}

TEST(LayoutTest, WhatLittleHeightThereIsGoesToTheStage) {
  for (const auto& [width, height] : {std::pair{700.f, 500.f}, {320.f, 320.f}, {1024.f, 480.f}}) {
    const Layout layout = Of(width, height);
    EXPECT_TRUE(layout.low);
    EXPECT_LE(layout.header.h, 40) << width;
    if (layout.narrow) EXPECT_LE(layout.run.h, 48) << width;
  }
  EXPECT_FALSE(Of(360, 740).low);
  EXPECT_GE(LayOut({.width = 700, .height = 500, .touch = true}).run.h, 44)
      << "fingers need their room";
}

TEST(LayoutTest, WithHardlyAnyHeightAllScrolls) {
  for (const auto& [width, height] : {std::pair{300.f, 150.f}, {320.f, 200.f}, {900.f, 319.f}}) {
    const Layout layout = Of(width, height, 2);
    EXPECT_TRUE(layout.flat && layout.narrow && layout.low) << width;
    EXPECT_EQ(layout.stage.h, 2 * height) << width;
  }
  EXPECT_FALSE(Of(320, 320).flat);
  EXPECT_FALSE(LayOut({.width = 800, .height = 150, .uncovered = 340, .touch = true}).narrow)
      << "a touch keyboard covers the rest";
}

TEST(LayoutTest, HugeWindowsGetLargerTypeAndNoEndlessLines) {
  EXPECT_EQ(Of(1280, 800).unit, 1);
  const Layout huge = Of(3840, 2160);
  EXPECT_GT(huge.unit, 1.5f);
  EXPECT_LE((huge.side.w + huge.stage.w) / huge.unit, 1400.5f);
}

TEST(LayoutTest, ThePixelRatioScalesEverything) {
  const Layout one = Of(1280, 800);
  const Layout two = Of(1280, 800, 2);
  EXPECT_EQ(two.unit, 2);
  EXPECT_EQ(two.side.w, 2 * one.side.w);
  EXPECT_EQ(two.header.h, 2 * one.header.h);
}

TEST(LayoutTest, NoWindowIsNoCrash) {
  EXPECT_GE(LayOut({.width = 0, .height = 0, .pixel_ratio = 0}).stage.h, 0);
}

}  // namespace
}  // namespace lab::panel
