#include "platform/native/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <random>

#include "base/text.h"
#include "platform/native/descriptor.h"
#include "words/english/platform.h"

namespace lab {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kUsualRights = 0666;  // less what the person's umask takes
constexpr off_t kTrialRoom = 1 << 16;  // bytes; most results take less
constexpr int kMostNames = 1000;
constexpr int kMostLinksOfFile = 40;   // as many as the kernel follows

// Closes at the end of its block; Close tells what only closing brings to light (network disks).
class WritableFile {
 public:
  WritableFile(const std::string& path, int flags, mode_t rights = 0)
      : descriptor_(open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, rights)),
        fault_(descriptor_ < 0 ? errno : 0) {}
  ~WritableFile() { Close(); }
  WritableFile(const WritableFile&) = delete;
  WritableFile& operator=(const WritableFile&) = delete;

  int fault() const { return fault_; }
  int descriptor() const { return descriptor_; }
  int Close() {
    const int closed = descriptor_ < 0 || close(descriptor_) == 0 ? 0 : errno;
    descriptor_ = -1;
    return closed;
  }

 private:
  int descriptor_;
  int fault_;
};

// The file at the end of all links, which need not exist.
std::string EndOfLinks(const std::string& path) {
  fs::path end = path;
  for (int links = 0; links < kMostLinksOfFile; ++links) {
    std::error_code fault;
    const fs::path target = fs::read_symlink(end, fault);
    if (fault) break;
    end = end.parent_path() / target;
  }
  return end.string();
}

std::string FolderOf(const std::string& file) {
  const std::string folder = fs::path(file).parent_path().string();
  return folder.empty() ? "." : folder;
}

// A name that nobody has, hidden, as long as any folder allows.
std::string FreshName(const std::string& folder) {
  static std::random_device random;
  return Format("%s/.speedup-lab-%08x%08x", folder.c_str(), random(), random());
}

// Access lists and the like. Those of SELinux a new file gets by itself.
bool HasAttributes(const std::string& file) {
  const ssize_t size = listxattr(file.c_str(), nullptr, 0);
  if (size <= 0) return false;
  std::string names(static_cast<size_t>(size), '\0');
  names.resize(static_cast<size_t>(
      std::max<ssize_t>(0, listxattr(file.c_str(), names.data(), names.size()))));
  return names != std::string("security.selinux") + '\0';
}

// Whether a fresh file in its place would be the same to everybody: same owner, no other name,
// nothing that would get lost.
bool CanTakeThePlaceOf(const std::string& file, const struct stat& former) {
  return former.st_uid == geteuid() && former.st_nlink == 1 && !HasAttributes(file);
}

int ReserveRoom(int descriptor, off_t size) {
  const int fault = size > 0 ? posix_fallocate(descriptor, 0, size) : 0;
  return fault == EOPNOTSUPP || fault == EINVAL ? 0 : fault;  // a file system that cannot promise
}

int FillFresh(const std::string& fresh, std::string_view bytes, const struct stat* former) {
  WritableFile file(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                    former != nullptr ? 0600 : kUsualRights);
  if (file.fault() != 0) return file.fault();
  if (former != nullptr && former->st_gid != getegid() &&
      fchown(file.descriptor(), static_cast<uid_t>(-1), former->st_gid) != 0)
    return errno;
  if (former != nullptr && fchmod(file.descriptor(), former->st_mode & 07777) != 0) return errno;
  const int fault = WriteAll(file.descriptor(), bytes);
  return fault != 0 ? fault : file.Close();
}

// Zero, or the error number; then `file` is as it was.
int ReplaceFile(const std::string& file, std::string_view bytes, const struct stat* former) {
  const std::string fresh = FreshName(FolderOf(file));
  int fault = FillFresh(fresh, bytes, former);
  if (fault == 0 && rename(fresh.c_str(), file.c_str()) != 0) fault = errno;
  if (fault != 0) unlink(fresh.c_str());
  return fault;
}

// Into the file that is there. Its room is taken first, so that a full disk costs nothing of what
// it holds.
int WriteInPlace(const std::string& file, std::string_view bytes) {
  WritableFile opened(file, O_WRONLY);
  if (opened.fault() != 0) return opened.fault();
  struct stat former{};
  fstat(opened.descriptor(), &former);
  if (!S_ISREG(former.st_mode)) {
    const int fault = WriteAll(opened.descriptor(), bytes);
    return fault != 0 ? fault : opened.Close();
  }
  const auto size = static_cast<off_t>(bytes.size());
  if (const int fault = ReserveRoom(opened.descriptor(), size)) {
    [[maybe_unused]] const int back = ftruncate(opened.descriptor(), former.st_size);
    return fault;
  }
  const int fault = WriteAll(opened.descriptor(), bytes);
  if (fault != 0) return fault;
  return ftruncate(opened.descriptor(), size) == 0 ? opened.Close() : errno;
}

