// What came in so far, kept in files of its own beside the whole ones' names ("run.partial.json"),
// so that a run that fails late, or is killed, keeps what it measured, and a former result stays
// until there is a new one.
#pragma once

#include <map>
#include <string>

namespace lab {

class PartialFiles {
 public:
  // Nothing is kept of what goes to standard output, a device or a pipe. A fault is said once.
  void Save(const std::string& whole, const std::string& text);
  // The whole one has been written.
  void Remove(const std::string& whole);
  // Says where to find them; nothing if there are none.
  void Tell() const;

 private:
  struct Partial {
    std::string name;     // empty if there is none
    bool faulty = false;  // and that was said
  };

  std::map<std::string, Partial> partials_;  // by the name of the whole one
};

}  // namespace lab
