#include <cstdio>
#include <memory>

#include "shell/cli/commands.h"
#include "shell/cli/input.h"
#include "shell/cli/session.h"
#include "shell/panel/panel.h"
#include "shell/window/window.h"

namespace lab {

int Open(const WindowCommand& command) {
  std::vector<std::pair<std::string, std::string>> texts;  // by the names of their files
  for (const std::string& file : command.files) {
    Result<std::string> text = ReadText(file);
    if (!text) {
      std::fprintf(stderr, "speedup-lab: %s %s\n", text.error().message.c_str(), text.error().next.c_str());
      return kUsage;
    }
    texts.emplace_back(file, std::move(text).value());
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
  for (const auto& [name, text] : texts) window.panel().Open(name, text);
  Session session([&](const Notice& notice) { window.Post(notice); });
  engine = &session;
  return window.Run();
}

}  // namespace lab
