#include "shell/window/gl.h"

#include <SDL.h>

namespace lab::window {
namespace {

template <typename Function>
void Load(Function& function, const char* name) {
  function = reinterpret_cast<Function>(SDL_GL_GetProcAddress(name));
}

Gl LoadAll() {
  Gl gl{};
  Load(gl.ActiveTexture, "glActiveTexture");
  Load(gl.AttachShader, "glAttachShader");
  Load(gl.BindAttribLocation, "glBindAttribLocation");
  Load(gl.BindBuffer, "glBindBuffer");
  Load(gl.BindFramebuffer, "glBindFramebuffer");
  Load(gl.BindTexture, "glBindTexture");
  Load(gl.BlendFuncSeparate, "glBlendFuncSeparate");
  Load(gl.BufferData, "glBufferData");
  Load(gl.CheckFramebufferStatus, "glCheckFramebufferStatus");
  Load(gl.Clear, "glClear");
  Load(gl.ClearColor, "glClearColor");
  Load(gl.CompileShader, "glCompileShader");
  Load(gl.CreateProgram, "glCreateProgram");
  Load(gl.CreateShader, "glCreateShader");
  Load(gl.DeleteFramebuffers, "glDeleteFramebuffers");
  Load(gl.DeleteTextures, "glDeleteTextures");
  Load(gl.Disable, "glDisable");
  Load(gl.DrawElements, "glDrawElements");
  Load(gl.Enable, "glEnable");
  Load(gl.EnableVertexAttribArray, "glEnableVertexAttribArray");
  Load(gl.FramebufferTexture2D, "glFramebufferTexture2D");
  Load(gl.GenBuffers, "glGenBuffers");
  Load(gl.GenFramebuffers, "glGenFramebuffers");
  Load(gl.GenTextures, "glGenTextures");
  Load(gl.GetIntegerv, "glGetIntegerv");
  Load(gl.GetUniformLocation, "glGetUniformLocation");
  Load(gl.LinkProgram, "glLinkProgram");
  Load(gl.ReadPixels, "glReadPixels");
  Load(gl.Scissor, "glScissor");
  Load(gl.ShaderSource, "glShaderSource");
  Load(gl.TexImage2D, "glTexImage2D");
  Load(gl.TexParameteri, "glTexParameteri");
  Load(gl.Uniform2f, "glUniform2f");
  Load(gl.UseProgram, "glUseProgram");
  Load(gl.VertexAttribPointer, "glVertexAttribPointer");
  Load(gl.Viewport, "glViewport");
  return gl;
}

}  // namespace

const Gl& GlFunctions() {
  static const Gl gl = LoadAll();
  return gl;
}

void BindVertexArrayIfThereIsOne() {
  int profile = 0;
  SDL_GL_GetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, &profile);
  if (profile != SDL_GL_CONTEXT_PROFILE_CORE) return;
  void(GL_APIENTRY * generate)(GLsizei, GLuint*) = nullptr;
  void(GL_APIENTRY * bind)(GLuint) = nullptr;
  Load(generate, "glGenVertexArrays");
  Load(bind, "glBindVertexArray");
  GLuint array = 0;
  generate(1, &array);
  bind(array);
}

}  // namespace lab::window
