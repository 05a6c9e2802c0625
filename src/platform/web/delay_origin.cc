#include "platform/delay_origin.h"

#include "platform/web/page.h"

namespace lab {
namespace {

class PageOrigin final : public DelayOrigin {
 public:
  std::string origin() const override {
    std::string origin = ThePage().origin;
    if (origin.ends_with('/')) origin.pop_back();
    return origin;
  }
};

}  // namespace

Result<std::unique_ptr<DelayOrigin>> DelayOrigin::Open() {
  return std::unique_ptr<DelayOrigin>(std::make_unique<PageOrigin>());
}

}  // namespace lab
