#include "shell/window/window.h"

#include <SDL.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/mutex.h"
#include "shell/panel/panel.h"
#include "shell/window/file_reader.h"
#include "shell/window/frame_times.h"
#include "shell/window/frames.h"
#include "shell/window/input.h"
#include "shell/window/picture.h"
#include "shell/window/renderer.h"
#include "shell/window/surface.h"
#include "shell/window/surroundings.h"

namespace lab::window {

using Clock = std::chrono::steady_clock;

struct Window::Parts {
  WindowOptions options;
  Surroundings around;
  Surface surface;
  std::unique_ptr<Renderer> renderer;
  Input input;
  class FrameTimes times;
  std::unique_ptr<panel::Panel> panel;
  std::string theme;
  std::optional<bool> dark;       // set from outside
  bool system_dark = false;
  bool still = false;
  bool framed = false;
  panel::Wishes wishes{};
  bool closed = false;
  int frames_owed = 1;            // a press and its release are two frames of ImGui, at least
  std::optional<Clock::time_point> again_at;
  float ratio = 1;                // of the last frame
  Clock::time_point last_frame = Clock::now();
  SDL_Cursor* arrow = nullptr;
  SDL_Cursor* hand = nullptr;
  SDL_Cursor* beam = nullptr;
  std::atomic<bool> quiet = false;  // a trial is under way that drawing would disturb
  Mutex mutex;
  std::vector<Notice> posted LAB_GUARDED_BY(mutex);
  std::atomic<bool> file_news = false;
  FileReader reader{[this] {
    file_news = true;
    WakeFrames();
  }};

  panel::Viewport Viewport() const;
  void TakeNotices();
  void TakeFiles();
  void DrawWithin(std::chrono::milliseconds time);
  void TakeEvents();
  void TakeEvent(const SDL_Event& event);
  void Draw();
  void Act(const panel::Actions& actions);
  void SavePicture(const std::string& name);
  void ShowCursor();
};

namespace {

constexpr int kFramesAfterEvent = 3;
constexpr std::chrono::seconds kPatience(1);

void StartImGui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "speedup-lab";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigInputTextCursorBlink = false;
  io.SetClipboardTextFn = [](void*, const char* text) { SDL_SetClipboardText(text); };
  io.GetClipboardTextFn = [](void*) -> const char* {
    static std::string kept;
    char* text = SDL_GetClipboardText();
    kept = text ? text : "";
    SDL_free(text);
    return kept.c_str();
  };
}

}  // namespace

panel::Viewport Window::Parts::Viewport() const {
  int width = 0;
  int height = 0;
  SDL_GL_GetDrawableSize(surface.window, &width, &height);
  const bool chosen_dark = theme == "dark" || (theme != "light" && system_dark);
  return {.width = static_cast<float>(width),
          .height = static_cast<float>(height),
          .pixel_ratio = PixelRatio(surface, options.scale),
          .touch = input.touch(),
          .framed = framed,
          .dark = dark.value_or(chosen_dark),
          .still = still,
          .wishes = wishes};
}

void Window::Parts::TakeNotices() {
  std::vector<Notice> taken;
  {
    const MutexLock lock(mutex);
    taken.swap(posted);
  }
  for (const Notice& notice : taken) panel->Receive(notice);
  if (taken.empty()) return;
  // What there is to see waits for a trial that leaves cores free, but not for long.
  quiet = panel::DrawingDisturbs(panel->state());
  if (quiet) DrawWithin(kPatience);
  else frames_owed = std::max(frames_owed, 1);
}

void Window::Parts::TakeFiles() {
  if (!file_news.exchange(false)) return;
  reader.Tell(*panel);
  frames_owed = std::max(frames_owed, kFramesAfterEvent);
}

void Window::Parts::DrawWithin(std::chrono::milliseconds time) {
  const Clock::time_point at = Clock::now() + time;
  again_at = again_at ? std::min(*again_at, at) : at;
}

void Window::Parts::TakeEvents() {
  for (SDL_Event event; SDL_PollEvent(&event) != 0;) TakeEvent(event);
}

void Window::Parts::TakeEvent(const SDL_Event& event) {
  if (event.type == SDL_USEREVENT) return;  // only there to wake us
  frames_owed = kFramesAfterEvent;
  if (event.type == SDL_QUIT) closed = true;
  if (event.type == SDL_DROPFILE) {
    reader.Read(event.drop.file);
    SDL_free(event.drop.file);
  }
  const panel::Viewport view = Viewport();
  int width = 1;
  SDL_GetWindowSize(surface.window, &width, nullptr);
  input.Handle(event, view.width / static_cast<float>(std::max(1, width)), view.width, view.height);
}

