#include "messages/file_pieces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/support/results.h"

namespace lab {
namespace {

struct Cut {
  std::vector<std::string> pieces;
  std::vector<double> shares;
};

Cut CutUp(const SavedFile& file) {
  Cut cut;
  CutIntoPieces(file, [&](const std::string& piece, double share) {
    cut.pieces.push_back(piece);
    cut.shares.push_back(share);
  });
  return cut;
}

SavedFile PutTogether(const std::vector<std::string>& texts) {
  PiecesOfFile pieces;
  for (const std::string& text : texts) EXPECT_FALSE(pieces.Take(text));
  return pieces.TakeFile();
}

// A result with more events than one piece takes.
RunResult LargeResult() {
  RunResult result = SomeResult();
  Trace& trace = *result.models[0].trace;
  for (int event = 0; event < 70'000; ++event)
    trace.lanes[event % 3 == 0].events.push_back(
        {.at = 5'000'000'000 + event, .kind = EventKind::kRunning});
  result.models.push_back(result.models[0]);
  result.models[1].model = "processes";
  result.models[1].trace->lanes = {{.name = "never came"}};
  result.models.push_back(result.models[0]);
  result.models[2].model = "threads-free";
  result.models[2].trace.reset();
  return result;
}

TEST(FilePieces, MakeTheSameFileAgain) {
  const RunResult result = LargeResult();
  const Cut cut = CutUp(result);
  EXPECT_GT(cut.pieces.size(), 4u);
  for (const std::string& piece : cut.pieces)
    EXPECT_LT(piece.size(), 200'000u) << "is taken in between two pictures";
  EXPECT_TRUE(std::ranges::is_sorted(cut.shares));
  EXPECT_EQ(cut.shares.back(), 1);
  EXPECT_EQ(EncodeResult(std::get<RunResult>(PutTogether(cut.pieces))), EncodeResult(result));
}

TEST(FilePieces, SweepsToo) {
  const SweepResult sweep = SomeSweep();
  EXPECT_EQ(EncodeSweep(std::get<SweepResult>(PutTogether(CutUp(sweep).pieces))),
            EncodeSweep(sweep));
  EXPECT_EQ(CutUp(sweep).pieces.size(), 2u);
}

TEST(FilePieces, WhatIsNoneIsRefused) {
  PiecesOfFile pieces;
  EXPECT_TRUE(pieces.Take("nonsense"));
  EXPECT_FALSE(pieces.any());
  EXPECT_FALSE(pieces.Take(EncodeResult(SomeResult())));
  EXPECT_TRUE(pieces.Take("nonsense"));
  EXPECT_TRUE(pieces.Take(Encode(Notice(Cancelled{}))));
  EXPECT_TRUE(pieces.Take(Encode(Notice(TraceGrown{.run = 7}))));
}

TEST(FilePieces, ReadingALargeFileTellsHowFarItIs) {
  std::string text = EncodeResult(SomeResult());
  text += std::string(5'000'000, ' ');
  std::vector<double> shares;
  EXPECT_TRUE(DecodeFile(text, [&](double share) { shares.push_back(share); }));
  EXPECT_GE(shares.size(), 4u);
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_LE(shares.back(), 1);
}

}  // namespace
}  // namespace lab
