#include "stats/response.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

const std::vector<double> kOneToEleven = {3, 1, 2, 11, 4, 10, 5, 9, 6, 8, 7};

TEST(Quantile, InterpolatesBetweenNeighbours) {
  EXPECT_DOUBLE_EQ(Quantile(kOneToEleven, 0.5), 6);
  EXPECT_DOUBLE_EQ(Quantile(kOneToEleven, 0.9), 10);
  EXPECT_DOUBLE_EQ(Quantile(kOneToEleven, 0.95), 10.5);
  EXPECT_DOUBLE_EQ(Quantile(kOneToEleven, 1), 11);
  EXPECT_EQ(Quantile({}, 0.5), 0);
}

TEST(Response, KeepsItsSamples) {
  const Response response = ResponseOf(kOneToEleven);
  EXPECT_DOUBLE_EQ(response.median_s, 6);
  EXPECT_DOUBLE_EQ(response.p90_s, 10);
  EXPECT_NEAR(response.p99_s, 10.9, 1e-9);
  EXPECT_EQ(response.delays_s, kOneToEleven);
}

TEST(KolmogorovSmirnov, IsTheLargestGapBetweenTheShares) {
  EXPECT_EQ(KolmogorovSmirnov(kOneToEleven, kOneToEleven), 0);
  EXPECT_EQ(KolmogorovSmirnov(std::vector<double>{1, 2}, std::vector<double>{3, 4}), 1);
  EXPECT_DOUBLE_EQ(
      KolmogorovSmirnov(std::vector<double>{1, 2, 3, 4}, std::vector<double>{3, 4, 5, 6}), 0.5);
  EXPECT_DOUBLE_EQ(
      KolmogorovSmirnov(std::vector<double>{1, 1, 1, 2}, std::vector<double>{1, 2, 2, 2}), 0.5);
  EXPECT_EQ(KolmogorovSmirnov({}, kOneToEleven), 1);
}

TEST(Histogram, CountsEverySampleOnce) {
  EXPECT_EQ(Histogram(std::vector<double>{0, 0.9, 1, 3.5, 99}, 4, 4),
            (std::vector<int>{2, 1, 0, 2}));
}

}  // namespace
}  // namespace lab
