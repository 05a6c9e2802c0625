#include <memory>

#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/output.h"
#include "shell/cli/session.h"
#include "shell/panel/panel.h"
#include "shell/window/window.h"

namespace lab {

int Open(const WindowCommand& command) {
  std::vector<std::string> texts;
  for (const std::string& file : command.files) {
    Result<std::string> text = ReadText(file);
    if (!text) {
      Say(text.error());
      return kUsage;
    }
    texts.push_back(std::move(text).value());
  }
  Session* engine = nullptr;
  Result<std::unique_ptr<window::Window>> opened = window::Window::Open({.experiment = command.experiment,
                                                                        .complaints = command.complaints,
                                                                        .theme = command.theme,
                                                                        .send = [&](const Request& request) { engine->Send(request); }});
  if (!opened) {
    Say(opened.error());
    return kRunFailed;
  }
  window::Window& window = *opened.value();
  for (const std::string& text : texts) window.panel().Open(text);
  Session session([&](const Notice& notice) { window.Post(notice); });
  engine = &session;
  return window.Run();
}

}  // namespace lab
