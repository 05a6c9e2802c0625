// Reading JSON objects without trust: every access checks the kind, the first fault is remembered
// and the rest is skipped. Private to the codec.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lab {

// Keys keep the order in which they are written: people read these files.
using Json = nlohmann::ordered_json;

class ObjectReader {
 public:
  explicit ObjectReader(const Json& object) : object_(object) {
    if (!object.is_object()) fault_ = "an object was expected";
  }

  template <typename T>
  void Required(const char* key, T& into) {
    const Json* found = Find(key);
    if (found == nullptr) {
      Fail(std::string("\"") + key + "\" is missing");
    } else if (!Read(*found, into)) {
      Fail(std::string("\"") + key + "\" is of the wrong kind");
    }
  }
  // Leaves `into` as it is when the key is missing or null.
  template <typename T>
  void Optional(const char* key, T& into) {
    const Json* found = Find(key);
    if (found != nullptr && !found->is_null() && !Read(*found, into)) Fail(std::string("\"") + key + "\" is of the wrong kind");
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
  static bool Read(const Json& json, std::string& into) {
    if (const auto* text = json.get_ptr<const std::string*>()) {
      into = *text;
      return true;
    }
    return false;
  }
  static bool Read(const Json& json, bool& into) {
    if (!json.is_boolean()) return false;
    into = json.get<bool>();
    return true;
  }
  static bool Read(const Json& json, double& into) {
    if (!json.is_number()) return false;
    into = json.get<double>();
    return std::isfinite(into);
  }
  static bool Read(const Json& json, int& into) {
    double number = 0;
    if (!Read(json, number) || number != std::floor(number) || std::fabs(number) > 2e9) return false;
    into = static_cast<int>(number);
    return true;
  }
  template <typename T>
  static bool Read(const Json& json, std::optional<T>& into) {
    return Read(json, into.emplace());
  }
  template <typename T>
  static bool Read(const Json& json, std::vector<T>& into) {
    if (!json.is_array()) return false;
    into.clear();
    for (const Json& element : json) {
      if (!Read(element, into.emplace_back())) return false;
    }
    return true;
  }

  const Json& object_;
  std::string fault_;
};

}  // namespace lab
