#include "explain/scaling_text.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(AmdahlText, SaysWhatTheLawSaysOrThatItDoesNotFit) {
  EXPECT_EQ(AmdahlText({}), "Amdahl's law: a serial fraction needs at least two available cores.");
  AmdahlFit fit = {.serial_fraction = 0.103,
                   .low = 0.08,
                   .high = 0.12,
                   .residual = 0.2,
                   .points = 3,
                   .describes = true};
  EXPECT_EQ(AmdahlText(fit), "Amdahl's law: about 10 % of the work is serial (8 to 12 %).");
  fit.points = 1;
  EXPECT_EQ(AmdahlText(fit),
            "Amdahl's law: about 10 % of the work is serial (8 to 12 %). This rests on a single "
            "point with more than one worker.");
  fit.describes = false;
  EXPECT_EQ(AmdahlText(fit),
            "Amdahl's law does not describe this curve: its best fit is off by 20 %, so something "
            "other than serial work bends it.");
  EXPECT_EQ(AmdahlText({.serial_fraction = 0.003,
                        .low = 0,
                        .high = 0.009,
                        .residual = 0,
                        .points = 2,
                        .describes = true}),
            "Amdahl's law: hardly any of the work is serial (0 to 0.9 %).");
}

TEST(UslText, SaysWhereTheCurvePeaksOrThatTheLawDoesNotFit) {
  EXPECT_EQ(UslText({}),
            "The Universal Scalability Law needs three points with more than one worker.");
  UslFit fit = {.contention = 0.05,
                .coherency = 0.001,
                .residual = 0.01,
                .peak_workers = 30.8,
                .points = 5,
                .describes = true};
  EXPECT_EQ(UslText(fit),
            "Universal Scalability Law: contention 0.050, coherency 0.0010; the speedup peaks near "
            "31 workers.");
  fit.peak_workers = 0;
  EXPECT_EQ(UslText(fit),
            "Universal Scalability Law: contention 0.050, coherency 0.0010; more workers do not "
            "make it slower.");
  fit.describes = false;
  EXPECT_NE(UslText(fit).find("off by 1 %"), std::string::npos) << UslText(fit);
}

}  // namespace
}  // namespace lab
