// lab_python.py, put into the program when it was built.
#pragma once

namespace lab {

extern const char* const kPythonScript;

}  // namespace lab
