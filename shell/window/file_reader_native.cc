#include <atomic>
#include <deque>
#include <filesystem>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "platform/condition.h"
#include "platform/mutex.h"
#include "platform/native/read_text.h"
#include "shell/window/file_reader.h"

namespace lab::window {
namespace {

struct ReadFile {
  std::string name;
  Result<SavedFile> file;
};

}  // namespace

struct FileReader::Parts {
  std::function<void()> wake;
  Mutex mutex;
  Condition asked;
  std::deque<std::string> paths LAB_GUARDED_BY(mutex);
  std::vector<ReadFile> done LAB_GUARDED_BY(mutex);
  // The name and how far it is.
  std::optional<std::pair<std::string, double>> under_way LAB_GUARDED_BY(mutex);
  bool ends LAB_GUARDED_BY(mutex) = false;
  std::thread thread;

  void Live();
  void Read(const std::string& path);
};

FileReader::FileReader(std::function<void()> wake) : parts_(std::make_unique<Parts>()) {
  parts_->wake = std::move(wake);
}

FileReader::~FileReader() {
  {
    const MutexLock lock(parts_->mutex);
    parts_->ends = true;
  }
  parts_->asked.NotifyOne();
  if (parts_->thread.joinable()) parts_->thread.join();
}

void FileReader::Read(std::string path) {
  {
    const MutexLock lock(parts_->mutex);
    parts_->paths.push_back(std::move(path));
  }
  if (!parts_->thread.joinable()) parts_->thread = std::thread([this] { parts_->Live(); });
  parts_->asked.NotifyOne();
}

void FileReader::Tell(panel::Panel& panel) {
  std::vector<ReadFile> done;
  std::optional<std::pair<std::string, double>> under_way;
  {
    const MutexLock lock(parts_->mutex);
    done.swap(parts_->done);
    under_way = std::exchange(parts_->under_way, std::nullopt);
  }
  for (ReadFile& each : done) panel.Show(each.name, std::move(each.file));
  if (under_way) panel.TellReading(under_way->first, under_way->second);
}

void FileReader::Parts::Live() {
  MutexLock lock(mutex);
  while (true) {
    while (!ends && paths.empty()) asked.Wait(mutex);
    if (ends) return;
    const std::string path = std::move(paths.front());
    paths.pop_front();
    lock.Unlock();
    Read(path);
    lock.Lock();
  }
}

void FileReader::Parts::Read(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const auto tell = [&](double share) {
    {
      const MutexLock lock(mutex);
      under_way = {name, share};
    }
    wake();
  };
  tell(0);
  const Result<std::string> text = ReadText(path, kLargestFile);
  Result<SavedFile> file = text ? DecodeFile(text.value(), tell) : Result<SavedFile>(text.error());
  {
    const MutexLock lock(mutex);
    under_way.reset();
    done.push_back({name, std::move(file)});
  }
  wake();
}

}  // namespace lab::window
