#include "model/catalog.h"

#include <algorithm>

#include "experiment/model_info.h"

namespace lab {

std::vector<CatalogEntry> CatalogOf(std::span<const Present> present, const std::string& absent) {
  std::vector<CatalogEntry> catalog;
  for (const ModelInfo& model : Models()) {
    const auto found = std::ranges::find(present, model.name, &Present::name);
    const bool here = found != present.end();
    catalog.push_back({.name = std::string(model.name),
                       .workers = here ? found->workers : Phrase(*model.facts.worker.many),
                       .absent = here ? "" : absent,
                       .make = here ? found->make : nullptr});
  }
  return catalog;
}

}  // namespace lab
