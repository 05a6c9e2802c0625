#include "model/chunk.h"

namespace lab {

size_t ChunkSize(size_t tasks, size_t workers) {
  const size_t chunks = 4 * workers;
  return (tasks + chunks - 1) / chunks;
}

}  // namespace lab
