#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shell/window/surroundings.h"

namespace lab::window {
namespace {

namespace fs = std::filesystem;

std::string TextOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Save, TakesNobodysPlaceAndSaysWhereItWent) {
  std::string home = testing::TempDir() + "/lab-save-XXXXXX";
  ASSERT_NE(mkdtemp(home.data()), nullptr);
  const fs::path downloads = fs::path(home) / "Downloads";
  fs::create_directory(downloads);
  setenv("HOME", home.c_str(), 1);
  const Surroundings around = PlatformSurroundings();
  EXPECT_EQ(around.save({.name = "r.json", .mime = "", .text = "one"}),
            "Saved as " + (downloads / "r.json").string());
  EXPECT_EQ(around.save({.name = "r.json", .mime = "", .text = "two"}),
            "Saved as " + (downloads / "r (2).json").string());
  EXPECT_EQ(TextOf(downloads / "r.json"), "one");
  EXPECT_EQ(TextOf(downloads / "r (2).json"), "two");
  // A link that leads nowhere is somebody's, too.
  fs::create_symlink("/nonexistent/x", downloads / "t.json");
  EXPECT_EQ(around.save({.name = "t.json", .mime = "", .text = "three"}),
            "Saved as " + (downloads / "t (2).json").string());
  EXPECT_NE(around.save({.name = "no/such.json", .mime = "", .text = ""})
                .find("cannot be written: the folder "),
            std::string::npos);
  fs::remove_all(home);
}

}  // namespace
}  // namespace lab::window
