#include "platform/native/read_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "words/english/platform.h"

namespace lab {
namespace {

// A descriptor that closes itself.
class ReadableFile {
 public:
  explicit ReadableFile(const std::string& path)
      : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~ReadableFile() {
    if (file_ >= 0) close(file_);
  }
  ReadableFile(const ReadableFile&) = delete;
  ReadableFile& operator=(const ReadableFile&) = delete;

  bool ok() const { return file_ >= 0; }
  bool IsFolder() const {
    struct stat facts{};
    return fstat(file_, &facts) == 0 && S_ISDIR(facts.st_mode);
  }
  // How many bytes came; 0 at the end, below 0 if it cannot be read.
  ssize_t Read(char* into, size_t size) const {
    ssize_t got = 0;
    do got = read(file_, into, size);
    while (got < 0 && errno == EINTR);
    return got;
  }

 private:
  const int file_;
};

constexpr double kMegabyte = 1e6;

enum class Fault { kSystem, kFolder, kLarge };

// Of kSystem `errno` tells more; kLarge is more than `most` bytes.
Error Unread(const std::string& path, Fault fault, std::string next, size_t most = 0) {
  const char* const name = fault == Fault::kFolder  ? "folder"
                           : fault == Fault::kLarge ? "large"
                                                    : "system";
  return {.code = ErrorCode::kInvalidArgument,
          .message = Phrase<words::kCannotRead>("file"_a = path, "fault"_a = name,
                                                "most"_a = static_cast<double>(most) / kMegabyte,
                                                "system"_a = std::strerror(errno)),
          .next = std::move(next)};
}

std::optional<Error> FaultOf(const ReadableFile& file, const std::string& path) {
  if (!file.ok()) return Unread(path, Fault::kSystem, Phrase<words::kCheckFile>());
  if (file.IsFolder()) return Unread(path, Fault::kFolder, Phrase<words::kNameFileInFolder>());
  return std::nullopt;
}

}  // namespace

std::optional<Error> WhyNotRead(const std::string& path) {
  return FaultOf(ReadableFile(path), path);
}

Result<std::string> ReadText(const std::string& path, size_t most) {
  constexpr size_t kBlock = 1 << 20;
  const ReadableFile file(path);
  if (std::optional<Error> fault = FaultOf(file, path)) return *std::move(fault);
  std::string text;
  // Block by block: what a pipe or a device will give, its size does not say.
  while (text.size() <= most) {
    const size_t before = text.size();
    text.resize(before + kBlock);
    const ssize_t got = file.Read(text.data() + before, kBlock);
    if (got < 0) return Unread(path, Fault::kSystem, Phrase<words::kNameSavedFile>());
    text.resize(before + static_cast<size_t>(got));
    if (got == 0) return text;
  }
  return Unread(path, Fault::kLarge, Phrase<words::kNameSavedFile>(), most);
}

}  // namespace lab
