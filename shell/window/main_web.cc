// The panel as a module of the page: a window around its canvas, and the functions of page_calls.h.
#include <SDL.h>
#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "experiment/query.h"
#include "messages/codec.h"
#include "messages/file_pieces.h"
#include "shell/panel/panel.h"
#include "shell/toolkit/font_files.h"
#include "shell/toolkit/pane.h"
#include "shell/window/frames.h"
#include "shell/window/page_calls.h"
#include "shell/window/run_numbers.h"
#include "shell/window/surroundings.h"
#include "shell/window/window.h"

namespace lab::window {
namespace {

std::unique_ptr<Window> the_window;  // lives as long as the page
std::optional<PiecesOfFile> pieces;  // of a file that is read elsewhere
RunNumbers numbers;
int typing = 0;  // the session for which the page has a field

// The page's own parameter "theme" (see IsPageParameter).
std::string ThemeOf(std::string_view query) {
  for (const char* theme : {"auto", "light", "dark"}) {
    if (query.find(std::string("theme=") + theme) != std::string_view::npos) return theme;
  }
  return "auto";
}

std::string ControlsText() {
  const float ratio = the_window->DrawnRatio();
  std::string text = "[";
  for (const panel::Control& control : the_window->panel().focus().controls()) {
    text += Format("%s{\"name\":\"%s\",\"x\":%.1f,\"y\":%.1f,\"width\":%.1f,\"height\":%.1f}",
                   text.size() > 1 ? "," : "", control.name.c_str(), control.low.x / ratio,
                   control.low.y / ratio, (control.high.x - control.low.x) / ratio,
                   (control.high.y - control.low.y) / ratio);
  }
  return text + "]";
}

// Takes in what was typed before, so that a question about the focus is not answered from the past.
void CatchUp() {
  constexpr int kMost = 8;
  for (int frame = 0; frame < kMost && the_window->Frame() == 0; ++frame) continue;
}

void PlaceField(const panel::Typing& field) {
  const double ratio = the_window->DrawnRatio();
  const double height = field.high.y - field.low.y;
  const auto cut = [&](double hidden) { return std::clamp(hidden, 0.0, height) / ratio; };
  page_place_field(field.low.x / ratio, field.low.y / ratio, (field.high.x - field.low.x) / ratio,
                   height / ratio, cut(field.seen_low.y - field.low.y),
                   cut(field.high.y - field.seen_high.y), field.font_size / ratio);
}

void FollowTyping() {
  const panel::Typing& field = the_window->panel().typing();
  const int now = field.id == 0 || field.screen == 0 ? 0 : field.session;  // once it is drawn
  if (now != 0) PlaceField(field);
  if (now == typing) return;
  typing = now;
  if (now != 0) page_begin_typing(field.name.c_str(), field.began.c_str());
  else page_end_typing();
}

}  // namespace

// On the page nothing is remembered here: the page itself keeps theme and settings.
Remembered Recall() { return {}; }
void Remember(const Remembered&) {}
bool SystemIsDark() { return false; }

Surroundings PlatformSurroundings() {
  Surroundings page;
  page.send = [](const Request& request) {
    numbers.Asked(request, page_request(Encode(request).c_str()));
  };
  page.settings = [](const Experiment& experiment) {
    page_settings(FormatQuery(experiment).c_str());
  };
  page.save = [](const panel::File& file) {
    page_save(file.name.c_str(), file.mime.c_str(), file.text.c_str());
    return "";
  };
  page.save_picture = [](const std::string& name, const Pixels& pixels) {
    page_picture(name.c_str(), pixels.width, pixels.height, pixels.rgba.data());
    return "";
  };
  page.open = [] { page_open(); };
  page.recording = [](const std::string& name) { page_recording(name.c_str()); };
  page.copy = [](const std::string& text) {
    page_copy(text.c_str());
    return "";
  };
  page.announce = [](const std::string& text) { page_announce(text.c_str()); };
  page.theme = [](const std::string& name) { page_theme(name.c_str()); };
  page.link = [](const std::string& url) { page_link(url.c_str()); };
  return page;
}

}  // namespace lab::window

using lab::window::the_window;

