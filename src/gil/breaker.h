// The word that loops poll (CPython calls it the eval breaker): zero as long as nobody wants
// anything of the running thread. One word for all threads that share a GIL or can be cancelled
// together.
#pragma once

#include <atomic>
#include <cstdint>

namespace lab {

class Breaker {
 public:
  static constexpr uint32_t kDropRequest = 1;  // a waiter wants the GIL
  static constexpr uint32_t kCancel = 2;       // the work is no longer wanted

  void Set(uint32_t bit) { word_.fetch_or(bit, std::memory_order_relaxed); }
  void Clear(uint32_t bit) { word_.fetch_and(~bit, std::memory_order_relaxed); }
  bool Has(uint32_t bit) const { return (word_.load(std::memory_order_relaxed) & bit) != 0; }
  // What a loop looks at in every iteration. Volatile, so that the load stays inside the loop in
  // builds without threads too and the loop is the same machine code everywhere.
  bool Quiet() const { return word_.load(std::memory_order_relaxed) == 0; }

 private:
  volatile std::atomic<uint32_t> word_ = 0;
};

}  // namespace lab
