// Whose run a notice is about. The page numbers the runs of all who ask there, and the panel has
// numbers of its own: this puts the one in place of the other. On the thread that draws.
#pragma once

#include <utility>
#include <variant>

#include "messages/messages.h"

namespace lab::window {

class RunNumbers {
 public:
  // The panel asked for a run, and the page gave it that number; 0: it was no run.
  void Asked(const Request& request, int on_page) {
    std::visit(
        [&](const auto& asked) {
          if constexpr (requires { asked.run; })
            latest_ = {.in_panel = asked.run, .on_page = on_page};
        },
        request);
  }

  // The page's notice as the panel knows it. Runs of others get numbers below 0, as the panel's
  // never are; 0 stays what it is: no run's.
  Notice ForPanel(Notice notice) const {
    std::visit(
        [&](auto& said) {
          if constexpr (requires { said.run; })
            said.run = said.run == latest_.on_page ? latest_.in_panel : -said.run;
        },
        notice);
    return notice;
  }

 private:
  // Of the panel's latest run: it asks for one at a time.
  struct {
    int in_panel = 0;
    int on_page = 0;
  } latest_;
};

}  // namespace lab::window
