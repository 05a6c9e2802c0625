#include "code/python_text.h"

#include <algorithm>

#include "base/text.h"
#include "code/pattern.h"

namespace lab {

std::string PythonWhole(int64_t number) {
  std::string text = Grouped(static_cast<double>(number));
  std::ranges::replace(text, ',', '_');
  return text;
}

std::string PythonSeconds(double milliseconds) { return Format("%.10g", milliseconds / 1000); }

std::string PythonQuoted(const std::string& address) {
  std::string quoted;
  for (const char c : address) {
    const bool plain = c > ' ' && c <= '~' && c != '"' && c != '\\';
    quoted += plain ? std::string(1, c) : Format("%%%02X", static_cast<unsigned char>(c));
  }
  return "\"" + quoted + "\"";
}

std::string PythonConstant(const std::string& name, const std::string& value,
                           const std::string& comment) {
  return name + " = " + value + (comment.empty() ? "" : "  # " + comment) + "\n";
}

std::string PythonProcesses(const std::string& name, int number, const std::string& comment) {
  // A process waits for no more of them there: Lib/concurrent/futures/process.py.
  constexpr int kMostOnWindows = 61;
  const std::string limit =
      number > kMostOnWindows
          ? Filled(R"(on Windows $most at most)", {{"most", Format("%d", kMostOnWindows)}})
          : "";
  return PythonConstant(name, PythonWhole(number),
                        comment + (comment.empty() || limit.empty() ? "" : "; ") + limit);
}

std::string Times(int times) {
  return times == 1   ? "once"
         : times == 2 ? "twice"
                      : Filled(R"($number times)", {{"number", Grouped(times)}});
}

}  // namespace lab
