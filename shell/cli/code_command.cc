#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/experiment_info.h"
#include "code/cpp_code.h"
#include "code/python_code.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {
namespace {

constexpr const char* kPython = "python";
constexpr const char* kCpp = "cpp";

struct Offer {
  const char* language;
  CodeVariant variant;
};

// Of the language that was asked for; of both, Python first, if none was.
std::vector<Offer> OffersFor(const CodeCommand& command, std::string_view model) {
  std::vector<Offer> offers;
  const auto add = [&](const char* language, std::vector<CodeVariant> variants) {
    if (!command.language.empty() && command.language != language) return;
    for (CodeVariant& variant : variants)
      offers.push_back({.language = language, .variant = std::move(variant)});
  };
  add(kPython, PythonCode(command.experiment, model));
  add(kCpp, CppCode(command.experiment.kind, model));
  return offers;
}

std::string List(const CodeCommand& command) {
  std::string text =
      Phrase<words::kCodeListed>("experiment"_a = InfoOf(command.experiment.kind).name) + "\n\n" +
      Phrase<words::kCodeHeadings>() + "\n";
  for (const ModelInfo& model : Models()) {
    for (const Offer& offer : OffersFor(command, model.name)) {
      text += Format("  %-13s %-9s %-21s %s\n", model.name.data(), offer.language,
                     offer.variant.name.c_str(), offer.variant.about.c_str());
    }
  }
  return text + "\n" + Phrase<words::kCodePrintOne>() + "\n";
}

template <typename T>
std::string Names(const T& named) {
  std::string text;
  for (const auto& each : named) text += (text.empty() ? "" : ", ") + std::string(each);
  return text;
}

int Refuse(const std::string& why) {
  Say(why);
  return kUsage;
}

}  // namespace

int Print(const CodeCommand& command) {
  std::vector<std::string_view> models;
  std::ranges::transform(Models(), std::back_inserter(models), &ModelInfo::name);
  if (command.model.empty() && command.variant.empty())
    return Print(List(command)) ? kDone : kRunFailed;
  if (command.model.empty())
    return Refuse(Phrase<words::kModelMissing>("choices"_a = Names(models)));
  if (FindModel(command.model) == nullptr)
    return Refuse(
        Phrase<words::kModelUnknown>("typed"_a = command.model, "choices"_a = Names(models)));

  const std::vector<Offer> offers = OffersFor(command, command.model);
  const auto chosen = std::ranges::find_if(offers, [&](const Offer& offer) {
    return command.variant.empty() || offer.variant.name == command.variant;
  });
  if (chosen != offers.end()) return Write("-", chosen->variant.text) ? kDone : kRunFailed;
  std::vector<std::string> variants;
  std::ranges::transform(offers, std::back_inserter(variants),
                         [](const Offer& offer) { return offer.variant.name; });
  return Refuse(Phrase<words::kVariantUnknown>(
      "model"_a = command.model, "typed"_a = command.variant, "language"_a = command.language,
      "choices"_a = Names(variants)));
}

}  // namespace lab
