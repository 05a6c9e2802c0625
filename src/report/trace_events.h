// The Trace Event Format that chrome://tracing and Perfetto read, written event by event into one
// text. Instants are nanoseconds and not negative; the file has them in microseconds. Names are
// JSON texts already (see Quoted), since a file of a million events has few of them; categories, by
// which viewers filter, are plain words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/clock.h"

namespace lab {

// As a JSON text, with its quotes.
std::string Quoted(std::string_view text);

// What the format calls a thread of a process: a line of slices that nest or follow each other.
struct Track {
  int process = 0;
  int thread = 0;
};

// The "args" of an event, in the order in which they are added.
class EventArguments {
 public:
  // `value` is JSON.
  EventArguments& Add(std::string_view key, std::string_view value);
  EventArguments& Add(std::string_view key, int64_t number);
  EventArguments& AddMicroseconds(std::string_view key, Nanoseconds time);

  const std::string& text() const { return text_; }

 private:
  std::string text_;  // without its braces
};

class TraceEvents {
 public:
  // Names of processes and tracks, and where they stand among the others. `labels`, with commas
  // between, are said beside the name.
  void NameProcess(int process, std::string_view name, std::string_view labels);
  void NameTrack(Track track, std::string_view name, int place);

  void Slice(std::string_view category, Track track, std::string_view name, Nanoseconds begin,
             Nanoseconds end, const EventArguments& arguments);
  // A mark on one track, or through all tracks of its process.
  void Mark(std::string_view category, Track track, std::string_view name, Nanoseconds at,
            const EventArguments& arguments);
  void MarkProcess(std::string_view category, Track track, std::string_view name, Nanoseconds at,
                   const EventArguments& arguments);
  // An arrow from the slice that is there at `begin` to the one at `end`, which is not earlier. Its
  // start has the arguments.
  void Flow(std::string_view name, Track from, Nanoseconds begin, Track to, Nanoseconds end,
            const EventArguments& arguments);

  // The file: the events, and what else is known of them as a JSON object.
  std::string Finish(std::string_view metadata) &&;

 private:
  void Begin(char phase, std::string_view category, Track track, std::string_view name);
  void Field(std::string_view start, Nanoseconds time);
  void End(const EventArguments& arguments);

  std::string text_;
  int64_t flows_ = 0;
};

}  // namespace lab
