// What files hold, for programs of others: JSON Schema, made of the same descriptions by which
// files are written and read.
#pragma once

#include <string>

namespace lab {

// Of both kinds of files; "$defs" has their parts by name. What keeps to it can be read.
std::string SchemaText();

}  // namespace lab
