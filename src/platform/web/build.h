// Which of the two web builds this is: build_threads.cc or build_single.cc.
#pragma once

namespace lab {

extern const char* const kBuild;

}  // namespace lab
