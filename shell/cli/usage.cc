#include "shell/cli/usage.h"
#include "words/english/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <vector>

namespace lab {
namespace {

// How many letters have to be put in, left out or exchanged to make one word of the other
// (Levenshtein).
size_t Distance(std::string_view one, std::string_view other) {
  std::vector<size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < one.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i + 1);
    for (size_t j = 0; j < other.size(); ++j) {
      const size_t exchanged = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, exchanged});
    }
  }
  return row.back();
}

// Empty if none is near at all.
std::string NearestOf(const std::vector<std::string>& names, std::string_view typed) {
  const auto nearest = std::ranges::min_element(
      names, {}, [&](const std::string& name) { return Distance(name, typed); });
  const bool near =
      nearest != names.end() && Distance(*nearest, typed) <= std::max<size_t>(2, typed.size() / 3);
  return near ? *nearest : "";
}

bool SaysYesOrNo(std::string_view value) {
  constexpr std::array<std::string_view, 8> kValues = {"true", "false", "yes", "no",
                                                       "on",   "off",   "1",   "0"};
  return std::ranges::find(kValues, value) != kValues.end();
}

// Goes through the arguments as the parser will.
class Reader {
 public:
  explicit Reader(const CLI::App& app) : app_(app), command_(&app) {}

  std::optional<std::string> Read(std::span<char* const> arguments) {
    for (size_t at = 0; at < arguments.size() && !fault_; ++at) {
      const std::string_view argument = arguments[at];
      if (argument == "--") break;
      if (argument.starts_with("-") && argument.size() > 1)
        ReadOption(argument, at + 1 < arguments.size() ? arguments[at + 1] : nullptr, at);
      else if (command_ == &app_) ReadCommand(argument);
    }
    return fault_;
  }

 private:
  void ReadCommand(std::string_view argument) {
    std::vector<std::string> names;
    for (const CLI::App* each : app_.get_subcommands([](const CLI::App*) { return true; })) {
      if (each->get_name() == argument) command_ = each;
      names.push_back(each->get_name());
    }
    if (command_ == &app_)
      fault_ = Phrase<words::kNoSuchCommand>("typed"_a = argument,
                                             "nearest"_a = NearestOf(names, argument));
  }

  // Moves `at` to the option's last argument.
  void ReadOption(std::string_view argument, const char* next, size_t& at) {
    const size_t equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    const CLI::Option* option = command_->get_option_no_throw(name);
    if (option == nullptr) return RefuseUnknown(name);
    const bool flag = option->get_items_expected_max() == 0;
    if (flag && equals != argument.npos && !SaysYesOrNo(argument.substr(equals + 1))) {
      fault_ = Phrase<words::kNotTrueOrFalse>("option"_a = name,
                                              "typed"_a = argument.substr(equals + 1));
    }
    if (flag) return;
    if (equals == argument.npos) ++at;
    CheckValue(name, option->get_type_name().starts_with("FILE"),
               equals == argument.npos ? next : argument.data() + equals + 1,
               equals != argument.npos);
  }

  void CheckValue(const std::string& name, bool file, const char* value, bool joined) {
    const std::string typed = value == nullptr ? "" : value;
    const bool missing = value == nullptr || (file && typed.empty());
    const bool option = !joined && typed.starts_with(file ? "-" : "--") && typed != "-";
    if (!missing && !option) return;
    fault_ = file ? Phrase<words::kNeedsFile>("option"_a = name, "typed"_a = typed)
                  : Phrase<words::kNeedsValue>("option"_a = name, "typed"_a = typed);
  }

  void RefuseUnknown(const std::string& name) {
    std::vector<std::string> names;
    for (const CLI::Option* each : command_->get_options()) {
      for (const std::string& known : each->get_lnames()) names.push_back("--" + known);
    }
    fault_ =
        Phrase<words::kNoSuchOption>("command"_a = command_ == &app_ ? "" : command_->get_name(),
                                     "typed"_a = name, "nearest"_a = NearestOf(names, name));
  }

  const CLI::App& app_;
  const CLI::App* command_;
  std::optional<std::string> fault_;
};

}  // namespace

std::optional<std::string> UsageFault(const CLI::App& app, std::span<char* const> arguments) {
  return Reader(app).Read(arguments);
}

}  // namespace lab
