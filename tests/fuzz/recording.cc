// What lanes did, in the columns of a recording: each line of the input is one column of a lane, so
// that the input is not spent on the JSON around them. What can be read can be shown as a timeline.
#include <algorithm>
#include <array>
#include <string>

#include "messages/codec.h"
#include "report/chrome_trace.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/results.h"

namespace lab {
namespace {

std::string_view Line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

// The result of the tests, with lanes whose columns are placeholders.
std::string Frame(size_t lanes) {
  RunResult result = SomeResult();
  result.models[0].trace->lanes.assign(lanes, {.name = "lane"});
  return EncodeResult(result);
}

}  // namespace

void Read(std::string_view text) {
  constexpr std::array kColumns = {"kinds", "gaps_ns", "values", "peers"};
  static const std::string kFrame = Frame(2);
  std::string file = kFrame;
  for (const char* column : kColumns) {
    size_t at = 0;
    for (int lane = 0; lane < 2; ++lane) {
      std::string line(Line(text));
      std::erase_if(line, [](char letter) {
        return letter < ' ' || letter > '~' || letter == '"' || letter == '\\';
      });
      const std::string empty = std::string("\"") + column + "\": \"";
      at = file.find(empty, at) + empty.size();
      file.insert(at, line);
    }
  }
  const Result<RunResult> result = DecodeResult(file);
  if (!result) return Expect(!result.error().message.empty(), "a refusal has a reason");
  Expect(EncodeResult(result.value()) ==
             EncodeResult(DecodeResult(EncodeResult(result.value())).value()),
         "what was read is written so that it can be read");
  Expect(!AsChromeTrace(result.value()).empty(), "its lanes can be shown");
}

}  // namespace lab
