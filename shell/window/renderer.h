// Draws what Dear ImGui made, with OpenGL 3.2 or OpenGL ES 2 (WebGL). Unlike ImGui's own renderer
// it asks OpenGL nothing while it draws: in a browser each question waits for the GPU's process.
#pragma once

#include "imgui.h"

namespace lab::window {

class Renderer {
 public:
  // With the context current. `shader_version` is the first line of its shaders.
  explicit Renderer(const char* shader_version);
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // Uploads the font atlas of the current ImGui context.
  void UploadFonts();
  // Clears the surface of that size and draws on it.
  void Render(const ImDrawData& picture, int width, int height, ImU32 ground);

 private:
  void DrawList(const ImDrawList& list, int height);

  unsigned program_ = 0;
  int half_size_ = 0;  // uniform: two over the surface's size
  unsigned vertices_ = 0;
  unsigned indices_ = 0;
  unsigned fonts_ = 0;
};

}  // namespace lab::window
