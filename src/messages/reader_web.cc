// The program of the page's reader: reads a large file in a worker of its own and tells the page
// its pieces, which the panel puts together (engine/file_pieces.h).
#include <emscripten.h>

#include <cstdlib>
#include <string_view>

#include "messages/file_pieces.h"
#include "platform/web/javascript.h"

int main() { lab_reader_open(); }

extern "C" EMSCRIPTEN_KEEPALIVE void lab_on_file(char* bytes, size_t size) {
  lab::Result<lab::SavedFile> file = lab::DecodeFile(
      std::string_view(bytes, size), [](double share) { lab_reader_progress(share); });
  std::free(bytes);  // a trace needs the room
  if (!file) return lab_reader_refuse(file.error().message.c_str(), file.error().next.c_str());
  lab::CutIntoPieces(std::move(file).value(), [](const std::string& piece, double share) {
    lab_reader_piece(piece.c_str(), share);
  });
  lab_reader_end();
}