int WriteRegular(const std::string& file, std::string_view bytes) {
  struct stat former{};
  if (stat(file.c_str(), &former) != 0)
    return errno == ENOENT ? ReplaceFile(file, bytes, nullptr) : errno;
  // Whoever may not write it does not get round that by replacing it.
  if (faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0) return errno;
  if (!CanTakeThePlaceOf(file, former)) return WriteInPlace(file, bytes);
  const int fault = ReplaceFile(file, bytes, &former);
  // A folder that takes no new file, a group that is not ours, or a file that is a mount point: its
  // content can change all the same.
  const bool not_here =
      fault == EACCES || fault == EPERM || fault == EROFS || fault == EBUSY || fault == EXDEV;
  return not_here ? WriteInPlace(file, bytes) : fault;
}

int TryDescriptor(int descriptor) {
  const int flags = fcntl(descriptor, F_GETFL);
  return flags < 0 || (flags & O_ACCMODE) == O_RDONLY ? EBADF : 0;
}

int TryFresh(const std::string& folder) {
  const std::string fresh = FreshName(folder);
  WritableFile file(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (file.fault() != 0) return file.fault();
  const int fault = ReserveRoom(file.descriptor(), kTrialRoom);
  unlink(fresh.c_str());
  return fault;
}

bool DiskIsFull(int fault) { return fault == ENOSPC || fault == EDQUOT; }

// What hinders, by the name of its branch in the text.
const char* Name(int fault) {
  switch (fault) {
    case ENOENT: return "absent";
    case ENOTDIR: return "under-file";
    case EISDIR: return "folder";
    case EACCES:
    case EPERM: return "rights";
    case EROFS: return "read-only";
    case ENOSPC:
    case EDQUOT: return "full";
    case EBADF: return "closed";
    default: return "system";
  }
}

}  // namespace

Error CannotWrite(const std::string& name, int fault) {
  return {.code = ErrorCode::kUnavailable,
          .message = Phrase<words::kCannotWrite>("file"_a = name, "fault"_a = Name(fault),
                                                 "folder"_a = FolderOf(name),
                                                 "system"_a = std::strerror(fault)),
          .next = DiskIsFull(fault) ? Phrase<words::kMakeRoom>() : Phrase<words::kAnotherPlace>()};
}

bool Replaceable(const std::string& path) {
  if (DescriptorNamed(path)) return false;
  struct stat facts{};
  return stat(path.c_str(), &facts) != 0 || S_ISREG(facts.st_mode);
}

std::optional<Error> TryFile(const std::string& path) {
  const auto fault_of = [&]() -> int {
    if (const std::optional<int> descriptor = DescriptorNamed(path))
      return TryDescriptor(*descriptor);
    const std::string file = EndOfLinks(path);
    struct stat facts{};
    if (stat(file.c_str(), &facts) != 0) return errno == ENOENT ? TryFresh(FolderOf(file)) : errno;
    if (S_ISDIR(facts.st_mode)) return EISDIR;
    if (faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0) return errno;
    // It can be written in its place even if nothing new can stand beside it.
    const int beside = S_ISREG(facts.st_mode) ? TryFresh(FolderOf(file)) : 0;
    return DiskIsFull(beside) ? beside : 0;
  };
  const int fault = fault_of();
  return fault == 0 ? std::nullopt : std::optional(CannotWrite(path, fault));
}

std::optional<Error> WriteFile(const std::string& path, std::string_view bytes) {
  const std::optional<int> descriptor = DescriptorNamed(path);
  const int fault = descriptor          ? WriteAll(*descriptor, bytes)
                    : Replaceable(path) ? WriteRegular(EndOfLinks(path), bytes)
                                        : WriteInPlace(path, bytes);
  return fault == 0 ? std::nullopt : std::optional(CannotWrite(path, fault));
}

Result<std::string> MakeFreeFile(const std::string& path) {
  const fs::path wanted = path;
  for (int copy = 1;; ++copy) {
    const std::string name =
        copy == 1 ? path
                  : (wanted.parent_path() /
                     (wanted.stem().string() + Format(" (%d)", copy) + wanted.extension().string()))
                        .string();
    const WritableFile file(name, O_WRONLY | O_CREAT | O_EXCL, kUsualRights);
    if (file.fault() == 0) return name;
    if (file.fault() != EEXIST || copy == kMostNames) return CannotWrite(name, file.fault());
  }
}

}  // namespace lab
