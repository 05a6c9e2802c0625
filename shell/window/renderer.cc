#include "shell/window/renderer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "shell/window/gl.h"

namespace lab::window {
namespace {

enum Attribute : GLuint { kPosition, kTexture, kColor };

// Both dialects: `in`, `out` and `sample` are written as the older one's words where it needs them.
constexpr const char* kVertexShader = R"(
uniform vec2 half_size;
IN vec2 position;
IN vec2 texture_place;
IN vec4 color;
OUT vec2 place;
OUT vec4 ink;
void main() {
  place = texture_place;
  ink = color;
  gl_Position = vec4(position.x * half_size.x - 1.0, 1.0 - position.y * half_size.y, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(
uniform sampler2D glyphs;
IN vec2 place;
IN vec4 ink;
void main() { RESULT = ink * SAMPLE(glyphs, place); })";

std::string Dialect(const std::string& version, bool vertex) {
  const bool old = version == "#version 100";
  std::string text = version + "\n";
  if (old)
    return text + (vertex ? "#define IN attribute\n#define OUT varying\n"
                          : "precision mediump float;\n#define IN varying\n#define RESULT "
                            "gl_FragColor\n#define SAMPLE texture2D\n");
  return text + (vertex ? "#define IN in\n#define OUT out\n"
                        : "#define IN in\n#define SAMPLE texture\nout vec4 RESULT;\n");
}

GLuint Compile(GLenum kind, const std::string& text) {
  const Gl& gl = GlFunctions();
  const GLuint shader = gl.CreateShader(kind);
  const char* source = text.c_str();
  gl.ShaderSource(shader, 1, &source, nullptr);
  gl.CompileShader(shader);
  return shader;
}

const void* At(size_t offset) { return reinterpret_cast<const void*>(offset); }

// Indices have 16 bits: larger pictures come in parts, whose indices count from a vertex of their
// own.
void ReadVerticesFrom(size_t first) {
  const Gl& gl = GlFunctions();
  constexpr GLsizei kStride = sizeof(ImDrawVert);
  const size_t from = first * sizeof(ImDrawVert);
  gl.VertexAttribPointer(kPosition, 2, GL_FLOAT, GL_FALSE, kStride,
                         At(from + offsetof(ImDrawVert, pos)));
  gl.VertexAttribPointer(kTexture, 2, GL_FLOAT, GL_FALSE, kStride,
                         At(from + offsetof(ImDrawVert, uv)));
  gl.VertexAttribPointer(kColor, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride,
                         At(from + offsetof(ImDrawVert, col)));
}

}  // namespace

Renderer::Renderer(const char* shader_version) {
  const Gl& gl = GlFunctions();
  program_ = gl.CreateProgram();
  gl.AttachShader(program_,
                  Compile(GL_VERTEX_SHADER, Dialect(shader_version, true) + kVertexShader));
  gl.AttachShader(program_,
                  Compile(GL_FRAGMENT_SHADER, Dialect(shader_version, false) + kFragmentShader));
  gl.BindAttribLocation(program_, kPosition, "position");
  gl.BindAttribLocation(program_, kTexture, "texture_place");
  gl.BindAttribLocation(program_, kColor, "color");
  gl.LinkProgram(program_);
  half_size_ = gl.GetUniformLocation(program_, "half_size");
  std::array<GLuint, 2> buffers{};
  gl.GenBuffers(2, buffers.data());
  vertices_ = buffers[0];
  indices_ = buffers[1];
  // Nobody else draws in this context, so its state is set once.
  BindVertexArrayIfThereIsOne();
  gl.UseProgram(program_);
  gl.BindBuffer(GL_ARRAY_BUFFER, vertices_);
  gl.BindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (GLuint attribute : {kPosition, kTexture, kColor}) gl.EnableVertexAttribArray(attribute);
  ReadVerticesFrom(0);
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  gl.Enable(GL_BLEND);
  gl.BlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Renderer::UploadFonts() {
  const Gl& gl = GlFunctions();
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas->GetTexDataAsRGBA32(&pixels, &width, &height);
  if (fonts_ != 0) gl.DeleteTextures(1, &fonts_);
  gl.GenTextures(1, &fonts_);
  gl.ActiveTexture(GL_TEXTURE0);
  gl.BindTexture(GL_TEXTURE_2D, fonts_);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  gl.TexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
  atlas->SetTexID(reinterpret_cast<ImTextureID>(static_cast<size_t>(fonts_)));
  atlas->ClearTexData();
}

void Renderer::Render(const ImDrawData& picture, int width, int height, ImU32 ground) {
  const Gl& gl = GlFunctions();
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(ground);
  gl.Disable(GL_SCISSOR_TEST);
  gl.Viewport(0, 0, width, height);
  gl.ClearColor(color.x, color.y, color.z, 1);
  gl.Clear(GL_COLOR_BUFFER_BIT);
  gl.Enable(GL_SCISSOR_TEST);
  gl.Uniform2f(half_size_, 2 / static_cast<float>(std::max(1, width)),
               2 / static_cast<float>(std::max(1, height)));
  for (const ImDrawList* list : picture.CmdLists) DrawList(*list, height);
}

void Renderer::DrawList(const ImDrawList& list, int height) {
  static_assert(sizeof(ImDrawIdx) == 2);
  const Gl& gl = GlFunctions();
  gl.BufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                GL_STREAM_DRAW);
  gl.BufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                GL_STREAM_DRAW);
  size_t first = 0;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    const int left = std::max(0, static_cast<int>(clip.x));
    const int low = std::max(0, height - static_cast<int>(clip.w));
    const int wide = static_cast<int>(clip.z) - left;
    const int high = height - static_cast<int>(clip.y) - low;
    if (wide <= 0 || high <= 0 || command.ElemCount == 0) continue;
    if (command.VtxOffset != first) ReadVerticesFrom(first = command.VtxOffset);
    gl.Scissor(left, low, wide, high);
    gl.DrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                    At(command.IdxOffset * sizeof(ImDrawIdx)));
  }
  if (first != 0) ReadVerticesFrom(0);
}

}  // namespace lab::window
