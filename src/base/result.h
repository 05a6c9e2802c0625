// A value, or the reason why there is none: code, message, and what to do next.
// Errors cross rooms as values; nothing here throws.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/names.h"

namespace lab {

enum class ErrorCode {
  kInvalidArgument,  // a setting outside its range or of the wrong kind; `field` names it
  kUnavailable,      // this build or machine cannot do it
  kBusy,             // a run is under way
  kCancelled,        // the person asked for it
  kDownloadFailed,   // refused, timed out, or a response of another status than 2xx
  kWorkerFailed,     // a thread or process died, or never started
  kWrongResult,      // a checksum differs from the sequential one
  kProtocol,         // a message that cannot be read
  kInternal,         // a defect of ours
};

// The stable names of codes in JSON and in the script interface, e.g. "invalid-argument".
CodeNames<ErrorCode> NamesOf(ErrorCode);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // one sentence: what happened to what
  std::string next;     // what the reader can do about it; may be empty
  std::string field;    // the setting at fault, by its option name; may be empty
};

// Holds a T or an Error. `value()` and `error()` may only be asked for what is there.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& { return *std::get_if<0>(&held_); }
  T& value() & { return *std::get_if<0>(&held_); }
  T&& value() && { return std::move(*std::get_if<0>(&held_)); }
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace lab
