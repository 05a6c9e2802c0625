#include "gil/checkpoint.h"

namespace lab {

bool Checkpoint::LookUp() {
  if (breaker_.Has(Breaker::kCancel)) return false;
  if (gil_ != nullptr && breaker_.Has(Breaker::kDropRequest)) {
    gil_->Drop(thread_, EventKind::kWaitingForGil, lane_);
    gil_->Take(thread_, lane_);
  }
  return !breaker_.Has(Breaker::kCancel);
}

void Checkpoint::Block(EventKind state) {
  if (gil_ != nullptr) gil_->Drop(thread_, state, lane_);
  else lane_.Enter(state);
}

void Checkpoint::Resume() {
  if (gil_ != nullptr) gil_->Take(thread_, lane_);
  else lane_.Enter(EventKind::kRunning);
}

}  // namespace lab
