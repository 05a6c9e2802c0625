// The file of a run: what can be read can be shown, compared and written again.
#include "messages/codec.h"
#include "report/chrome_trace.h"
#include "report/comparison.h"
#include "report/markdown.h"
#include "report/text.h"
#include "tests/fuzz/fuzz.h"

namespace lab {

void Read(std::string_view text) {
  const Result<RunResult> result = DecodeResult(text);
  if (!result) return Expect(!result.error().message.empty(), "a refusal has a reason");
  const std::string written = EncodeResult(result.value());
  const Result<RunResult> again = DecodeResult(written);
  Expect(again.ok() && EncodeResult(again.value()) == written,
         "what was read is written so that it can be read");
  Expect(!AsTable(result.value(), true).empty() && !AsCsv(result.value()).empty() &&
             !AsMarkdown(result.value()).empty(),
         "it can be told");
  Expect(!AsTable(CompareResults(result.value(), again.value())).empty(), "it can be compared");
  Expect(!AsChromeTrace(result.value()).empty(), "its lanes can be shown");
}

}  // namespace lab
