// The settings in an address: what is understood and matters is written so that it is understood
// again.
#include "experiment/query.h"
#include "experiment/settings.h"
#include "tests/fuzz/fuzz.h"

namespace lab {

void Read(std::string_view text) {
  const Configured configured = ParseQuery(text);
  for (const Error& complaint : configured.complaints)
    Expect(!complaint.message.empty(), "a complaint says what is wrong");
  Expect(Check(configured.experiment).empty(), "what is left of an address is sound");
  const Configured again = ParseQuery(FormatQuery(configured.experiment));
  Expect(again.complaints.empty(), "an address of ours is understood");
  Expect(FormatQuery(again.experiment) == FormatQuery(configured.experiment),
         "an address of ours means the same experiment");
}

}  // namespace lab
