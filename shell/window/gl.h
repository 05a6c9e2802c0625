// The OpenGL functions that the renderer needs, by the names they have in OpenGL ES 2.
#pragma once

#include <SDL_opengles2.h>

namespace lab::window {

struct Gl {
  decltype(&::glActiveTexture) ActiveTexture;
  decltype(&::glAttachShader) AttachShader;
  decltype(&::glBindAttribLocation) BindAttribLocation;
  decltype(&::glBindBuffer) BindBuffer;
  decltype(&::glBindTexture) BindTexture;
  decltype(&::glBlendFuncSeparate) BlendFuncSeparate;
  decltype(&::glBufferData) BufferData;
  decltype(&::glClear) Clear;
  decltype(&::glClearColor) ClearColor;
  decltype(&::glCompileShader) CompileShader;
  decltype(&::glCreateProgram) CreateProgram;
  decltype(&::glCreateShader) CreateShader;
  decltype(&::glDeleteTextures) DeleteTextures;
  decltype(&::glDisable) Disable;
  decltype(&::glDrawElements) DrawElements;
  decltype(&::glEnable) Enable;
  decltype(&::glEnableVertexAttribArray) EnableVertexAttribArray;
  decltype(&::glGenBuffers) GenBuffers;
  decltype(&::glGenTextures) GenTextures;
  decltype(&::glGetUniformLocation) GetUniformLocation;
  decltype(&::glLinkProgram) LinkProgram;
  decltype(&::glScissor) Scissor;
  decltype(&::glShaderSource) ShaderSource;
  decltype(&::glTexImage2D) TexImage2D;
  decltype(&::glTexParameteri) TexParameteri;
  decltype(&::glUniform2f) Uniform2f;
  decltype(&::glUseProgram) UseProgram;
  decltype(&::glVertexAttribPointer) VertexAttribPointer;
  decltype(&::glViewport) Viewport;
};

// Those of the current context, loaded once.
const Gl& GlFunctions();
// OpenGL's core profile draws only from a vertex array object; OpenGL ES 2 has none.
void BindVertexArrayIfThereIsOne();

}  // namespace lab::window
