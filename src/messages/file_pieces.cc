#include "messages/file_pieces.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "messages/partial_result.h"
#include "words/english/messages.h"

namespace lab {
namespace {

constexpr size_t kEventsOfPiece = 20'000;  // are read in some milliseconds

// Every figure of a file that may have a trace, in the order of the file.
std::vector<ModelResult*> ModelsOf(SavedFile& file) {
  std::vector<ModelResult*> models;
  if (auto* run = std::get_if<RunResult>(&file)) {
    for (ModelResult& model : run->models) models.push_back(&model);
  } else {
    for (ModelScaling& scaling : std::get<SweepResult>(file).scaling) {
      for (ModelResult& point : scaling.points) models.push_back(&point);
    }
  }
  return models;
}

std::string TextOf(const SavedFile& file) {
  const auto* run = std::get_if<RunResult>(&file);
  return run != nullptr ? EncodeResult(*run) : EncodeSweep(std::get<SweepResult>(file));
}

size_t EventsIn(const Trace& trace) {
  size_t events = 0;
  for (const LaneTrace& lane : trace.lanes) events += lane.events.size();
  return events;
}

// The next events of every lane, so that lanes grow together.
Trace Piece(const Trace& whole, std::vector<size_t>& told) {
  Trace piece = {.repetition = whole.repetition,
                 .length = whole.length,
                 .gil = whole.gil,
                 .disorder = whole.disorder};
  size_t room = kEventsOfPiece;
  for (size_t lane = 0; lane < whole.lanes.size(); ++lane) {
    const LaneTrace& from = whole.lanes[lane];
    const size_t count = std::min(room, from.events.size() - told[lane]);
    const auto first = from.events.begin() + static_cast<std::ptrdiff_t>(told[lane]);
    piece.lanes.push_back({.name = from.name,
                           .worker = from.worker,
                           .startup = from.startup,
                           .events = {first, first + static_cast<std::ptrdiff_t>(count)},
                           .lost = from.lost});
    told[lane] += count;
    room -= count;
  }
  return piece;
}

}  // namespace

void CutIntoPieces(SavedFile file,
                   const std::function<void(const std::string& piece, double share)>& take) {
  std::vector<std::optional<Trace>> traces;
  size_t events = 0;
  for (ModelResult* model : ModelsOf(file)) {
    traces.push_back(std::exchange(model->trace, std::nullopt));
    if (traces.back()) events += EventsIn(*traces.back());
  }
  take(TextOf(file), events == 0 ? 1 : 0);
  size_t told_in_all = 0;
  for (size_t number = 0; number < traces.size(); ++number) {
    if (!traces[number]) continue;
    std::vector<size_t> told(traces[number]->lanes.size());
    bool begins = true;
    for (size_t left = EventsIn(*traces[number]); begins || left > 0; begins = false) {
      const Trace piece = Piece(*traces[number], told);
      left -= EventsIn(piece);
      told_in_all += EventsIn(piece);
      const TraceGrown grown = {.run = static_cast<int>(number),
                                .repetition = piece.repetition,
                                .begins = begins,
                                .growth = piece};
      take(Encode(Notice(grown)),
           events == 0 ? 1 : static_cast<double>(told_in_all) / static_cast<double>(events));
    }
  }
}

std::optional<Error> PiecesOfFile::Take(std::string_view piece) {
  if (!file_) {
    Result<SavedFile> figures = DecodeFile(piece);
    if (!figures) return figures.error();
    file_ = std::move(figures).value();
    return std::nullopt;
  }
  const Result<Notice> notice = DecodeNotice(piece);
  if (!notice) return notice.error();
  const auto* grown = std::get_if<TraceGrown>(&notice.value());
  const std::vector<ModelResult*> models = ModelsOf(*file_);
  if (grown == nullptr || grown->run >= std::ssize(models)) {
    return Error{.code = ErrorCode::kProtocol,
                 .message = Phrase<words::kStrayPiece>(),
                 .next = Phrase<words::kOpenAgain>()};
  }
  Grow(models[static_cast<size_t>(grown->run)]->trace, *grown);
  return std::nullopt;
}

}  // namespace lab
