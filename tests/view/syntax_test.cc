#include "shell/view/syntax.h"

#include <gtest/gtest.h>

#include <string>

#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "code/cpp_code.h"
#include "code/python_code.h"

namespace lab::panel {
namespace {

// The text with its comments in (), keywords in <> and strings in [].
std::string Marked(std::string_view program, Syntax syntax) {
  std::string text;
  for (const TextPart& part : PartsOf(program, syntax)) {
    const char* marks = part.kind == PartKind::kComment   ? "()"
                        : part.kind == PartKind::kKeyword ? "<>"
                        : part.kind == PartKind::kString  ? "[]"
                                                          : "";
    text += *marks == 0 ? std::string(part.text) : marks[0] + std::string(part.text) + marks[1];
  }
  return text;
}

TEST(Syntax, KnowsThePartsOfPython) {
  EXPECT_EQ(Marked("def f(x):  # why\n    return \"a # b\"\n", Syntax::kPython),
            "<def> f(x):  (# why)\n    <return> [\"a # b\"]\n");
  EXPECT_EQ(Marked("\"\"\"Title \"so\".\n\nif.\n\"\"\"\nimport os", Syntax::kPython),
            "(\"\"\"Title \"so\".\n\nif.\n\"\"\")\n<import> os");
  EXPECT_EQ(Marked("forty = f\"{x}\\\"\" + 'y'", Syntax::kPython),
            "forty = f[\"{x}\\\"\"] + ['y']");
  EXPECT_EQ(Marked("x = 1_000  # \"1000\"", Syntax::kPython), "x = 1_000  (# \"1000\")");
}

TEST(Syntax, KnowsThePartsOfCpp) {
  EXPECT_EQ(Marked("#include \"a.h\"  // it's\nint x;", Syntax::kCpp),
            "<#include> [\"a.h\"]  (// it's)\n<int> x;");
  EXPECT_EQ(Marked("auto x = 1'000 + '\\'';", Syntax::kCpp), "<auto> x = 1'000 + ['\\''];");
  EXPECT_EQ(Marked("interval.int_x = a / b;", Syntax::kCpp), "interval.int_x = a / b;");
}

TEST(Syntax, WhatIsNotClosedEndsWithTheText) {
  for (const char* text : {"\"", "\"\"\"", "\"\"\"a\n", "'", "\"\\", "#", "/", "\"a\nb"}) {
    for (const Syntax syntax : {Syntax::kPython, Syntax::kCpp}) {
      std::string whole;
      for (const TextPart& part : PartsOf(text, syntax)) whole += part.text;
      EXPECT_EQ(whole, text);
    }
  }
}

// A quote that is taken for the end of another one colours the rest of a file.
TEST(Syntax, StringsOfEveryProgramThatIsShownEndWhereTheyShould) {
  const auto check = [](const CodeVariant& variant, Syntax syntax) {
    std::string whole;
    for (const TextPart& part : PartsOf(variant.text, syntax)) {
      whole += part.text;
      const bool one_line = part.text.find('\n') == part.text.npos;
      if (part.kind == PartKind::kString)
        EXPECT_TRUE(one_line && part.text.front() == part.text.back())
            << variant.name << ": " << part.text;
      if (part.kind == PartKind::kComment)
        EXPECT_TRUE(one_line || (part.text.starts_with("\"\"\"") && part.text.ends_with("\"\"\"")))
            << variant.name << ": " << part.text;
    }
    EXPECT_EQ(whole, variant.text);
  };
  for (const ExperimentInfo& info : Experiments()) {
    for (const ModelInfo& model : Models()) {
      for (const CodeVariant& variant : PythonCode(MakeExperiment(info.kind), model.name))
        check(variant, Syntax::kPython);
      for (const CodeVariant& variant : CppCode(info.kind, model.name))
        check(variant, Syntax::kCpp);
    }
  }
}

}  // namespace
}  // namespace lab::panel
