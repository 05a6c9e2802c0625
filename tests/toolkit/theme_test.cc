#include "shell/toolkit/theme.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lab::panel {
namespace {

struct Pair {
  const char* what;
  Rgb Theme::* ink;
  Rgb Theme::* ground;
  double least;
};

// Each pair of colours that meets on the screen.
constexpr Pair kPairs[] = {
    {"text on the page", &Theme::text, &Theme::page, 4.5},
    {"text on a card", &Theme::text, &Theme::card, 4.5},
    {"text in a field", &Theme::text, &Theme::field, 4.5},
    {"text of a chosen card", &Theme::text, &Theme::chosen, 4.5},
    {"text under the pointer", &Theme::text, &Theme::hover, 4.5},
    {"hints on the page", &Theme::muted, &Theme::page, 4.5},
    {"hints on a card", &Theme::muted, &Theme::card, 4.5},
    {"tag of a chosen card", &Theme::muted, &Theme::chosen, 4.5},
    {"hints under the pointer", &Theme::muted, &Theme::hover, 4.5},
    {"label of a button that waits", &Theme::muted, &Theme::hairline, 4.5},
    {"quiet buttons", &Theme::accent, &Theme::page, 4.5},
    {"quiet buttons on a card", &Theme::accent, &Theme::card, 4.5},
    {"label of the primary button", &Theme::on_accent, &Theme::accent, 4.5},
    {"the same under the pointer", &Theme::on_accent, &Theme::accent_hover, 4.5},
    {"errors", &Theme::danger, &Theme::page, 4.5},
    {"notices", &Theme::notice, &Theme::page, 4.5},
    {"outlines", &Theme::edge, &Theme::page, 3},
    {"outlines of fields", &Theme::edge, &Theme::field, 3},
    {"the focus ring", &Theme::accent, &Theme::page, 3},
    {"the mark of a chosen card", &Theme::accent, &Theme::chosen, 3},
    {"unit in a field", &Theme::muted, &Theme::field, 4.5},
    {"keyword of a program", &Theme::accent, &Theme::field, 4.5},
    {"string of a program", &Theme::notice, &Theme::field, 4.5},
};

TEST(ThemeTest, EveryPairHasItsContrast) {
  for (const Theme* theme : {&LightTheme(), &DarkTheme()}) {
    for (const Pair& pair : kPairs) {
      EXPECT_GE(Contrast(theme->*pair.ink, theme->*pair.ground), pair.least)
          << pair.what << (theme->dark ? ", dark" : ", light");
    }
  }
}

TEST(ThemeTest, MoreContrastIsMoreForEveryPair) {
  for (const bool dark : {false, true}) {
    const Theme theme = ThemeFor(dark, {.more_contrast = true});
    EXPECT_EQ(theme.dark, dark);
    for (const Pair& pair : kPairs) {
      const double least = std::string_view(pair.what) == "label of a button that waits" ? 4.5
                           : pair.least == 3                                             ? 4.5
                                                                                         : 7;
      EXPECT_GE(Contrast(theme.*pair.ink, theme.*pair.ground), least)
          << pair.what << (dark ? ", dark" : ", light");
    }
  }
}

TEST(ThemeTest, ForcedColoursAreTheOnlyOnes) {
  const SystemColors night{.canvas = 0x000000, .text = 0xFFFFFF, .link = 0xFFFF00};
  const SystemColors desert{.canvas = 0xFFFAEF, .text = 0x3D3D3D, .link = 0x1C5E75};
  for (const SystemColors& system : {night, desert}) {
    const Theme theme = ThemeFor(false, {.forced = system});
    EXPECT_EQ(theme.dark, system.canvas == 0);
    EXPECT_EQ(theme.page, system.canvas);
    EXPECT_EQ(theme.edge, system.text);
    for (const Pair& pair : kPairs)
      EXPECT_GE(Contrast(theme.*pair.ink, theme.*pair.ground), pair.least) << pair.what;
    for (const char* model : {"sequential", "threads-gil", "threads-free", "processes"})
      EXPECT_GE(Contrast(ModelEdge(model, theme), theme.page), 3) << model;
  }
}

TEST(ThemeTest, EveryBarStandsOutFromThePage) {
  for (const Theme* theme : {&LightTheme(), &DarkTheme()}) {
    for (const Rgb color : ModelColors())
      EXPECT_GE(Contrast(EdgeOf(color, *theme), theme->page), 3) << color;
  }
}

TEST(ThemeTest, PatternsStandOutFromThePage) {
  for (const Theme* theme : {&LightTheme(), &DarkTheme()}) {
    EXPECT_GE(Contrast(kGilInk, theme->page), 3) << "waiting for the GIL";
    EXPECT_GE(Contrast(kLockInk, theme->page), 3) << "waiting for a lock";
    EXPECT_GE(Contrast(theme->text, theme->page), 3) << "messages";
  }
}

TEST(ThemeTest, LanesThatShareABandCanBeToldApart) {
  for (const Theme* theme : {&LightTheme(), &DarkTheme()}) {
    const auto shades = LaneShades("threads-gil", *theme);
    for (size_t one = 0; one < shades.size(); ++one) {
      if (theme->dark)
        EXPECT_GE(Contrast(shades[one], theme->page), 3)
            << one << " (in light ones edges are drawn along it)";
      for (size_t other = 0; other < one; ++other) {
        EXPECT_GE(Contrast(shades[one], shades[other]), 1.2)
            << one << " and " << other << (theme->dark ? ", dark" : ", light");
      }
    }
    EXPECT_GE(Contrast(shades[0], shades[1]), 1.5) << "the two that are there most often";
  }
}

TEST(ThemeTest, ContrastIsThatOfWcag) {
  EXPECT_NEAR(Contrast(0x000000, 0xFFFFFF), 21, 1e-9);
  EXPECT_NEAR(Contrast(0x777777, 0xFFFFFF), 4.48, 0.005);
  EXPECT_EQ(Contrast(0x123456, 0x123456), 1);
}

TEST(ThemeTest, MixGoesFromOneColourToTheOther) {
  EXPECT_EQ(Mix(0x102030, 0xFFFFFF, 0), 0x102030u);
  EXPECT_EQ(Mix(0x102030, 0xFFFFFF, 1), 0xFFFFFFu);
  EXPECT_EQ(Mix(0x000000, 0x646464, 0.5), 0x323232u);
}

}  // namespace
}  // namespace lab::panel
