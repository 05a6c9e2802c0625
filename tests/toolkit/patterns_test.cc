#include "shell/toolkit/patterns.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

constexpr Pattern kAllPatterns[] = {Pattern::kHatched, Pattern::kCrossed, Pattern::kDotted,
                                    Pattern::kStriped};

TEST(PatternsTest, RepeatAfterTheirPeriod) {
  for (const Pattern pattern : kAllPatterns) {
    for (const int period : {4, 8, 12, 24}) {
      for (int y = 0; y < period; ++y) {
        for (int x = 0; x < period; ++x) {
          EXPECT_NEAR(Patterns::Coverage(pattern, x, y, period),
                      Patterns::Coverage(pattern, x + period, y + 2 * period, period), 1e-4);
        }
      }
    }
  }
}

TEST(PatternsTest, AreNeitherFullNorEmptyAndDiffer) {
  constexpr int kPeriod = 8;
  for (const Pattern one : kAllPatterns) {
    double sum = 0;
    for (int at = 0; at < kPeriod * kPeriod; ++at)
      sum += Patterns::Coverage(one, at % kPeriod, at / kPeriod, kPeriod);
    const double share = sum / (kPeriod * kPeriod);
    EXPECT_GT(share, 0.1) << static_cast<int>(one);
    EXPECT_LT(share, 0.75) << static_cast<int>(one);
    for (const Pattern other : kAllPatterns) {
      if (one == other) continue;
      double difference = 0;
      for (int at = 0; at < kPeriod * kPeriod; ++at) {
        difference += std::abs(Patterns::Coverage(one, at % kPeriod, at / kPeriod, kPeriod) -
                               Patterns::Coverage(other, at % kPeriod, at / kPeriod, kPeriod));
      }
      EXPECT_GT(difference / (kPeriod * kPeriod), 0.1)
          << static_cast<int>(one) << " looks like " << static_cast<int>(other);
    }
  }
}

TEST(PatternsTest, LargeAreasAreAFewRectanglesInsideTheirTile) {
  Headless headless;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  Patterns patterns;
  atlas.ClearTexData();
  patterns.Reserve(atlas, 1);
  atlas.Build();
  patterns.DrawTiles(atlas);
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushClipRectFullScreen();
  list.PushTextureID(atlas.TexID);
  patterns.Fill(list, Pattern::kHatched, {3, 5}, {1003, 29}, IM_COL32_WHITE);
  EXPECT_LE(list.VtxBuffer.Size, 4 * 8);
  for (const ImDrawVert& vertex : list.VtxBuffer) {
    EXPECT_GE(vertex.uv.x, 0);
    EXPECT_LE(vertex.uv.x, 1);
    EXPECT_GE(vertex.uv.y, 0);
    EXPECT_LE(vertex.uv.y, 1);
  }
}

}  // namespace
}  // namespace lab::panel
