#include "code/python_script.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "code/pattern.h"

namespace lab {
namespace {

constexpr std::string_view kScript = R"("""$title.

$lesson"""
$imports
$constants

$functions

$main)";

constexpr std::string_view kGuard =
    R"(# A new process may import this file to find its functions. Without this line it would
# run everything below again and start processes of its own.
if __name__ == "__main__":
    if not os.path.isfile(globals().get("__file__", "")):
        raise RuntimeError("Save this as a file and run it: new processes import it.")
)";

// Modules first, then what is taken out of some; each by name and once.
std::string ImportLines(std::vector<std::string> lines) {
  std::ranges::sort(lines, {}, [](const std::string& line) {
    return std::pair(line.starts_with("from "), line);
  });
  const auto twice = std::ranges::unique(lines);
  lines.erase(twice.begin(), twice.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string Indented(std::string_view text) {
  std::string indented;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    indented += (line.empty() ? "" : "    ") + std::string(line) + "\n";
    at = end + 1;
  }
  return indented;
}

}  // namespace

std::string TextOf(const PythonScript& script) {
  std::vector<std::string> imports = script.imports;
  if (script.starts_processes) imports.emplace_back("import os");
  return Filled(kScript,
                {{"title", script.title},
                 {"lesson", script.lesson},
                 {"imports", ImportLines(std::move(imports))},
                 {"constants", script.constants},
                 {"functions", script.functions},
                 {"main", script.starts_processes ? std::string(kGuard) + Indented(script.main)
                                                  : script.main}});
}

std::string Joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : between) + part;
  }
  return text;
}

}  // namespace lab
