#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <system_error>

#include "base/printable.h"
#include "platform/native/limits.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

using lab::operator""_a;

namespace {

struct Perform {
  int operator()(const lab::RunCommand& command) const { return lab::RunExperiment(command); }
  int operator()(const lab::SweepCommand& command) const { return lab::RunSweep(command); }
  int operator()(const lab::CompareCommand& command) const { return lab::Compare(command); }
  int operator()(const lab::ValidateCommand& command) const { return lab::RunValidation(command); }
  int operator()(const lab::CodeCommand& command) const { return lab::Print(command); }
  int operator()(const lab::ModelsCommand& command) const { return lab::Show(command); }
  int operator()(const lab::EnvironmentCommand& command) const { return lab::Show(command); }
  int operator()(const lab::SchemaCommand& command) const { return lab::Show(command); }
  int operator()(const lab::WindowCommand& command) const { return lab::Open(command); }
  int operator()(const lab::PrintCommand& command) const {
    if (command.exit_code == lab::kDone)
      return lab::Print(command.text) ? lab::kDone : lab::kRunFailed;
    std::fputs(lab::Printable(command.text).c_str(), stderr);
    return command.exit_code;
  }
};

// So that no file of ours gets the number of one that was closed by whoever started us. What is
// written to it still fails.
void OccupyStandardDescriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) < 0) open("/dev/null", O_RDONLY);
  }
}

}  // namespace

// What libraries throw when the system refuses something ends as a sentence.
int main(int count, char** arguments) try {
  OccupyStandardDescriptors();
  return std::visit(Perform{}, lab::ParseCommandLine(count, arguments));
} catch (const std::system_error& refused) {
  const bool threads = refused.code() == std::errc::resource_unavailable_try_again;
  lab::Say(threads ? lab::NoMoreThreads(lab::Phrase<lab::words::kAThread>())
                   : lab::Error{.message = refused.what()});
  return lab::kRunFailed;
} catch (const std::exception& fault) {
  lab::Say(lab::Phrase<lab::words::kCouldNotBeDone>("fault"_a = fault.what()));
  return lab::kRunFailed;
}
