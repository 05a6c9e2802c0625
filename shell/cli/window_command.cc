#include <memory>
#include <optional>

#include "platform/native/read_text.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "shell/cli/session.h"
#include "shell/panel/panel.h"
#include "shell/window/window.h"

namespace lab {

int Open(const WindowCommand& command) {
  for (const std::string& file : command.files) {
    if (const std::optional<Error> fault = WhyNotRead(file)) {
      Say(*fault);
      return kUsage;
    }
  }
  Session* engine = nullptr;
  Result<std::unique_ptr<window::Window>> opened =
      window::Window::Open({.experiment = command.experiment,
                            .complaints = command.complaints,
                            .theme = command.theme,
                            .send = [&](const Request& request) { engine->Send(request); }});
  if (!opened) {
    Say(opened.error());
    return kRunFailed;
  }
  window::Window& window = *opened.value();
  for (const std::string& file : command.files) window.ReadFile(file);
  Session session([&](const Notice& notice) { window.Post(notice); });
  engine = &session;
  return window.Run();
}

}  // namespace lab
