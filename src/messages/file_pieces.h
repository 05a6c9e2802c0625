// A saved file in pieces that are texts: the figures first, then what lanes did, little by little.
// Where it is read is not where it is shown, and who shows it takes in one piece between two
// pictures.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "messages/codec.h"

namespace lab {

// Gives `take` the pieces one after the other, with the share of all that they are together, from 0
// to 1.
void CutIntoPieces(SavedFile file,
                   const std::function<void(const std::string& piece, double share)>& take);

// Puts the pieces of one file together again, in the order in which they were cut.
class PiecesOfFile {
 public:
  // An error if it is no such piece; then the file is not to be had.
  std::optional<Error> Take(std::string_view piece);
  // The file, as far as it has come; to be asked for once.
  SavedFile TakeFile() { return std::move(*file_); }
  bool any() const { return file_.has_value(); }

 private:
  std::optional<SavedFile> file_;
};

}  // namespace lab
