// The execution models of this build: which exist, which do not and why, and how to make them.
// Each build links one list of what it can make: catalog_threads.cc, or catalog_single.cc where
// there are no threads.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "platform/event_loop.h"

namespace lab {

struct ModelOptions {
  int workers = 1;
  Nanoseconds switch_interval = 5'000'000;
  bool pin = false;  // worker i stays on core i
  int chunk = 0;     // tasks in one message to a process; 0: as many as Pool.map would take
  bool record = true;  // note what every lane does, see trace/recorder.h
  // A worker is gone while nobody waits for the model, which can run nothing any more: its news
  // does not wait for the next trial. Once at most.
  std::function<void(const Error&)> broken{};
};

using MakeModel = std::unique_ptr<Model> (*)(EventLoop& loop, const ModelOptions& options);

struct CatalogEntry {
  std::string name;     // from experiment/model_info.h
  std::string workers;  // what its workers are here: "threads", "OS processes", …
  std::string absent;   // why it cannot run in this build and what to do; empty if it can
  MakeModel make = nullptr;
};

// Every known model, the absent ones too, in the order of experiment/model_info.h.
const std::vector<CatalogEntry>& Catalog();

// For the lists of the builds: a model that can run.
struct Present {
  std::string_view name;
  std::string workers;
  MakeModel make;
};
// Those, and all others as absent for that reason.
std::vector<CatalogEntry> CatalogOf(std::span<const Present> present, const std::string& absent);

}  // namespace lab
