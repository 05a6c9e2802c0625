#include "words/text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lab {
namespace {

constexpr Text kPlain{"test.plain", "The sequential run is the baseline."};
constexpr Text kNamed{"test.named", "{name} took {time}."};
constexpr Text kSpelled{"test.spelled", "{count, Spell} of {all, spell}, that is {all}."};
constexpr Text kTurns{
    "test.turns",
    "They took turns {count, plural, =1 {once} =2 {twice} other {{count, spell} times}}."};
constexpr Text kWorkers{"test.workers",
                        "{count, plural, =2 {Both {noun}s} one {The {noun}} other {All {count, "
                        "spell} {noun}s}} {count, plural, one {was} other {were}} ready."};
constexpr Text kNearest{
    "test.nearest", "No such option{nearest, select, none {} other {; did you mean {nearest}?}}"};
constexpr Text kState{"test.state", "It {state, select, done {is done} other {goes on}}."};

TEST(Text, SaysWhatNeedsNoValue) {
  EXPECT_EQ(Phrase<kPlain>(), "The sequential run is the baseline.");
}

TEST(Text, PutsValuesInByName) {
  EXPECT_EQ((Phrase<kNamed>("time"_a = std::string("5 ms"), "name"_a = "{count}")),
            "{count} took 5 ms.");
  EXPECT_EQ((Phrase<kNamed>("name"_a = std::string_view("Size"), "time"_a = 0.25)),
            "Size took 0.25.");
}

TEST(Text, SpellsSmallNumbersAndGroupsTheDigitsOfLargeOnes) {
  EXPECT_EQ((Phrase<kSpelled>("count"_a = 2, "all"_a = 12)), "Two of twelve, that is 12.");
  EXPECT_EQ((Phrase<kSpelled>("count"_a = 13, "all"_a = 4'000'000)),
            "13 of 4,000,000, that is 4,000,000.");
}

TEST(Text, ChoosesByHowMany) {
  EXPECT_EQ((Phrase<kTurns>("count"_a = 1)), "They took turns once.");
  EXPECT_EQ((Phrase<kTurns>("count"_a = 2)), "They took turns twice.");
  EXPECT_EQ((Phrase<kTurns>("count"_a = 0)), "They took turns no times.");
  EXPECT_EQ((Phrase<kTurns>("count"_a = 201)), "They took turns 201 times.");
}

TEST(Text, ChoosesBranchesThatHaveArguments) {
  EXPECT_EQ((Phrase<kWorkers>("count"_a = 1, "noun"_a = "thread")), "The thread was ready.");
  EXPECT_EQ((Phrase<kWorkers>("count"_a = 2, "noun"_a = "thread")), "Both threads were ready.");
  EXPECT_EQ((Phrase<kWorkers>("count"_a = 3, "noun"_a = "thread")),
            "All three threads were ready.");
}

TEST(Text, ChoosesByATextAndByWhetherThereIsOne) {
  EXPECT_EQ((Phrase<kNearest>("nearest"_a = "")), "No such option");
  EXPECT_EQ((Phrase<kNearest>("nearest"_a = "--workers")),
            "No such option; did you mean --workers?");
  EXPECT_EQ((Phrase<kState>("state"_a = "done")), "It is done.");
  EXPECT_EQ((Phrase<kState>("state"_a = "under way")), "It goes on.");
}

TEST(Text, StandsInTables) {
  static constexpr PlainText kHalf{"test.half", "half"};
  static constexpr CountedText kThreads{
      "test.threads", "{count, Spell} {count, plural, one {thread} other {threads}}"};
  EXPECT_EQ(Phrase(kHalf), "half");
  EXPECT_EQ(Phrase(kThreads, 1), "One thread");
  EXPECT_EQ(Phrase(kThreads, 2), "Two threads");
}

TEST(Text, EnumeratesThings) {
  EXPECT_EQ(Listed({}), "");
  EXPECT_EQ(Listed(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(Listed(std::vector<std::string>{"a", "b"}), "a and b");
  EXPECT_EQ(Listed(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

// What does not compile: a value too few, one too many, a brace that is not closed.
static_assert(!Gives(kNamed.english, std::array<std::string_view, 1>{"name"}));
static_assert(!Gives(kWorkers.english, std::array<std::string_view, 1>{"count"}),
              "names within branches count");
static_assert(Wants(kWorkers.english, "noun") && !Wants(kWorkers.english, "time"));

}  // namespace
}  // namespace lab
