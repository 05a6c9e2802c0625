// Messages and results as JSON text and back. Reading never throws and never trusts: a text that is
// not what it should be gives an error of code kProtocol (or kInvalidArgument for a setting).
// In JSON `_` stands for the `-` of option names.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "messages/messages.h"

namespace lab {

std::string Encode(const Request& request);
Result<Request> DecodeRequest(std::string_view text);
// The run that a request is about, as far as that can be told; 0 otherwise. For errors about
// requests that DecodeRequest refuses.
int RunNumberOf(std::string_view text);

std::string Encode(const Notice& notice);
Result<Notice> DecodeNotice(std::string_view text);

// The result file: one JSON object, indented for people.
std::string EncodeResult(const RunResult& result);
Result<RunResult> DecodeResult(std::string_view text);
// Larger texts are refused, before anything is read: a recording of so much could not be shown.
inline constexpr size_t kLargestFile = 64'000'000;
// The file of a sweep.
std::string EncodeSweep(const SweepResult& result);
Result<SweepResult> DecodeSweep(std::string_view text);
// A file of either kind.
using SavedFile = std::variant<RunResult, SweepResult>;
Result<SavedFile> DecodeFile(std::string_view text,
                             const std::function<void(double share)>& progress = {});

// Which of our other files it is: "a sweep", "a trace", "a validation"; empty for the result of a
// run, and for what is none of them.
std::string OtherKindOf(std::string_view text);

// An experiment alone, and the facts of a machine alone.
std::string EncodeExperiment(const Experiment& experiment);
Result<Experiment> DecodeExperiment(std::string_view text);
std::string EncodeEnvironment(const Environment& environment);

}  // namespace lab
