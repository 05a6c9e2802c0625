// What becomes of SDL's events in Dear ImGui.
#include "shell/window/input.h"

#include <gtest/gtest.h>

#include "imgui.h"
#include "imgui_internal.h"

namespace lab::window {
namespace {

class InputTest : public testing::Test {
 protected:
  InputTest() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int size = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &size, &size);
  }
  ~InputTest() override { ImGui::DestroyContext(context_); }

  bool Presses(ImGuiKey key, SDL_Keycode code, SDL_Scancode scancode = SDL_SCANCODE_UNKNOWN,
               Uint16 mod = 0) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym = {.scancode = scancode, .sym = code, .mod = mod, .unused = 0};
    input_.Handle(event, 1, 100, 100);
    ImGui::GetIO().DisplaySize = {100, 100};
    ImGui::NewFrame();
    const bool pressed = ImGui::IsKeyPressed(key);
    ImGui::EndFrame();
    event.type = SDL_KEYUP;
    input_.Handle(event, 1, 100, 100);
    return pressed;
  }

  Input input_;
  ImGuiContext* context_;
};

TEST_F(InputTest, TheNumericPadMovesWhereItIsNone) {
  EXPECT_TRUE(Presses(ImGuiKey_Home, SDLK_KP_7, SDL_SCANCODE_KP_7));
  EXPECT_FALSE(Presses(ImGuiKey_End, SDLK_KP_1, SDL_SCANCODE_KP_1, KMOD_NUM))
      << "its character comes as text";
}

TEST_F(InputTest, ShortcutsAreWhereLatinLettersAre) {
  constexpr SDL_Keycode kCyrillicEm = 0x43C;
  EXPECT_TRUE(Presses(ImGuiKey_V, kCyrillicEm, SDL_SCANCODE_V, KMOD_LCTRL));
  EXPECT_TRUE(Presses(ImGuiKey_Z, SDLK_z, SDL_SCANCODE_Y, KMOD_LCTRL)) << "a German layout";
}

TEST_F(InputTest, AFingerThatIsLetGoPressesNothing) {
  SDL_Event event{};
  event.tfinger = {.type = SDL_FINGERDOWN,
                   .timestamp = 0,
                   .touchId = 1,
                   .fingerId = 3,
                   .x = 0.5f,
                   .y = 0.5f,
                   .dx = 0,
                   .dy = 0,
                   .pressure = 1,
                   .windowID = 0};
  for (const bool lets_go : {true, false}) {
    event.type = SDL_FINGERDOWN;
    input_.Handle(event, 1, 100, 100);
    if (lets_go) input_.LetGo();
    event.type = SDL_FINGERUP;
    input_.Handle(event, 1, 100, 100);
    bool released_there = false;
    ImGui::GetIO().DisplaySize = {100, 100};
    do {
      ImGui::NewFrame();
      released_there |= ImGui::IsMouseReleased(ImGuiMouseButton_Left) && ImGui::IsMousePosValid();
      ImGui::EndFrame();
    } while (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0);
    EXPECT_EQ(released_there, !lets_go);
  }
}

}  // namespace
}  // namespace lab::window
