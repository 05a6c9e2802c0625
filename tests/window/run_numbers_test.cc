// Whose run is whose, where others ask the same page for runs.
#include "shell/window/run_numbers.h"

#include <gtest/gtest.h>

namespace lab::window {
namespace {

int Told(const RunNumbers& numbers, int on_page) {
  return std::get<Cancelled>(numbers.ForPanel(Cancelled{.run = on_page})).run;
}

TEST(RunNumbers, ThePanelsRunHasItsOwnNumberAndThoseOfOthersNone) {
  RunNumbers numbers;
  EXPECT_EQ(Told(numbers, 1), -1) << "a script asked before the panel did";
  numbers.Asked(RunRequest{.run = 1, .experiment = {}}, 2);
  EXPECT_EQ(Told(numbers, 2), 1);
  EXPECT_EQ(Told(numbers, 1), -1) << "it is not the panel's run 1";
  numbers.Asked(CancelRequest{}, 0);
  EXPECT_EQ(Told(numbers, 2), 1) << "a cancel changes no numbers";
  numbers.Asked(SweepRequest{.run = 2, .experiment = {}}, 7);
  EXPECT_EQ(Told(numbers, 7), 2);
  EXPECT_EQ(Told(numbers, 2), -2);
}

TEST(RunNumbers, WhatIsNoRunsStaysSo) {
  RunNumbers numbers;
  EXPECT_EQ(Told(numbers, 0), 0);
  numbers.Asked(RunRequest{.run = 1, .experiment = {}}, 4);
  EXPECT_EQ(Told(numbers, 0), 0);
  EXPECT_TRUE(std::holds_alternative<Ready>(numbers.ForPanel(Ready{})));
}

}  // namespace
}  // namespace lab::window
