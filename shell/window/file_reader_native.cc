#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

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
  std::mutex mutex;
  std::condition_variable asked;
  std::deque<std::string> paths;                            // these five are guarded by the mutex
  std::vector<ReadFile> done;
  std::optional<std::pair<std::string, double>> under_way;  // the name and how far it is
  bool ends = false;
  std::thread thread;

  void Live();
  void Read(const std::string& path);
};

FileReader::FileReader(std::function<void()> wake) : parts_(std::make_unique<Parts>()) {
  parts_->wake = std::move(wake);
}

FileReader::~FileReader() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->ends = true;
  }
  parts_->asked.notify_one();
  if (parts_->thread.joinable()) parts_->thread.join();
}

void FileReader::Read(std::string path) {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->paths.push_back(std::move(path));
  }
  if (!parts_->thread.joinable()) parts_->thread = std::thread([this] { parts_->Live(); });
  parts_->asked.notify_one();
}

void FileReader::Tell(panel::Panel& panel) {
  std::vector<ReadFile> done;
  std::optional<std::pair<std::string, double>> under_way;
  {
    const std::lock_guard lock(parts_->mutex);
    done.swap(parts_->done);
    under_way = std::exchange(parts_->under_way, std::nullopt);
  }
  for (ReadFile& each : done) panel.Show(each.name, std::move(each.file));
  if (under_way) panel.TellReading(under_way->first, under_way->second);
}

void FileReader::Parts::Live() {
  std::unique_lock lock(mutex);
  while (true) {
    asked.wait(lock, [&] { return ends || !paths.empty(); });
    if (ends) return;
    const std::string path = std::move(paths.front());
    paths.pop_front();
    lock.unlock();
    Read(path);
    lock.lock();
  }
}

void FileReader::Parts::Read(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const auto tell = [&](double share) {
    {
      const std::lock_guard lock(mutex);
      under_way = {name, share};
    }
    wake();
  };
  tell(0);
  const Result<std::string> text = ReadText(path, kLargestFile);
  Result<SavedFile> file = text ? DecodeFile(text.value(), tell) : Result<SavedFile>(text.error());
  {
    const std::lock_guard lock(mutex);
    under_way.reset();
    done.push_back({name, std::move(file)});
  }
  wake();
}

}  // namespace lab::window
