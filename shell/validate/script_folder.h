// The script that Python runs, as a file in a folder of its own, since multiprocessing imports it
// again. Gone with this object.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace lab {

class ScriptFolder {
 public:
  static Result<std::unique_ptr<ScriptFolder>> Make();
  ~ScriptFolder();
  ScriptFolder(const ScriptFolder&) = delete;
  ScriptFolder& operator=(const ScriptFolder&) = delete;

  const std::string& path() const { return path_; }
  // From the disk, for those who end the program in a hurry.
  void Remove() const;
  std::string script() const { return path_ + "/lab_python.py"; }

 private:
  explicit ScriptFolder(std::string path) : path_(std::move(path)) {}

  const std::string path_;
};

}  // namespace lab
