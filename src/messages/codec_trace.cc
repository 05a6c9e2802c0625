// A trace as JSON. A lane's events are columns in texts, so that a million of them stay a small file that is
// quick to read: a letter for each event's kind (trace/event.h), and numbers with a space between. A stamp
// is told as the time since the event before, the first since the trial was asked for; values and peers
// are there for the events that have one.
#include <algorithm>
#include <charconv>
#include <limits>

#include "messages/codec_result.h"

namespace lab {
namespace {

constexpr Nanoseconds kLongest = Nanoseconds{1} << 60;  // some centuries less than what a stamp can hold

bool HasValue(EventKind kind) {
  return kind == EventKind::kSending || kind == EventKind::kReceiving || kind == EventKind::kTaskBegun || kind == EventKind::kTaskDone;
}
bool HasPeer(EventKind kind) { return kind == EventKind::kSending || kind == EventKind::kReceiving || kind == EventKind::kAskedToDrop; }

// Numbers with a space between.
class Column {
 public:
  void Add(int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    if (!text_.empty()) text_ += ' ';
    text_.append(digits, end);
  }
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

class ColumnReader {
 public:
  explicit ColumnReader(const std::string& text) : at_(text.data()), end_(text.data() + text.size()) {}

  // False if there is none, or it is not from `low` to `high`.
  template <typename T>
  bool Next(T& number, int64_t low, int64_t high) {
    if (!first_ && (at_ == end_ || *at_++ != ' ')) return false;
    first_ = false;
    int64_t wide = 0;
    const auto [rest, fault] = std::from_chars(at_, end_, wide);
    at_ = rest;
    number = static_cast<T>(wide);
    return fault == std::errc() && wide >= low && wide <= high;
  }
  bool over() const { return at_ == end_; }

 private:
  const char* at_;
  const char* const end_;
  bool first_ = true;
};

Json LaneTraceToJson(const LaneTrace& lane) {
  std::string kinds;
  Column gaps;
  Column values;
  Column peers;
  Nanoseconds before = 0;
  for (const Event& event : lane.events) {
    kinds += LetterOf(event.kind);
    gaps.Add(event.at - before);
    before = event.at;
    if (HasValue(event.kind)) values.Add(event.value);
    if (HasPeer(event.kind)) peers.Add(event.peer);
  }
  return {{"name", lane.name}, {"worker", lane.worker}, {"startup_ns", lane.startup}, {"lost", lane.lost},
          {"kinds", std::move(kinds)}, {"gaps_ns", gaps.Take()}, {"values", values.Take()}, {"peers", peers.Take()}};
}

// What is wrong with the columns; empty if they have been read into `events`.
const char* ReadEvents(const std::string& kinds, ColumnReader gaps, ColumnReader values, ColumnReader peers, std::vector<Event>& events) {
  events.reserve(kinds.size());
  Nanoseconds at = 0;
  for (const char letter : kinds) {
    const size_t number = KindOfLetter(letter);
    if (number == kEventKinds) return "\"kinds\" has a letter that is unknown";
    Event event = {.kind = static_cast<EventKind>(number)};
    Nanoseconds gap = 0;
    if (!gaps.Next(gap, 0, kLongest - at)) return "\"gaps_ns\" is not one number for each event";
    event.at = at += gap;
    if (HasValue(event.kind) && !values.Next(event.value, 0, std::numeric_limits<int32_t>::max())) return "\"values\" lacks a number";
    if (HasPeer(event.kind) && !peers.Next(event.peer, kNoLane, kMostLanes)) return "\"peers\" lacks a lane";
    events.push_back(event);
  }
  return gaps.over() && values.over() && peers.over() ? "" : "there are more numbers than events";
}

void ReadNanoseconds(ObjectReader& reader, const char* key, Nanoseconds& into, const Range& range = kNanosecondsLong) {
  double number = 0;
  reader.Optional(key, number, range);
  into = static_cast<Nanoseconds>(number);
}

Result<LaneTrace> LaneTraceFromJson(const Json& json) {
  LaneTrace lane;
  std::string kinds, gaps, values, peers;
  Nanoseconds lost = 0;
  ObjectReader reader(json);
  reader.Required("name", lane.name);
  reader.Optional("worker", lane.worker);
  ReadNanoseconds(reader, "startup_ns", lane.startup, kStartup);
  lane.startup = std::max<Nanoseconds>(0, lane.startup);  // not known
  ReadNanoseconds(reader, "lost", lost);
  reader.Required("kinds", kinds, kLongestColumn);
  reader.Required("gaps_ns", gaps, kLongestColumn);
  reader.Optional("values", values, kLongestColumn);
  reader.Optional("peers", peers, kLongestColumn);
  if (reader.ok()) {
    const char* fault = ReadEvents(kinds, ColumnReader(gaps), ColumnReader(values), ColumnReader(peers), lane.events);
    if (*fault != '\0') reader.Fail(fault);
  }
  if (!reader.ok()) return Faulty(reader);
  lane.lost = static_cast<uint64_t>(lost);
  return lane;
}

}  // namespace

Json ToJson(const Trace& trace) {
  Json lanes = Json::array();
  for (const LaneTrace& lane : trace.lanes) lanes.push_back(LaneTraceToJson(lane));
  return {{"repetition", trace.repetition}, {"length_ns", trace.length}, {"gil", trace.gil}, {"disorder_ns", trace.disorder}, {"lanes", std::move(lanes)}};
}

Result<Trace> TraceFromJson(const Json& json) {
  Trace trace;
  ObjectReader reader(json);
  reader.Optional("repetition", trace.repetition, kRounds);
  ReadNanoseconds(reader, "length_ns", trace.length);
  reader.Optional("gil", trace.gil);
  ReadNanoseconds(reader, "disorder_ns", trace.disorder);
  ReadArray(reader, "lanes", LaneTraceFromJson, trace.lanes, kMostLanes);
  if (CountEvents(trace) > kMostEvents) reader.Fail("it has more than 2,000,000 events");
  for (const LaneTrace& lane : trace.lanes) {
    for (const Event& event : lane.events) {
      if (event.peer >= std::ssize(trace.lanes)) reader.Fail("\"peers\" names a lane that is not there");
    }
  }
  if (!reader.ok()) return Faulty(reader);
  return trace;
}

}  // namespace lab
