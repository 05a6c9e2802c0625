#include "base/printable.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(Printable, WhatPeopleWriteStaysAsItIs) {
  for (const char* text : {"", "count: 2×\n\tµs – naïve 日本語 🐍", "{\"a\": \"\\u001b\"}"})
    EXPECT_EQ(Printable(text), text);
}

TEST(Printable, WhatCommandsATerminalIsSpelledOut) {
  EXPECT_EQ(Printable("\x1b[31mred\x1b[0m"), "\\x1b[31mred\\x1b[0m");
  EXPECT_EQ(Printable("a\rb\b\a\x7f"), "a\\x0db\\x08\\x07\\x7f");
  EXPECT_EQ(Printable("\xc2\x9b"
                      "2J"),
            "\\x9b2J");           // CSI as one character
  EXPECT_EQ(Printable("\xe2\x80\xae"
                      "txt"),
            "\\u202etxt");   // right to left from here
}

TEST(Printable, WhatIsNoUtf8IsSpelledOutByteByByte) {
  EXPECT_EQ(Printable("\xff\xc3"), "\\xff\\xc3");
  EXPECT_EQ(Printable("\xc0\x9b"), "\\xc0\\x9b");  // an escape, longer than it has to be
  EXPECT_EQ(Printable("\xed\xa0\x80\xf5"), "\\xed\\xa0\\x80\\xf5");
}

}  // namespace
}  // namespace lab
