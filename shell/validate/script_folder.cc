#include "shell/validate/script_folder.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "platform/native/write_file.h"
#include "shell/validate/python_script.h"
#include "words/english/validate.h"

namespace lab {
namespace {

// TMPDIR as it stands, also if there is no such folder: then that is what is said.
std::string TemporaryFolder() {
  const char* folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

}  // namespace

Result<std::unique_ptr<ScriptFolder>> ScriptFolder::Make() {
  std::string name = TemporaryFolder() + "/speedup-lab-XXXXXX";
  const auto unusable = [](std::string why) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = std::move(why),
                 .next = Phrase<words::kNeedsFolder>()};
  };
  if (mkdtemp(name.data()) == nullptr)
    return unusable(CannotWrite(TemporaryFolder() + "/speedup-lab-…", errno).message);
  std::unique_ptr<ScriptFolder> folder(new ScriptFolder(name));
  if (const std::optional<Error> fault = WriteFile(folder->script(), kPythonScript))
    return unusable(fault->message);
  return folder;
}

ScriptFolder::~ScriptFolder() { Remove(); }

void ScriptFolder::Remove() const {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace lab
