// Reading JSON objects without trust: every access checks kind and range, the first fault is remembered
// and the rest is skipped. A number cannot be read without its range (ranges.h). Private to the codec.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "messages/ranges.h"

namespace lab {

// Keys keep the order in which they are written: people read these files.
using Json = nlohmann::ordered_json;

// What an element must be, for the sentence about one that is not.
std::string Expected(const std::string& text, size_t longest = kLongestText);
std::string Expected(const bool& flag);
std::string Expected(const double& number, const Range& range);
std::string Expected(const int& number, const Range& range);
template <typename T, typename... How>
std::string Expected(const std::optional<T>&, const How&... how) { return Expected(T(), how...); }
template <typename T, typename... How>
std::string Expected(const std::vector<T>&, const How&... how) { return "a list, each " + Expected(T(), how...); }

// The value at fault as it is written, cut short, and harmless in a terminal.
std::string Shown(const Json& value);

class ObjectReader {
 public:
  explicit ObjectReader(const Json& object) : object_(object) {
    if (!object.is_object()) fault_ = "an object was expected";
  }

  // `how` is the range of numbers, or how long a text may be where that is not kLongestText.
  template <typename T, typename... How>
  void Required(const char* key, T& into, const How&... how) {
    if (const Json* found = Find(key)) Take(key, *found, into, how...);
    else Fail(std::string("\"") + key + "\" is missing");
  }
  // Leaves `into` as it is when the key is missing or null.
  template <typename T, typename... How>
  void Optional(const char* key, T& into, const How&... how) {
    const Json* found = Find(key);
    if (found != nullptr && !found->is_null()) Take(key, *found, into, how...);
  }
  // The value under the key, null if it is missing.
  const Json* Find(const char* key) const {
    if (!fault_.empty() || !object_.is_object()) return nullptr;
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

  void Fail(const std::string& fault) {
    if (fault_.empty()) fault_ = fault;
  }
  bool ok() const { return fault_.empty(); }
  const std::string& fault() const { return fault_; }

 private:
  template <typename T, typename... How>
  void Take(const char* key, const Json& json, T& into, const How&... how) {
    const Json* faulty = FaultIn(json, into, how...);
    if (faulty == nullptr) return;
    Fail(std::string("\"") + key + "\" " + (faulty == &json ? "is " : "holds ") + Shown(*faulty) + ", and must be " + Expected(into, how...));
  }

  // Reads, or gives the value that cannot be read: null if all is well.
  static const Json* FaultIn(const Json& json, std::string& into, size_t longest = kLongestText) {
    const auto* text = json.get_ptr<const std::string*>();
    if (text == nullptr || text->size() > longest) return &json;
    into = *text;
    return nullptr;
  }
  static const Json* FaultIn(const Json& json, bool& into) {
    if (!json.is_boolean()) return &json;
    into = json.get<bool>();
    return nullptr;
  }
  static const Json* FaultIn(const Json& json, double& into, const Range& range) {
    if (!json.is_number()) return &json;
    const double number = json.get<double>();
    if (!(number >= range.low && number <= range.high)) return &json;
    into = number;
    return nullptr;
  }
  static const Json* FaultIn(const Json& json, int& into, const Range& range) {
    double number = 0;
    if (FaultIn(json, number, range) != nullptr || number != std::floor(number) || std::fabs(number) > 2e9) return &json;
    into = static_cast<int>(number);
    return nullptr;
  }
  template <typename T, typename... How>
  static const Json* FaultIn(const Json& json, std::optional<T>& into, const How&... how) {
    return FaultIn(json, into.emplace(), how...);
  }
  template <typename T, typename... How>
  static const Json* FaultIn(const Json& json, std::vector<T>& into, const How&... how) {
    if (!json.is_array()) return &json;
    into.clear();
    for (const Json& element : json) {
      if (const Json* faulty = FaultIn(element, into.emplace_back(), how...)) return faulty;
    }
    return nullptr;
  }

  const Json& object_;
  std::string fault_;
};

}  // namespace lab
