#include "shell/cli/partial_files.h"

#include <filesystem>

#include "platform/native/write_file.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {
namespace {

std::string PartialName(const std::string& whole) {
  const std::filesystem::path path = whole;
  return (path.parent_path() / (path.stem().string() + ".partial" + path.extension().string()))
      .string();
}

}  // namespace

void PartialFiles::Save(const std::string& whole, const std::string& text) {
  if (!IsFile(whole) || !Replaceable(whole)) return;
  Partial& partial = partials_[whole];
  if (partial.faulty) return;
  std::optional<Error> fault;
  bool fresh = false;
  if (partial.name.empty()) {
    const Result<std::string> made = MakeFreeFile(PartialName(whole));
    if (made) partial.name = made.value();
    else fault = made.error();
    fresh = true;
  }
  if (!fault) fault = WriteFile(partial.name, text);
  if (!fault) return;
  Say(*fault);
  partial.faulty = true;
  // What was kept a second ago is better than nothing; an empty file is not.
  if (fresh) Remove(whole);
}

void PartialFiles::Remove(const std::string& whole) {
  std::error_code ignored;
  std::string& name = partials_[whole].name;
  if (!name.empty()) std::filesystem::remove(name, ignored);
  name.clear();
}

void PartialFiles::Tell() const {
  std::vector<std::string> names;
  for (const auto& [whole, partial] : partials_) {
    if (!partial.name.empty()) names.push_back(partial.name);
  }
  if (!names.empty()) Say(Phrase<words::kSavedSoFar>("files"_a = Listed(names)));
}

}  // namespace lab
