// What the page and its scripts ask of the engine, and what it answers.
#include "messages/codec.h"
#include "tests/fuzz/fuzz.h"

namespace lab {

void Read(std::string_view text) {
  Expect(RunNumberOf(text) >= 0, "runs have numbers from 0");
  const Result<Request> request = DecodeRequest(text);
  if (request) {
    const std::string written = Encode(request.value());
    const Result<Request> again = DecodeRequest(written);
    Expect(again.ok() && Encode(again.value()) == written,
           "a request is written so that it can be read");
  }
  const Result<Notice> notice = DecodeNotice(text);
  if (!notice) return Expect(!notice.error().message.empty(), "a refusal has a reason");
  const std::string written = Encode(notice.value());
  const Result<Notice> again = DecodeNotice(written);
  Expect(again.ok() && Encode(again.value()) == written,
         "a notice is written so that it can be read");
}

}  // namespace lab
