#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/text.h"
#include "platform/native/write_file.h"
#include "shell/window/png.h"
#include "shell/window/surroundings.h"
#include "words/english/window.h"

namespace lab::window {
namespace {

namespace fs = std::filesystem;

fs::path Home() {
  const char* home = std::getenv("HOME");
  return home ? fs::path(home) : fs::path();
}

fs::path SaveFolder() {
  std::error_code fault;
  const fs::path downloads = Home() / "Downloads";
  return fs::is_directory(downloads, fault) ? downloads : fs::current_path(fault);
}

std::string Save(const panel::File& file) {
  const Result<std::string> name = MakeFreeFile((SaveFolder() / file.name).string());
  if (!name) return name.error().message + " " + name.error().next;
  const std::optional<Error> fault = WriteFile(name.value(), file.text);
  if (!fault) return Phrase<words::kSavedAs>("file"_a = name.value());
  std::error_code ignored;
  fs::remove(name.value(), ignored);
  return fault->message + " " + fault->next;
}

fs::path MemoryFile() {
  char* folder = SDL_GetPrefPath("", "speedup-lab");
  if (folder == nullptr) return {};
  const fs::path file = fs::path(folder) / "window";
  SDL_free(folder);
  return file;
}

bool FileMentions(const fs::path& path, std::string_view line_start, std::string_view word) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(line_start)) return line.find(word) != std::string::npos;
  }
  return false;
}

}  // namespace

Surroundings PlatformSurroundings() {
  Surroundings around;
  around.send = [](const Request&) {};
  around.settings = [](const Experiment&) {};
  around.save = Save;
  around.save_picture = [](const std::string& name, const Pixels& pixels) {
    const std::string png = EncodePng(pixels);
    return png.empty() ? Phrase<words::kNoMemoryForPicture>()
                       : Save({.name = name, .mime = "image/png", .text = png});
  };
  around.open = [] {};
  around.recording = [](const std::string&) {};
  around.copy = [](const std::string& text) {
    return SDL_SetClipboardText(text.c_str()) == 0
               ? Phrase<words::kCopied>()
               : Phrase<words::kNotCopied>("cause"_a = SDL_GetError());
  };
  around.announce = [](const std::string&) {};
  around.theme = [](const std::string&) {};
  around.link = [](const std::string& url) {
    if (url.starts_with("https://")) SDL_OpenURL(url.c_str());
  };
  return around;
}

Remembered Recall() {
  Remembered remembered;
  std::ifstream in(MemoryFile());
  Remembered read;
  if (in >> read.width >> read.height >> read.theme && read.width >= 320 && read.height >= 320 &&
      read.width <= 16'384 && read.height <= 16'384) {
    remembered = read;
  }
  return remembered;
}

void Remember(const Remembered& remembered) {
  // Nothing is lost if it cannot be kept: the next window has the usual size.
  WriteFile(MemoryFile().string(),
            Format("%d %d %s\n", remembered.width, remembered.height, remembered.theme.c_str()));
}

bool SystemIsDark() {
  if (const char* theme = std::getenv("GTK_THEME"))
    return std::string_view(theme).find("dark") != std::string_view::npos;
  const fs::path config = Home() / ".config";
  for (const char* version : {"gtk-4.0", "gtk-3.0"}) {
    const fs::path settings = config / version / "settings.ini";
    if (FileMentions(settings, "gtk-application-prefer-dark-theme", "=1") ||
        FileMentions(settings, "gtk-application-prefer-dark-theme", "=true") ||
        FileMentions(settings, "gtk-theme-name", "ark")) {
      return true;
    }
  }
  return FileMentions(config / "kdeglobals", "ColorScheme=", "Dark");
}

}  // namespace lab::window
