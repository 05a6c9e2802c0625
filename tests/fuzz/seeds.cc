// Writes what the fuzzers begin with, a folder for each reader: `fuzz_seeds FOLDER`.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "experiment/query.h"
#include "messages/codec.h"
#include "tests/support/results.h"

namespace {

void Write(const std::filesystem::path& folder, const std::vector<std::string>& texts) {
  std::filesystem::create_directories(folder);
  for (size_t number = 0; number < texts.size(); ++number)
    std::ofstream(folder / std::to_string(number), std::ios::binary) << texts[number];
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  const lab::RunResult result = lab::SomeResult();
  const lab::SweepResult sweep = lab::SomeSweep();
  Write(folder / "result", {lab::EncodeResult(result), lab::EncodeResult({})});
  Write(folder / "sweep", {lab::EncodeSweep(sweep)});
  Write(folder / "recording", {"wrBsA\nwrB\n0 10 0 3999999990 1\n0 10 0\n4 95\n4\n1 -1\n\n"});
  std::vector<std::string> addresses = {
      "?v=1&experiment=downloads&urls=http://127.0.0.1:1/"
      "a%3Fb%3D1&models=threads-gil,processes&points=1,2,4&pin=true&size=auto"};
  std::vector<std::string> requests;
  for (const lab::ExperimentKind kind :
       {lab::ExperimentKind::kCount, lab::ExperimentKind::kDownloads,
        lab::ExperimentKind::kConvoy}) {
    addresses.push_back(lab::FormatQuery(lab::MakeExperiment(kind)));
    requests.push_back(lab::Encode(
        lab::Request(lab::RunRequest{.run = 1, .experiment = lab::MakeExperiment(kind)})));
  }
  Write(folder / "address", addresses);
  requests.push_back(lab::Encode(lab::Request(lab::ConditionsRequest{.hidden = true})));
  requests.push_back(lab::Encode(lab::Notice(lab::Finished{.run = 1, .result = result})));
  requests.push_back(
      lab::Encode(lab::Notice(lab::PointDone{.run = 1, .done = 1, .points = 2, .so_far = sweep})));
  requests.push_back(lab::Encode(lab::Notice(lab::TraceGrown{
      .run = 1, .model = "processes", .begins = true, .growth = *result.models[0].trace})));
  Write(folder / "request", requests);
}
