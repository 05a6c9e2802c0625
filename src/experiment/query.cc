#include "experiment/query.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "experiment/presets.h"
#include "words/english/settings.h"

namespace lab {
namespace {

constexpr std::string_view kVersion = "1";

// Percent-decoding of a form value; a stray percent sign stands for itself.
std::string Decoded(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const bool escape = text[at] == '%' && at + 2 < text.size() &&
                        std::from_chars(text.data() + at + 1, text.data() + at + 3, byte, 16).ptr ==
                            text.data() + at + 3;
    if (escape) {
      plain += static_cast<char>(byte);
      at += 2;
    } else {
      plain += text[at] == '+' ? ' ' : text[at];
    }
  }
  return plain;
}

std::string Encoded(std::string_view text) {
  constexpr std::string_view kPlain = "-_.~,:/";
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       kPlain.find(c) != kPlain.npos;
    encoded += plain ? std::string(1, c) : Format("%%%02X", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

bool IsPageParameter(std::string_view name) { return name == "theme" || name == "build"; }

Configured ParseQuery(std::string_view query) {
  if (query.starts_with('?')) query.remove_prefix(1);
  std::vector<NamedText> items;
  std::vector<Error> complaints;
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(part.size() + 1, query.size()));
    if (part.empty()) continue;
    const size_t equals = std::min(part.find('='), part.size());
    std::string name = Decoded(part.substr(0, equals));
    std::string text = Decoded(part.substr(std::min(equals + 1, part.size())));
    if (name == "v") {
      if (text != kVersion && complaints.empty()) {
        complaints.push_back({.code = ErrorCode::kInvalidArgument,
                              .message = Phrase<words::kOtherAddressVersion>(
                                  "known"_a = kVersion, "typed"_a = text.substr(0, 20)),
                              .next = Phrase<words::kUseAddressVersion>("known"_a = kVersion),
                              .field = "v"});
      }
    } else if (!IsPageParameter(name)) {
      items.emplace_back(std::move(name), std::move(text));
    }
  }
  Configured configured = Configure(items);
  configured.complaints.insert(configured.complaints.begin(), complaints.begin(), complaints.end());
  return configured;
}

std::string FormatQuery(const Experiment& experiment) {
  const Experiment preset = MakeExperiment(experiment.kind);
  std::string query = "v=" + std::string(kVersion);
  for (const auto& [name, text] : Describe(experiment)) {
    if (name == "experiment" || text != SettingText(preset, name))
      query += "&" + name + "=" + Encoded(text);
  }
  return query;
}

}  // namespace lab
