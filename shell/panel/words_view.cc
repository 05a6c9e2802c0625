// What the words mean that everything here is about, for people who have never met them.
#include <algorithm>
#include <array>

#include "shell/panel/views.h"
#include "shell/panel/widgets.h"

namespace lab::panel {
namespace {

constexpr std::array kWords = {
    std::string_view("A thread is one of several lines of work in a program, which share its memory; a process is a program of its own, "
                     "with a memory of its own."),
    std::string_view("Python's GIL, the global interpreter lock, lets one thread of a process run Python code at a time."),
    std::string_view("CPU-bound work computes all the time; I/O-bound work mostly waits, for a network or a disk."),
    std::string_view("The tutorial whose claims are tried here is \"Multiprocessing vs Multithreading in Python: Complete Guide\"."),
};

}  // namespace

bool WordsView(const Ui& ui) {
  const float measure = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  for (const std::string_view text : kWords) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, text, measure);
    Space(ui, 6);
  }
  return ButtonFlow(ui).Button("glossary", "The GIL in Python's glossary");
}

}  // namespace lab::panel
