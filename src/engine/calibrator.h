// Measures what the machine's cores deliver, by really running 1 to N lanes of the laboratory's own
// counting loop on threads (or isolated workers, where there are no threads). N is the reported
// number of cores and, if all of those are real, twice as many: browsers report too few as well.
// Lives on its event loop's thread; destroying it ends it.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "messages/result.h"
#include "model/catalog.h"
#include "stats/capacity.h"

namespace lab {

class Calibrator {
 public:
  using Measured = std::function<void(Result<Capacity>)>;

  // `loop` and `catalog` outlive it.
  Calibrator(EventLoop& loop, const std::vector<CatalogEntry>& catalog,
             const Environment& environment);

  // Takes some tenths of a second of all cores; one measurement at a time. With a clock too coarse
  // for that, what is reported is taken for granted and nothing is measured (`unit_s` is 0).
  void Measure(Measured measured);
  // Ends a measurement under way; nobody is told.
  void Cancel();

 private:
  void Step();
  void Warm();
  void RunStep();
  void TakeIn(Result<TrialOutcome> outcome);
  void Later(std::function<void()> then);
  void End(Result<Capacity> capacity);
  int Each() const;
  Capacity NotMeasured() const;

  EventLoop& loop_;
  const CatalogEntry* entry_;  // of the model whose workers are the lanes
  const int reported_;
  const double timer_step_s_;
  const double slice_s_;  // what one task should last
  std::vector<int> steps_;  // numbers of lanes
  std::unique_ptr<Model> model_;  // with the lanes of the step under way; null between measurements
  int64_t size_ = 0;  // iterations of one task; 0 while unknown
  size_t next_ = 0;  // step
  std::vector<std::vector<Lane>> trials_;
  Measured measured_;  // empty between measurements
  std::shared_ptr<bool> under_way_;  // one for each measurement; null between them
};

}  // namespace lab
