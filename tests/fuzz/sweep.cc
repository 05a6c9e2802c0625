// The file of a sweep: what can be read can be shown and written again.
#include "messages/codec.h"
#include "report/markdown.h"
#include "report/text.h"
#include "tests/fuzz/fuzz.h"

namespace lab {

void Read(std::string_view text) {
  const Result<SweepResult> sweep = DecodeSweep(text);
  if (!sweep) return Expect(!sweep.error().message.empty(), "a refusal has a reason");
  const std::string written = EncodeSweep(sweep.value());
  const Result<SweepResult> again = DecodeSweep(written);
  Expect(again.ok() && EncodeSweep(again.value()) == written,
         "what was read is written so that it can be read");
  Expect(!AsTable(sweep.value(), true).empty() && !AsCsv(sweep.value()).empty() &&
             !AsMarkdown(sweep.value()).empty(),
         "it can be told");
}

}  // namespace lab
