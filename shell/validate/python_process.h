// A Python interpreter that answers requests of lab_python.py, one line of JSON each way.
// Blocks its caller; ends with this object.
#pragma once

#include <sys/types.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"

namespace lab {

class PythonProcess {
 public:
  // `executable` as typed: a path, or a name on the PATH. `script` is a file in a folder
  // where Python may put what it needs for a while. An error of code
  // kUnavailable, naming it, if it cannot be started or does not answer like Python.
  static Result<std::unique_ptr<PythonProcess>> Start(const std::string& executable,
                                                      const std::string& script);
  ~PythonProcess();
  PythonProcess(const PythonProcess&) = delete;
  PythonProcess& operator=(const PythonProcess&) = delete;

  // Ends all that run, with their pools, at once; none starts any more. Any thread: for the end of
  // the program.
  static void EndAll();

  // The answer to a request; an error of code kWorkerFailed if it died or was silent for two
  // minutes.
  Result<nlohmann::json> Ask(const nlohmann::json& request);

  const std::string& executable() const { return executable_; }
  // Its answer to "facts".
  const nlohmann::json& facts() const { return facts_; }
  // "CPython 3.13.1, free-threaded".
  std::string Name() const;

 private:
  explicit PythonProcess(std::string executable) : executable_(std::move(executable)) {}

  const std::string executable_;
  nlohmann::json facts_;
  pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
  std::string unread_;
};

}  // namespace lab
