// A mutex and a lock on it that the compiler keeps an eye on (Clang's -Wthread-safety): what is
// LAB_GUARDED_BY a mutex can only be used while that mutex is held, and a function that
// LAB_REQUIRES it can only be called then.
#pragma once

#include <mutex>

#if defined(__clang__)
#define LAB_THREAD_SAFETY(attribute) __attribute__((attribute))
#else
#define LAB_THREAD_SAFETY(attribute)
#endif
#define LAB_GUARDED_BY(mutex) LAB_THREAD_SAFETY(guarded_by(mutex))
#define LAB_REQUIRES(mutex) LAB_THREAD_SAFETY(requires_capability(mutex))
#define LAB_ACQUIRES(mutex) LAB_THREAD_SAFETY(acquire_capability(mutex))
#define LAB_RELEASES(mutex) LAB_THREAD_SAFETY(release_capability(mutex))

namespace lab {

class LAB_THREAD_SAFETY(capability("mutex")) Mutex {
 public:
  void Lock() LAB_THREAD_SAFETY(acquire_capability()) { mutex_.lock(); }
  bool TryLock() LAB_THREAD_SAFETY(try_acquire_capability(true)) { return mutex_.try_lock(); }
  void Unlock() LAB_THREAD_SAFETY(release_capability()) { mutex_.unlock(); }

  std::mutex::native_handle_type native_handle() { return mutex_.native_handle(); }

 private:
  std::mutex mutex_;
};

// Holds a mutex for as long as it lives, but between Unlock and Lock.
class LAB_THREAD_SAFETY(scoped_lockable) MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) LAB_THREAD_SAFETY(acquire_capability(mutex)) : mutex_(mutex) {
    mutex_.Lock();
  }
  ~MutexLock() LAB_THREAD_SAFETY(release_capability()) {
    if (held_) mutex_.Unlock();
  }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

  void Unlock() LAB_THREAD_SAFETY(release_capability()) {
    mutex_.Unlock();
    held_ = false;
  }
  void Lock() LAB_THREAD_SAFETY(acquire_capability()) {
    mutex_.Lock();
    held_ = true;
  }

 private:
  Mutex& mutex_;
  bool held_ = true;
};

}  // namespace lab
