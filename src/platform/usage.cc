#include "platform/usage.h"

#include <functional>

namespace lab {
namespace {

template <typename T, typename Combine>
std::optional<T> Combined(const std::optional<T>& one, const std::optional<T>& other,
                          Combine combine) {
  return one && other ? std::optional<T>(combine(*one, *other)) : std::nullopt;
}

template <typename Combine>
ThreadUsage Combined(const ThreadUsage& one, const ThreadUsage& other, Combine combine) {
  return {.cpu_s = Combined(one.cpu_s, other.cpu_s, combine),
          .voluntary_switches = Combined(one.voluntary_switches, other.voluntary_switches, combine),
          .involuntary_switches =
              Combined(one.involuntary_switches, other.involuntary_switches, combine)};
}

}  // namespace

ThreadUsage operator+(const ThreadUsage& one, const ThreadUsage& other) {
  return Combined(one, other, std::plus<>());
}
ThreadUsage operator-(const ThreadUsage& later, const ThreadUsage& earlier) {
  return Combined(later, earlier, std::minus<>());
}

}  // namespace lab
