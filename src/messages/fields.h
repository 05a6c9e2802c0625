// How the fields of a type are described: once, for writing, reading and the schema. A description
// is
//
//   void Describe(auto& on, A<LaneFigures> auto& lane) {
//     on.Type("lane", "One worker: medians over the repetitions.");
//     on.Needed("busy_s", lane.busy_s, kSeconds).About("In tasks.");
//     on.Field("cpu_s", lane.cpu_s, kSeconds);
//   }
//
// and `on` a FieldWriter, FieldReader or FieldSchema (fields_written.h, fields_read.h,
// fields_schema.h):
//
//   Type    the type's name in the schema, and what it is
//   Needed  a field that is always written; what lacks it cannot be read
//   Field   one that is always written, null for an empty optional; older files may lack it
//   IfAny   an optional that is written only if it holds something
//   Group   an object of its own, the fields of which are members of the same type
//   Rest    the fields that are not described, as newer versions may have written: kept, and
//   written again About, OneOf   what the schema says of the field before
//
// Members are flags, numbers, texts, codes (base/names.h), other types that are described, and
// lists and optionals of them. After a member comes what it must keep to, without which it cannot
// be read: of a number its Range (ranges.h), of a list how many elements it has at most, then what
// these must keep to. `std::string Settle(Described&)`, if there is one, completes what has been
// read and says what in it does not fit together. Private to the codec.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/names.h"
#include "messages/ranges.h"

namespace lab {

// A `Described` that is read, or one that is written.
template <typename T, typename Described>
concept A = std::same_as<std::remove_const_t<T>, Described>;

// What else a field keeps to.
struct Longest {
  size_t bytes;
};               // a text that may be longer than kLongestText
struct Utc {};  // a time as files and tables show it: 2026-01-31T12:00:00Z; or none yet
struct Hex {};  // a number of 64 bits in hexadecimal digits
template <typename Code>
struct Otherwise {
  Code code;
};  // stands for codes that are unknown
template <typename Code>
Otherwise(Code) -> Otherwise<Code>;
// The same, and keeps the name of such a one, which is empty otherwise.
template <typename Code, typename Text>
struct OtherwiseNamed {
  Code code;
  Text& name;
};
template <typename Code, typename Text>
OtherwiseNamed(Code, Text&) -> OtherwiseNamed<Code, Text>;

// What is described, and not a single value.
template <typename T>
inline constexpr bool kIsPart = std::is_class_v<T>;
template <>
inline constexpr bool kIsPart<std::string> = false;
template <typename T>
inline constexpr bool kIsPart<std::optional<T>> = kIsPart<T>;
template <typename T>
inline constexpr bool kIsPart<std::vector<T>> = kIsPart<T>;

template <typename T>
inline constexpr bool kIsList = false;
template <typename T>
inline constexpr bool kIsList<std::vector<T>> = true;

template <typename T>
std::string Settle(T&) {
  return "";
}

}  // namespace lab
