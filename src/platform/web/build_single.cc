#include "platform/web/build.h"

namespace lab {

const char* const kBuild = "single";

}  // namespace lab
