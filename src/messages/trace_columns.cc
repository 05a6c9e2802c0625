#include <algorithm>
#include <charconv>
#include <limits>

#include "messages/described_trace.h"
#include "words/english/messages.h"

namespace lab {
namespace {

constexpr Nanoseconds kLongest = Nanoseconds{1}
                                 << 60;  // some centuries less than what a stamp can hold

bool HasValue(EventKind kind) {
  return kind == EventKind::kSending || kind == EventKind::kReceiving ||
         kind == EventKind::kTaskBegun || kind == EventKind::kTaskDone;
}
bool HasPeer(EventKind kind) {
  return kind == EventKind::kSending || kind == EventKind::kReceiving ||
         kind == EventKind::kAskedToDrop;
}

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
  explicit ColumnReader(const std::string& text)
      : at_(text.data()), end_(text.data() + text.size()) {}

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

// What is wrong with the columns; empty if they have been read into `events`.
std::string ReadEvents(const std::string& kinds, ColumnReader gaps, ColumnReader values,
                       ColumnReader peers, std::vector<Event>& events) {
  events.reserve(kinds.size());
  Nanoseconds at = 0;
  for (const char letter : kinds) {
    const size_t number = KindOfLetter(letter);
    if (number == kEventKinds) return Phrase<words::kUnknownEvent>();
    Event event = {.kind = static_cast<EventKind>(number)};
    Nanoseconds gap = 0;
    if (!gaps.Next(gap, 0, kLongest - at)) return Phrase<words::kGapsMissing>();
    event.at = at += gap;
    if (HasValue(event.kind) && !values.Next(event.value, 0, std::numeric_limits<int32_t>::max()))
      return Phrase<words::kValueMissing>();
    if (HasPeer(event.kind) && !peers.Next(event.peer, kNoLane, kMostLanes))
      return Phrase<words::kPeerMissing>();
    events.push_back(event);
  }
  return gaps.over() && values.over() && peers.over() ? ""
                                                      : Phrase<words::kMoreNumbersThanEvents>();
}

}  // namespace

LaneColumns ColumnsOf(const LaneTrace& lane) {
  LaneColumns columns = {
      .lane = {.name = lane.name, .worker = lane.worker, .startup = lane.startup},
      .lost = static_cast<int64_t>(lane.lost)};
  Column gaps, values, peers;
  Nanoseconds before = 0;
  for (const Event& event : lane.events) {
    columns.kinds += LetterOf(event.kind);
    gaps.Add(event.at - before);
    before = event.at;
    if (HasValue(event.kind)) values.Add(event.value);
    if (HasPeer(event.kind)) peers.Add(event.peer);
  }
  columns.gaps = gaps.Take();
  columns.values = values.Take();
  columns.peers = peers.Take();
  return columns;
}

std::string Settle(LaneColumns& columns) {
  columns.lane.startup = std::max<Nanoseconds>(0, columns.lane.startup);  // not known
  columns.lane.lost = static_cast<uint64_t>(columns.lost);
  return ReadEvents(columns.kinds, ColumnReader(columns.gaps), ColumnReader(columns.values),
                    ColumnReader(columns.peers), columns.lane.events);
}

std::string Settle(Trace& trace) {
  if (CountEvents(trace) > kMostEvents)
    return Phrase<words::kTooManyEvents>("most"_a = kMostEvents);
  for (const LaneTrace& lane : trace.lanes) {
    for (const Event& event : lane.events) {
      if (event.peer >= std::ssize(trace.lanes)) return Phrase<words::kNoSuchLane>();
    }
  }
  return "";
}

}  // namespace lab