extern "C" {

EMSCRIPTEN_KEEPALIVE void panel_frame() {
  if (!the_window) return;
  const auto next = the_window->Frame();
  lab::window::FollowTyping();
  if (next) page_next_frame(*next);
}

EMSCRIPTEN_KEEPALIVE void panel_notice(const char* json) {
  const lab::Result<lab::Notice> notice = lab::DecodeNotice(json);
  the_window->Post(notice ? lab::window::numbers.ForPanel(notice.value())
                          : lab::Notice(lab::Failed{0, notice.error(), "", {}}));
}

EMSCRIPTEN_KEEPALIVE const char* panel_ready_without_engine(const char* system, int cores,
                                                            double timer_step_s, int isolated,
                                                            int delays, const char* reason) {
  static std::string text;
  lab::Environment page;
  page.platform = "web";
  page.build = "none";
  page.system = system;
  page.cores = cores;
  page.timer_step_s = timer_step_s;
  page.isolated = isolated != 0;
  page.delays = delays != 0;
  lab::Ready ready = lab::ReadyWith(page);
  for (lab::ModelStatus& model : ready.models) model.reason = reason;
  text = lab::Encode(lab::Notice(std::move(ready)));
  return text.c_str();
}

EMSCRIPTEN_KEEPALIVE void panel_set_dark(int dark) { the_window->SetDark(dark != 0); }

EMSCRIPTEN_KEEPALIVE void panel_set_manners(int touch, int still, int framed) {
  the_window->SetTouch(touch != 0);
  the_window->SetStill(still != 0);
  the_window->SetFramed(framed != 0);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_set_colors(int more, int forced, int canvas, int text, int link) {
  lab::panel::Wishes wishes{.more_contrast = more != 0};
  const auto color = [](int rgb) { return static_cast<lab::panel::Rgb>(rgb); };
  if (forced != 0)
    wishes.forced = {.canvas = color(canvas), .text = color(text), .link = color(link)};
  the_window->SetWishes(wishes);
}

EMSCRIPTEN_KEEPALIVE void panel_open(const char* name, const char* text) {
  the_window->panel().Open(name, text);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_reading(const char* name, double share) {
  the_window->panel().TellReading(name, share);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_piece(const char* name, const char* text) {
  if (!lab::window::pieces) return;
  if (const auto fault = lab::window::pieces->Take(text)) {
    lab::window::pieces.reset();
    panel_refuse(name, fault->message.c_str(), fault->next.c_str());
  }
}

EMSCRIPTEN_KEEPALIVE void panel_show_pieces(const char* name) {
  if (lab::window::pieces && lab::window::pieces->any())
    the_window->panel().Show(name, lab::window::pieces->TakeFile());
  lab::window::pieces.reset();
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_drop_pieces() { lab::window::pieces.emplace(); }

EMSCRIPTEN_KEEPALIVE void panel_refuse(const char* name, const char* reason, const char* next) {
  the_window->panel().Show(
      name, lab::Error{.code = lab::ErrorCode::kInvalidArgument, .message = reason, .next = next});
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_replay(const char* name, const char* text) {
  the_window->panel().Replay(name, text);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_tell(const char* text) {
  the_window->panel().Tell(text);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_configure(const char* query) {
  lab::Configured configured = lab::ParseQuery(query);
  the_window->panel().Configure(configured.experiment, std::move(configured.complaints));
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE int panel_tab_leaves(int backwards) {
  lab::window::CatchUp();
  lab::panel::Focus& focus = the_window->panel().focus();
  if (!focus.AtEdge(backwards != 0)) return 0;
  focus.Clear();
  the_window->Wake();
  return 1;
}

EMSCRIPTEN_KEEPALIVE void panel_enter(int backwards) {
  lab::window::CatchUp();
  the_window->panel().focus().Enter(backwards != 0);
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_edit(const char* text) {
  the_window->panel().typing().edited = text;
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_take_typed(int leave) {
  using Asked = lab::panel::Typing::Asked;
  the_window->panel().typing().asked = leave != 0 ? Asked::kLeave : Asked::kKeep;
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE int panel_wheel_moves(double down) {
  return the_window->panel().WheelMoves(static_cast<float>(down)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int panel_finger_moves(double down) {
  lab::window::CatchUp();  // so that it is known what lies under the finger
  return lab::panel::CanScroll(static_cast<float>(down)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void panel_let_go() { the_window->LetGo(); }

EMSCRIPTEN_KEEPALIVE void panel_settle() {
  lab::window::CatchUp();
  lab::window::FollowTyping();
  the_window->Wake();
}

EMSCRIPTEN_KEEPALIVE void panel_hold(int shift, int ctrl, int alt) {
  const int locks = SDL_GetModState() & (KMOD_NUM | KMOD_CAPS);
  SDL_SetModState(static_cast<SDL_Keymod>(locks | (shift != 0 ? KMOD_LSHIFT : 0) |
                                          (ctrl != 0 ? KMOD_LCTRL : 0) |
                                          (alt != 0 ? KMOD_LALT : 0)));
}

EMSCRIPTEN_KEEPALIVE void panel_forget_keys() { SDL_ResetKeyboard(); }

EMSCRIPTEN_KEEPALIVE void panel_restore() { the_window->Restore(); }

EMSCRIPTEN_KEEPALIVE const char* panel_frame_times() {
  static std::string text;
  text = "[";
  for (double time : the_window->FrameTimes())
    text += lab::Format(text.size() > 1 ? ",%.3f" : "%.3f", time);
  text += "]";
  return text.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* panel_controls() {
  static std::string text;
  text = lab::window::ControlsText();
  return text.c_str();
}

}  // extern "C"

int main(int argc, char** argv) {
  const std::string query = argc > 1 ? argv[1] : "";
  lab::Configured configured = lab::ParseQuery(query);
  auto opened = lab::window::Window::Open({.experiment = std::move(configured.experiment),
                                           .complaints = std::move(configured.complaints),
                                           .theme = lab::window::ThemeOf(query)});
  if (!opened) {
    page_failed(opened.error().message.c_str(), opened.error().next.c_str());
    return 1;
  }
  the_window = std::move(opened).value();
  the_window->panel().typing().elsewhere = true;
  const auto font = lab::panel::JetBrainsMonoRegular();
  page_font(font.data(), static_cast<int>(font.size()));
  page_start();
  return the_window->Run();
}
