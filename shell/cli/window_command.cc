#include <cstdio>
#include <memory>
#include <optional>

#include "platform/native/read_text.h"
#include "shell/cli/commands.h"
#include "shell/cli/session.h"
#include "shell/panel/panel.h"
#include "shell/window/window.h"

namespace lab {

int Open(const WindowCommand& command) {
  for (const std::string& file : command.files) {
    const std::optional<Error> fault = WhyNotRead(file);
    if (!fault) continue;
    std::fprintf(stderr, "speedup-lab: %s %s\n", fault->message.c_str(), fault->next.c_str());
    return kUsage;
  }
  Session* engine = nullptr;
  Result<std::unique_ptr<window::Window>> opened = window::Window::Open({.experiment = command.experiment,
                                                                        .complaints = command.complaints,
                                                                        .theme = command.theme,
                                                                        .send = [&](const Request& request) { engine->Send(request); }});
  if (!opened) {
    std::fprintf(stderr, "speedup-lab: %s %s\n", opened.error().message.c_str(), opened.error().next.c_str());
    return kRunFailed;
  }
  window::Window& window = *opened.value();
  for (const std::string& file : command.files) window.ReadFile(file);
  Session session([&](const Notice& notice) { window.Post(notice); });
  engine = &session;
  return window.Run();
}

}  // namespace lab
