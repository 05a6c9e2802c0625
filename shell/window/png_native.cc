#include <png.h>

#include "shell/window/png.h"

namespace lab::window {

std::string EncodePng(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  const bool written = png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(),
                                                 0, nullptr) != 0;
  png_image_free(&image);
  bytes.resize(written ? size : 0);
  return bytes;
}

}  // namespace lab::window
