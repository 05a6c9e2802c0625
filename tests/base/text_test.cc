#include "base/text.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace lab {
namespace {

TEST(Text, LosesItsCapitalInTheMiddleOfASentence) {
  EXPECT_EQ(Uncapital("Two threads"), "two threads");
  EXPECT_EQ(Uncapital("GIL"), "GIL");
  EXPECT_EQ(Uncapital("A"), "a");
  EXPECT_EQ(Uncapital(""), "");
}

TEST(Text, ShorterThanAStepOfTheClockIsNoMoreThanThat) {
  EXPECT_EQ(DurationSeen(2.6e-7, 0.0167), "< 16.7 ms");
  EXPECT_EQ(DurationSeen(0.02, 0.0167), Duration(0.02));
  EXPECT_EQ(DurationSeen(0, 0), Duration(0));
}

TEST(Text, GroupsDigitsInThrees) {
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(-1234567), "-1,234,567");
  EXPECT_EQ(Grouped(1e12), "1,000,000,000,000");
}

TEST(Text, GivesDurationsAUnitThatSuitsThem) {
  EXPECT_EQ(Duration(123.4), "123 s");
  EXPECT_EQ(Duration(12.34), "12.3 s");
  EXPECT_EQ(Duration(0.5236), "0.52 s");
  EXPECT_EQ(Duration(0.0183), "18.3 ms");
  EXPECT_EQ(Duration(0.00183), "1.83 ms");
  EXPECT_EQ(Duration(0.000042), "42 µs");
  EXPECT_EQ(Duration(5e-6), "5.00 µs");
}

TEST(Text, EstimatesTimeAsPeopleDo) {
  EXPECT_EQ(RoughTime(0.2), "1 s");
  EXPECT_EQ(RoughTime(7.75), "8 s");
  EXPECT_EQ(RoughTime(43), "45 s");
  EXPECT_EQ(RoughTime(55), "1 min");
  EXPECT_EQ(RoughTime(89), "1 min");
  EXPECT_EQ(RoughTime(250), "4 min");
  EXPECT_EQ(RoughTime(3 * 3600), "3 h");
}

TEST(Text, WritesNumbersAsSentencesDo) {
  EXPECT_EQ(NumberWord(0), "no");
  EXPECT_EQ(NumberWord(12), "twelve");
  EXPECT_EQ(NumberWord(13), "13");
  EXPECT_EQ(NumberWord(2000), "2,000");
  EXPECT_EQ(NumberWord(-1), "-1");
  EXPECT_EQ(Often(1), "once");
  EXPECT_EQ(Often(1.8), "twice");
  EXPECT_EQ(Often(3), "three times");
  EXPECT_EQ(Often(1201), "1,201 times");
  EXPECT_EQ(Capital("two threads"), "Two threads");
  EXPECT_EQ(Capital("a thread"), "A thread");
  EXPECT_EQ(Capital("zero threads"), "Zero threads");
  EXPECT_EQ(Capital("20 threads"), "20 threads");
  EXPECT_EQ(Capital(""), "");
}

TEST(Text, ReadsWholeDecimalNumbersOnly) {
  EXPECT_EQ(ParseNumber("250"), 250);
  EXPECT_EQ(ParseNumber("-0.5"), -0.5);
  EXPECT_EQ(ParseNumber("1e9"), 1e9);
  for (const char* text :
       {"", " 1", "1 ", "0x10", "nan", "NaN", "inf", "1e999", "5ms", "e", "--1", "1.2.3"}) {
    EXPECT_FALSE(ParseNumber(text)) << '"' << text << '"';
  }
}

TEST(Result, NamesOfCodesReadBack) {
  for (const ErrorCode code :
       {ErrorCode::kInvalidArgument, ErrorCode::kUnavailable, ErrorCode::kBusy,
        ErrorCode::kCancelled, ErrorCode::kDownloadFailed, ErrorCode::kWorkerFailed,
        ErrorCode::kWrongResult, ErrorCode::kProtocol, ErrorCode::kInternal}) {
    EXPECT_EQ(CodeNamed<ErrorCode>(Name(code)), code);
  }
  EXPECT_FALSE(CodeNamed<ErrorCode>("nonsense"));
}

}  // namespace
}  // namespace lab
