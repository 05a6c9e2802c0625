#include "shell/toolkit/ui.h"

#include <gtest/gtest.h>

#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

TEST(UiTest, LinesAreBrokenBetweenWordsAndNotAtThePointOfANumber) {
  const Headless headless;
  ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
  const std::string text = "0.280  0.283  0.286 s, median 0.283\nthe end";
  EXPECT_EQ(Wrapped(font, text, 1e6f), text);
  const float width = TextSize(font, "0.280  0.283").x;
  EXPECT_EQ(Wrapped(font, text, width + 0.5f), "0.280  0.283\n0.286 s,\nmedian\n0.283\nthe end");
  EXPECT_EQ(Wrapped(font, "", 100), "");
  EXPECT_EQ(Wrapped(font, "immeasurably long", 1), "immeasurably\nlong")
      << "a word stays whole here";
}

TEST(UiTest, ANumberStaysWithItsUnitWhereThatFits) {
  const Headless headless;
  ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
  for (const std::string number : {"5.32 ms", "3 rounds", "95 %", "18 µs"}) {
    EXPECT_EQ(Wrapped(font, "it took " + number, TextSize(font, "it took " + number).x - 1),
              "it took\n" + number);
  }
  EXPECT_EQ(Wrapped(font, "size 20 · tasks", TextSize(font, "size 20 ·").x + 0.5f),
            "size 20 ·\ntasks")
      << "no unit";
  EXPECT_EQ(Wrapped(font, "100,000,000 iterations", TextSize(font, "100,000,000").x + 1),
            "100,000,000\niterations");
}

TEST(UiTest, TheSizeIsThatOfTheLines) {
  const Headless headless;
  ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
  const float line = TextSize(font, "one").y;
  EXPECT_EQ(TextSize(font, "one two", TextSize(font, "one two").x).y, line);
  EXPECT_EQ(TextSize(font, "one two", TextSize(font, "one tw").x).y, 2 * line);
}

}  // namespace
}  // namespace lab::panel