void Window::Parts::Draw() {
  panel::Viewport view = Viewport();
  view.pinch = input.TakePinch();
  ratio = view.pixel_ratio;
  const Clock::time_point start = Clock::now();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {view.width, view.height};
  io.DeltaTime = std::max(1e-4f, std::chrono::duration<float>(start - last_frame).count());
  last_frame = start;
  if (panel->Prepare(view)) renderer->UploadFonts();
  ImGui::NewFrame();
  const panel::Actions actions = panel->Draw(view);
  ImGui::Render();
  const ImU32 ground = ImGui::GetColorU32(ImGuiCol_WindowBg);
  renderer->Render(*ImGui::GetDrawData(), static_cast<int>(view.width),
                   static_cast<int>(view.height), ground);
  times.Add(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  SDL_GL_SwapWindow(surface.window);
  ShowCursor();
  Act(actions);
}

void Window::Parts::Act(const panel::Actions& actions) {
  for (const Request& request : actions.requests) around.send(request);
  if (actions.experiment) around.settings(*actions.experiment);
  const auto tell = [&](const std::string& line) {
    if (!line.empty()) panel->Tell(line);
  };
  if (actions.copy) tell(around.copy(*actions.copy));
  for (const std::string& text : actions.announcements) around.announce(text);
  if (actions.link) around.link(*actions.link);
  if (actions.save) tell(around.save(*actions.save));
  if (actions.picture) SavePicture(*actions.picture);
  if (actions.open) around.open();
  if (actions.recording) around.recording(*actions.recording);
  if (actions.theme) {
    theme = *actions.theme;
    around.theme(theme);
  }
  again_at.reset();
  if (actions.again_in_s)
    DrawWithin(std::chrono::milliseconds(static_cast<int>(*actions.again_in_s * 1000) + 1));
  if (quiet) DrawWithin(kPatience);
  const bool acted = actions.experiment || actions.save || actions.picture || actions.theme ||
                     actions.copy || !actions.requests.empty();
  if (acted) frames_owed = std::max(frames_owed, 1);
}

void Window::Parts::SavePicture(const std::string& name) {
  const Result<Pixels> pixels = DrawPicture(*renderer, panel->state(), Viewport());
  const std::string line = pixels ? around.save_picture(name, pixels.value())
                                  : pixels.error().message + " " + pixels.error().next;
  if (!line.empty()) panel->Tell(line);
}

void Window::Parts::ShowCursor() {
  const ImGuiMouseCursor wanted = ImGui::GetMouseCursor();
  SDL_Cursor* cursor = wanted == ImGuiMouseCursor_Hand        ? hand
                       : wanted == ImGuiMouseCursor_TextInput ? beam
                                                              : arrow;
  if (cursor != SDL_GetCursor()) SDL_SetCursor(cursor);
}

Result<std::unique_ptr<Window>> Window::Open(WindowOptions options, Surroundings surroundings) {
  const Remembered last = Recall();
  Result<Surface> surface = MakeSurface("Speedup Lab", last.width, last.height);
  if (!surface) return surface.error();
  auto parts = std::make_unique<Parts>();
  parts->surface = surface.value();
  parts->theme = options.theme.empty() ? last.theme : options.theme;
  parts->system_dark = SystemIsDark();
  parts->around = std::move(surroundings);
  if (options.send) parts->around.send = options.send;
  StartImGui();
  parts->renderer = std::make_unique<Renderer>(parts->surface.shader_version);
  parts->panel =
      std::make_unique<panel::Panel>(options.experiment, options.complaints, parts->theme);
  parts->options = std::move(options);
  parts->arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
  parts->hand = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND);
  parts->beam = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_IBEAM);
  return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Result<std::unique_ptr<Window>> Window::Open(WindowOptions options) {
  return Open(std::move(options), PlatformSurroundings());
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Window::~Window() {
  Remembered now{.theme = parts_->theme};
  SDL_GetWindowSize(parts_->surface.window, &now.width, &now.height);
  Remember(now);
  ImGui::DestroyContext();
  for (SDL_Cursor* cursor : {parts_->arrow, parts_->hand, parts_->beam}) SDL_FreeCursor(cursor);
  EndSurface(parts_->surface);
}

void Window::Post(Notice notice) {
  const bool can_wait = parts_->quiet && std::holds_alternative<TraceGrown>(notice);
  {
    const MutexLock lock(parts_->mutex);
    parts_->posted.push_back(std::move(notice));
  }
  if (!can_wait) WakeFrames();
}

void Window::ReadFile(std::string path) { parts_->reader.Read(std::move(path)); }

int Window::Run() {
  RunFrames(*this);
  return 0;
}

std::optional<double> Window::Frame() {
  Parts& parts = *parts_;
  parts.TakeEvents();
  parts.TakeNotices();
  parts.TakeFiles();
  if (parts.again_at && Clock::now() >= *parts.again_at)
    parts.frames_owed = std::max(parts.frames_owed, 1);
  if (parts.frames_owed > 0) {
    --parts.frames_owed;
    parts.Draw();
  }
  if (parts.frames_owed > 0 || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) {
    parts.frames_owed = std::max(parts.frames_owed, 1);
    return 0;
  }
  if (!parts.again_at) return std::nullopt;
  return std::max(0.001, std::chrono::duration<double>(*parts.again_at - Clock::now()).count());
}

bool Window::closed() const { return parts_->closed; }
float Window::DrawnRatio() const { return parts_->ratio; }
panel::Panel& Window::panel() { return *parts_->panel; }
std::vector<double> Window::FrameTimes() const { return parts_->times.All(); }

void Window::SetDark(bool dark) {
  parts_->dark = dark;
  Wake();
}

void Window::SetTouch(bool touch) { parts_->input.set_touch(touch); }
void Window::SetStill(bool still) { parts_->still = still; }
void Window::SetFramed(bool framed) { parts_->framed = framed; }

void Window::SetWishes(const panel::Wishes& wishes) {
  parts_->wishes = wishes;
  Wake();
}

void Window::LetGo() {
  parts_->TakeEvents();  // theirs may be waiting
  parts_->input.LetGo();
  Wake();
}

void Window::Wake() {
  parts_->frames_owed = kFramesAfterEvent;
  WakeFrames();
}

void Window::Restore() {
  parts_->renderer = std::make_unique<Renderer>(parts_->surface.shader_version);
  parts_->renderer->UploadFonts();
  Wake();
}

}  // namespace lab::window
