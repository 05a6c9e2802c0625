#include "report/trace_events.h"

#include <charconv>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace lab {
namespace {

void Append(std::string& text, int64_t number) {
  char digits[24];
  text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void AppendMicroseconds(std::string& text, Nanoseconds time) {
  if (time < 0) text += '-';
  Append(text, std::abs(time / 1000));
  const auto rest = static_cast<int>(std::abs(time % 1000));
  const char fraction[] = {'.', static_cast<char>('0' + rest / 100),
                           static_cast<char>('0' + rest / 10 % 10),
                           static_cast<char>('0' + rest % 10)};
  text.append(fraction, sizeof fraction);
}

}  // namespace

std::string Quoted(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

EventArguments& EventArguments::Add(std::string_view key, std::string_view value) {
  if (!text_.empty()) text_ += ',';
  text_.append("\"").append(key).append("\":").append(value);
  return *this;
}

EventArguments& EventArguments::Add(std::string_view key, int64_t number) {
  Add(key, std::string_view());
  Append(text_, number);
  return *this;
}

EventArguments& EventArguments::AddMicroseconds(std::string_view key, Nanoseconds time) {
  Add(key, std::string_view());
  lab::AppendMicroseconds(text_, time);
  return *this;
}

void TraceEvents::NameProcess(int process, std::string_view name, std::string_view labels) {
  const Track track = {.process = process};
  Begin('M', "name", track, R"("process_name")");
  End(EventArguments().Add("name", name));
  Begin('M', "name", track, R"("process_labels")");
  End(EventArguments().Add("labels", labels));
  Begin('M', "name", track, R"("process_sort_index")");
  End(EventArguments().Add("sort_index", process));
}

void TraceEvents::NameTrack(Track track, std::string_view name, int place) {
  Begin('M', "name", track, R"("thread_name")");
  End(EventArguments().Add("name", name));
  Begin('M', "name", track, R"("thread_sort_index")");
  End(EventArguments().Add("sort_index", place));
}

void TraceEvents::Slice(std::string_view category, Track track, std::string_view name,
                        Nanoseconds begin, Nanoseconds end, const EventArguments& arguments) {
  Begin('X', category, track, name);
  Field(",\"ts\":", begin);
  Field(",\"dur\":", end - begin);
  End(arguments);
}

void TraceEvents::Mark(std::string_view category, Track track, std::string_view name,
                       Nanoseconds at, const EventArguments& arguments) {
  Begin('i', category, track, name);
  Field(R"(,"s":"t","ts":)", at);
  End(arguments);
}

void TraceEvents::MarkProcess(std::string_view category, Track track, std::string_view name,
                              Nanoseconds at, const EventArguments& arguments) {
  Begin('i', category, track, name);
  Field(R"(,"s":"p","ts":)", at);
  End(arguments);
}

void TraceEvents::Flow(std::string_view name, Track from, Nanoseconds begin, Track to,
                       Nanoseconds end, const EventArguments& arguments) {
  ++flows_;
  Begin('s', "flow", from, name);
  text_ += R"(,"id":)";
  Append(text_, flows_);
  Field(",\"ts\":", begin);
  End(arguments);
  Begin('f', "flow", to, name);
  text_ += R"(,"bp":"e","id":)";
  Append(text_, flows_);
  Field(",\"ts\":", end);
  End({});
}

std::string TraceEvents::Finish(std::string_view metadata) && {
  if (text_.empty()) text_ = "{\"traceEvents\":[";
  text_.append("\n],\n\"displayTimeUnit\":\"ms\",\n\"metadata\":").append(metadata).append("}\n");
  return std::move(text_);
}

void TraceEvents::Begin(char phase, std::string_view category, Track track, std::string_view name) {
  text_.append(text_.empty() ? "{\"traceEvents\":[\n{\"ph\":\"" : ",\n{\"ph\":\"")
      .append(1, phase)
      .append("\",\"cat\":\"")
      .append(category)
      .append("\",\"pid\":");
  Append(text_, track.process);
  text_ += ",\"tid\":";
  Append(text_, track.thread);
  text_.append(",\"name\":").append(name);
}

void TraceEvents::Field(std::string_view start, Nanoseconds time) {
  text_ += start;
  AppendMicroseconds(text_, time);
}

void TraceEvents::End(const EventArguments& arguments) {
  if (!arguments.text().empty()) text_.append(",\"args\":{").append(arguments.text()).append("}");
  text_ += '}';
}

}  // namespace lab
