#include "messages/bounded_json.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "words/english/messages.h"

namespace lab {
namespace {

// Builds the value while it is read, and ends the reading by answering false.
class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(Json& root) : root_(root) {}

  bool null() override { return Put(nullptr) != nullptr; }
  bool boolean(bool flag) override { return Put(flag) != nullptr; }
  bool number_integer(number_integer_t number) override { return Put(number) != nullptr; }
  bool number_unsigned(number_unsigned_t number) override { return Put(number) != nullptr; }
  bool number_float(number_float_t number, const string_t&) override {
    return Put(number) != nullptr;
  }
  bool string(string_t& text) override { return Put(std::move(text)) != nullptr; }
  bool binary(binary_t&) override { return Refuse(Phrase<words::kNotJson>()); }
  bool start_object(size_t) override { return Open(Json::object()); }
  bool start_array(size_t) override { return Open(Json::array()); }
  bool end_object() override { return Close(); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    auto& object = open_.back()->get_ref<Json::object_t&>();
    if (object.size() == kMostKeys)
      return Refuse(Phrase<words::kTooManyKeys>("most"_a = kMostKeys));
    const auto [place, is_new] = object.emplace(name, nullptr);
    if (!is_new) return Refuse(Phrase<words::kKeyTwice>("key"_a = Shown(Json(name))));
    named_ = &place->second;
    return true;
  }

  bool parse_error(size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return Refuse(Phrase<words::kNotJsonAt>("position"_a = position));
  }

  const std::string& fault() const { return fault_; }

 private:
  bool Refuse(const std::string& fault) {
    fault_ = fault;
    return false;
  }

  // Where the value is now; null if it is one too many.
  Json* Put(Json value) {
    if (++values_ > kMostValues) {
      Refuse(Phrase<words::kTooManyValues>("most"_a = kMostValues));
      return nullptr;
    }
    Json* place = &root_;
    if (named_ != nullptr) place = named_;
    else if (!open_.empty()) place = &open_.back()->get_ref<Json::array_t&>().emplace_back();
    named_ = nullptr;
    *place = std::move(value);
    return place;
  }

  bool Open(Json empty) {
    Json* place = Put(std::move(empty));
    if (place == nullptr) return false;
    open_.push_back(place);
    return open_.size() <= kDeepest || Refuse(Phrase<words::kTooDeep>("most"_a = kDeepest));
  }
  bool Close() {
    open_.pop_back();
    return true;
  }

  Json& root_;
  std::vector<Json*> open_;  // objects and arrays that have not ended, the outermost first
  Json* named_ = nullptr;    // where the value of the latest key goes
  size_t values_ = 0;
  std::string fault_;
};

// Goes through the text and tells every now and then how far it has come.
struct Way {
  const std::string_view text;
  const std::function<void(double)>& progress;
  const char* tell_at = text.data();

  void Tell() {
    constexpr ptrdiff_t kStep = 1 << 20;
    const ptrdiff_t behind = tell_at - text.data();
    tell_at += std::min(kStep, std::ssize(text) - behind);
    if (progress && behind > 0)
      progress(static_cast<double>(behind) / static_cast<double>(text.size()));
  }
};

class Walker {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Walker(const char* at, Way* way) : at_(at), way_(way) {}
  reference operator*() const { return *at_; }
  Walker& operator++() {
    if (++at_ == way_->tell_at) way_->Tell();
    return *this;
  }
  Walker operator++(int) {
    const Walker before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Walker& one, const Walker& other) { return one.at_ == other.at_; }

 private:
  const char* at_;
  Way* way_;
};

}  // namespace

Parsed ParseBounded(std::string_view text, const std::function<void(double)>& progress,
                    size_t largest) {
  Parsed parsed;
  if (text.size() > largest)
    return {.json = {},
            .fault = Phrase<words::kFileTooLarge>("megabytes"_a = kLargestFile / 1'000'000)};
  Builder builder(parsed.json);
  Way way = {.text = text, .progress = progress};
  way.Tell();
  if (!Json::sax_parse(Walker(text.data(), &way), Walker(text.data() + text.size(), &way),
                       &builder))
    parsed = {.json = {}, .fault = builder.fault()};
  return parsed;
}

}  // namespace lab
