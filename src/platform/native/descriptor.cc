#include "platform/native/descriptor.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>

#include "base/text.h"

namespace lab {
namespace {

constexpr int kMostLinks = 40;  // as many as the kernel follows

std::optional<int> NumberAfter(const std::string& folder, const std::string& path) {
  if (!path.starts_with(folder)) return std::nullopt;
  int number = 0;
  const char* const last = path.data() + path.size();
  const auto [end, fault] = std::from_chars(path.data() + folder.size(), last, number);
  return fault == std::errc() && end == last && number >= 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<int> DescriptorNamed(const std::string& path) {
  std::filesystem::path name = path;
  for (int links = 0; links < kMostLinks; ++links) {
    const std::string plain = name.lexically_normal().string();
    for (const std::string& folder : {std::string("/dev/fd/"), std::string("/proc/self/fd/"),
                                      Format("/proc/%d/fd/", getpid())}) {
      if (const std::optional<int> number = NumberAfter(folder, plain)) return number;
    }
    std::error_code fault;
    const std::filesystem::path target = std::filesystem::read_symlink(name, fault);
    if (fault) return std::nullopt;
    name = name.parent_path() / target;
  }
  return std::nullopt;
}

int WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd full = {.fd = descriptor, .events = POLLOUT, .revents = 0};
      poll(&full, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace lab
