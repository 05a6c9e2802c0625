#include "shell/cli/input.h"

#include <fstream>
#include <sstream>

namespace lab {

Result<std::string> ReadText(const std::string& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  if (in.good()) return text.str();
  return Error{.code = ErrorCode::kInvalidArgument, .message = file + " cannot be read.", .next = "Check its name and its rights."};
}

}  // namespace lab
