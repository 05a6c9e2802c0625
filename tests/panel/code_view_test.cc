// Programs, looked at and copied as a person would.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "code/cpp_code.h"
#include "code/python_code.h"
#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "imgui_internal.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

// The child window of that name, e.g. the pane of a program; null while it is not drawn.
ImGuiWindow* WindowOf(const std::string& name) {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (window->Active && std::strstr(window->Name, name.c_str()) != nullptr) return window;
  }
  return nullptr;
}

void Wheel(Headless& headless, const ImGuiWindow* over, float steps) {
  ImGui::GetIO().AddMousePosEvent(over->Pos.x + 20, over->Pos.y + 20);
  headless.Settle();
  ImGui::GetIO().AddMouseWheelEvent(0, steps);
  headless.Settle();
}

// A finger that goes `by` in some steps, from a place in the middle of the pane.
void Drag(Headless& headless, const ImGuiWindow* over, ImVec2 by) {
  ImGuiIO& io = ImGui::GetIO();
  const ImVec2 from = over->Rect().GetCenter();
  io.AddMousePosEvent(from.x, from.y);
  io.AddMouseButtonEvent(0, true);
  headless.Settle();
  for (int step = 1; step <= 10; ++step) {
    io.AddMousePosEvent(from.x + by.x * static_cast<float>(step) / 10,
                        from.y + by.y * static_cast<float>(step) / 10);
    headless.Settle();
  }
  io.AddMouseButtonEvent(0, false);
  headless.Settle();
}

TEST(CodeViewTest, AModelAndAVariantAreChosenAndCopied) {
  Headless headless({.width = 1280, .height = 1600});
  EXPECT_FALSE(headless.Shows("copy-code"));
  headless.Click("code");
  headless.Click("copy-code");
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(headless.asked.copy, PythonCode(count, "threads-gil").front().text);
  headless.Click("code-processes");
  headless.Click("copy-code");
  EXPECT_EQ(headless.asked.copy, PythonCode(count, "processes").front().text);
  headless.Click("code-concurrent.futures");
  headless.Click("copy-code");
  EXPECT_EQ(headless.asked.copy, PythonCode(count, "processes").back().text);
  headless.Click("code-process_pool.cc");
  headless.Click("copy-code");
  EXPECT_EQ(headless.asked.copy, CppCode(ExperimentKind::kCount, "processes").front().text);
  headless.Click("code");
  EXPECT_FALSE(headless.Shows("copy-code"));
}

TEST(CodeViewTest, TheProgramFollowsTheSettings) {
  Headless headless({.width = 1280, .height = 1600});
  headless.Click("code");
  headless.Click("heavy");
  headless.Click("workers");
  headless.Type("3");
  headless.Key(ImGuiKey_Enter);
  headless.Click("copy-code");
  Experiment heavy = MakeExperiment(ExperimentKind::kHeavy);
  heavy.workers = 3;
  EXPECT_EQ(headless.asked.copy, PythonCode(heavy, "threads-gil").front().text);
}

TEST(CodeViewTest, EveryExperimentHasTheProgramsOfEveryModel) {
  Headless headless({.width = 1280, .height = 1600});
  headless.Click("code");
  for (const ExperimentInfo& info : Experiments()) {
    headless.Click(std::string(info.name));
    for (const ModelInfo& model : Models()) {
      headless.Click("code-" + std::string(model.name));
      for (const CodeVariant& variant : PythonCode(MakeExperiment(info.kind), model.name)) {
        headless.Click("code-" + variant.name);
        headless.Click("copy-code");
        EXPECT_EQ(headless.asked.copy, variant.text)
            << info.name << ", " << model.name << ", " << variant.name;
      }
    }
  }
}

TEST(CodeViewTest, AVariantThatIsMissingBecomesTheFirst) {
  Headless headless({.width = 1280, .height = 1600});
  headless.Click("code");
  headless.Click("code-gil.cc");
  headless.Click("code-sequential");
  headless.Click("copy-code");
  EXPECT_EQ(headless.asked.copy,
            PythonCode(MakeExperiment(ExperimentKind::kCount), "sequential").front().text);
  headless.Click("code-processes");
  headless.Click("code-multiprocessing.Pool");
  headless.Click("convoy");
  headless.Click("copy-code");
  EXPECT_EQ(headless.asked.copy,
            PythonCode(MakeExperiment(ExperimentKind::kConvoy), "processes").front().text);
}

