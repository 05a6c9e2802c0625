#include "gil/checkpoint.h"

namespace lab {

bool Checkpoint::LookUp() {
  if (breaker_.Has(Breaker::kCancel)) return false;
  if (gil_ != nullptr && breaker_.Has(Breaker::kDropRequest)) {
    gil_->Drop(thread_);
    gil_->Take(thread_);
  }
  return !breaker_.Has(Breaker::kCancel);
}

}  // namespace lab
