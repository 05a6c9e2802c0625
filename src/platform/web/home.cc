#include "platform/web/home.h"

#include <emscripten.h>

#include <cstdlib>

#include "platform/web/javascript.h"
#include "platform/web/page.h"

namespace lab {
namespace {

HomeEvents& Events() {
  static HomeEvents& events = *new HomeEvents;
  return events;
}

std::string Taken(char* text) {
  std::string copy(text);
  std::free(text);
  return copy;
}

}  // namespace

void OpenHome(HomeEvents events) {
  Events() = std::move(events);
  lab_home_open();
}

void SendToWindow(const std::string& notice) { lab_home_notice(notice.c_str()); }

}  // namespace lab

extern "C" {

EMSCRIPTEN_KEEPALIVE void lab_on_open(int cores, int isolated, int delays, char* system,
                                      char* origin) {
  lab::ThePage() = {.cores = cores,
                    .isolated = isolated != 0,
                    .delays = delays != 0,
                    .system = lab::Taken(system),
                    .origin = lab::Taken(origin)};
  lab::Events().open();
}

EMSCRIPTEN_KEEPALIVE void lab_on_request(char* text) { lab::Events().request(lab::Taken(text)); }

}  // extern "C"