TEST(CodeViewTest, TheWidestLineCanBeReached) {
  for (const float width : {360.f, 1280.f, 2560.f}) {
    Headless headless({.width = width, .height = 1600, .touch = width < 720});
    headless.Click("code");
    headless.Click("code-threads.cc");
    const ImGuiWindow* pane = WindowOf("threads-gilthreads.cc");
    ASSERT_NE(pane, nullptr) << width;
    ImFont* font =
        width < 720 ? ImGui::GetIO().Fonts->Fonts.back() : ImGui::GetIO().Fonts->Fonts[4];
    const std::string text = CppCode(ExperimentKind::kCount, "threads-gil")[1].text;
    const ImVec2 content = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
    EXPECT_GE(pane->ScrollMax.x + pane->InnerRect.GetWidth(), content.x) << width;
    EXPECT_GE(pane->ScrollMax.y + pane->InnerRect.GetHeight(), content.y) << width;
    EXPECT_GT(pane->ScrollMax.y, 0) << width;
    if (width < 720) EXPECT_GT(pane->ScrollMax.x, 0);
  }
}

TEST(CodeViewTest, TheWheelScrollsTheProgramAndThenThePage) {
  Headless headless({.width = 1280, .height = 700});
  headless.Click("code");
  ImGuiWindow* pane = WindowOf("threads-gilthreading");
  ASSERT_NE(pane, nullptr);
  ImGuiWindow* page = pane->ParentWindow;
  const float page_at = page->Scroll.y;
  EXPECT_GT(page_at, 0);
  headless.Settle();
  Wheel(headless, pane, -1);
  EXPECT_GT(pane->Scroll.y, 0);
  EXPECT_EQ(page->Scroll.y, page_at);
  Wheel(headless, pane, 30);
  EXPECT_EQ(pane->Scroll.y, 0);
  Wheel(headless, pane, 1);
  EXPECT_LT(page->Scroll.y, page_at);
}

TEST(CodeViewTest, AFingerMovesTheProgramSidewaysAndDownAndAtItsEndThePage) {
  Headless headless({.width = 360, .height = 640, .touch = true});
  ImGuiWindow* page = WindowOf("stage");
  ASSERT_NE(page, nullptr);
  ImGui::SetScrollY(page, headless.panel.focus().Find("code")->low.y - page->Pos.y);
  headless.Settle();
  headless.Click("code");
  ImGuiWindow* pane = WindowOf("threads-gilthreading");
  ASSERT_NE(pane, nullptr);
  ImGui::SetScrollY(page, pane->Pos.y + page->Scroll.y - page->Pos.y);
  headless.Settle();
  const float page_at = page->Scroll.y;
  ASSERT_GT(page_at, 0);
  Drag(headless, pane, {-80, 5});
  EXPECT_GT(pane->Scroll.x, 40);
  Drag(headless, pane, {0, -80});
  EXPECT_GT(pane->Scroll.y, 40);
  EXPECT_NEAR(page->Scroll.y, page_at, 12) << "but for the first step the page stays";
  ImGui::SetScrollY(pane, 0);
  headless.Settle();
  Drag(headless, pane, {0, 100});
  EXPECT_LT(page->Scroll.y, page_at - 40);
}

TEST(CodeViewTest, KeysScrollTheProgramThatHasTheFocus) {
  Headless headless({.width = 1280, .height = 700});
  headless.Click("code");
  headless.panel.focus().Take(headless.panel.focus().Find("code-text")->id);
  headless.Settle();
  ImGuiWindow* pane = WindowOf("threads-gilthreading");
  ASSERT_NE(pane, nullptr);
  headless.Key(ImGuiKey_End);
  EXPECT_EQ(pane->Scroll.y, pane->ScrollMax.y);
  headless.Key(ImGuiKey_Home);
  EXPECT_EQ(pane->Scroll.y, 0);
  headless.Key(ImGuiKey_DownArrow);
  EXPECT_GT(pane->Scroll.y, 0);
}

TEST(CodeViewTest, TheFontHasEveryCharacter) {
  Headless headless;
  const ImFont* mono = ImGui::GetIO().Fonts->Fonts.back();
  const auto check = [&](const CodeVariant& variant) {
    const char* end = variant.text.data() + variant.text.size();
    for (const char* at = variant.text.data(); at < end;) {
      unsigned character = 0;
      at += ImTextCharFromUtf8(&character, at, end);
      if (character != '\n')
        EXPECT_NE(mono->FindGlyphNoFallback(static_cast<ImWchar>(character)), nullptr)
            << variant.name << ": " << character;
    }
  };
  for (const ExperimentInfo& info : Experiments()) {
    for (const ModelInfo& model : Models()) {
      std::ranges::for_each(PythonCode(MakeExperiment(info.kind), model.name), check);
      std::ranges::for_each(CppCode(info.kind, model.name), check);
    }
  }
}

}  // namespace
}  // namespace lab::panel
