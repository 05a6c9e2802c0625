// The OpenGL functions that the renderer needs, by the names they have in OpenGL ES 2.
#pragma once

#include <SDL_opengles2.h>

namespace lab::window {

struct Gl {
  decltype(&::glActiveTexture) ActiveTexture;
  decltype(&::glAttachShader) AttachShader;
  decltype(&::glBindAttribLocation) BindAttribLocation;
  decltype(&::glBindBuffer) BindBuffer;
  decltype(&::glBindFramebuffer) BindFramebuffer;
  decltype(&::glBindTexture) BindTexture;
  decltype(&::glBlendFuncSeparate) BlendFuncSeparate;
  decltype(&::glBufferData) BufferData;
  decltype(&::glCheckFramebufferStatus) CheckFramebufferStatus;
  decltype(&::glClear) Clear;
  decltype(&::glClearColor) ClearColor;
  decltype(&::glCompileShader) CompileShader;
  decltype(&::glCreateProgram) CreateProgram;
  decltype(&::glCreateShader) CreateShader;
  decltype(&::glDeleteFramebuffers) DeleteFramebuffers;
  decltype(&::glDeleteTextures) DeleteTextures;
  decltype(&::glDisable) Disable;
  decltype(&::glDrawElements) DrawElements;
  decltype(&::glEnable) Enable;
  decltype(&::glEnableVertexAttribArray) EnableVertexAttribArray;
  decltype(&::glFramebufferTexture2D) FramebufferTexture2D;
  decltype(&::glGenBuffers) GenBuffers;
  decltype(&::glGenFramebuffers) GenFramebuffers;
  decltype(&::glGenTextures) GenTextures;
  decltype(&::glGetIntegerv) GetIntegerv;
  decltype(&::glGetUniformLocation) GetUniformLocation;
  decltype(&::glLinkProgram) LinkProgram;
  decltype(&::glReadPixels) ReadPixels;
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
