#include "shell/toolkit/fonts.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "imgui.h"
#include "shell/toolkit/font_files.h"

namespace lab::panel {
namespace {

// Latin with its supplement, Greek letters of units, and the signs that the fonts were subset for.
constexpr ImWchar kGlyphs[] = {0x20,   0x17F,  0x3A3,  0x3A3,  0x3BC,  0x3C0,
                               0x2010, 0x2026, 0x2190, 0x2193, 0x2212, 0x2212,
                               0x221A, 0x221E, 0x2248, 0x2265, 0};

// A rasteriser's size is from ascender to descender; designers and browsers count the em. These are
// the fonts' heights in ems.
constexpr float kInterHeight = 1.21f;

ImFont* Add(std::span<const unsigned char> file, float css_size, float unit) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = unit < 1.5f ? 2 : 1;
  config.OversampleV = 1;
  config.GlyphRanges = kGlyphs;
  // ImGui only reads the bytes that it does not own.
  auto* bytes = const_cast<unsigned char*>(file.data());
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()),
                                                    std::round(css_size * unit), &config);
}

}  // namespace

bool FontSet::RasteriseFor(float unit, bool touch, bool compact) {
  unit = std::clamp(unit, 0.5f, 6.0f);
  if (unit == unit_ && touch == touch_ && compact == compact_) return false;
  unit_ = unit;
  touch_ = touch;
  compact_ = compact;
  const float base = touch ? 16 : 15;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->Clear();
  atlas->Flags |= ImFontAtlasFlags_NoMouseCursors;
  const float small = base / 1.2f;
  fonts_.text = Add(InterRegular(), base * kInterHeight, unit);
  fonts_.strong = Add(InterSemiBold(), base * kInterHeight, unit);
  fonts_.small = Add(InterRegular(), small * kInterHeight, unit);
  fonts_.headline = Add(InterSemiBold(), (compact ? 20 : 24) * kInterHeight, unit);
  fonts_.mono = Add(JetBrainsMonoRegular(), (base - 1) * kMonoHeight, unit);
  fonts_.mono_small = Add(JetBrainsMonoRegular(), small * kMonoHeight, unit);
  patterns_.Reserve(*atlas, unit);
  atlas->Build();
  patterns_.DrawTiles(*atlas);
  return true;
}

}  // namespace lab::panel
