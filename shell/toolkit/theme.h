// Colours of the panel, light and dark. Plain numbers (0xRRGGBB), so that a test can check each
// pair that meets on the screen: 4.5:1 for text, 3:1 for shapes (WCAG 2.2, 1.4.3 and 1.4.11).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lab::panel {

using Rgb = uint32_t;

struct Theme {
  bool dark;
  Rgb page;         // behind everything
  Rgb card;         // a chosen card, a menu, a tooltip
  Rgb field;        // where something can be typed
  Rgb hover;        // under the pointer
  Rgb text;
  Rgb muted;        // secondary text
  Rgb hairline;     // separates; carries no meaning
  Rgb edge;         // outline of a control
  Rgb accent;       // the one accent: primary button, chosen card, focus
  Rgb accent_hover;
  Rgb on_accent;
  Rgb chosen;       // background of what is chosen
  Rgb danger;       // errors
  Rgb notice;       // complaints and noise
};

const Theme& LightTheme();
const Theme& DarkTheme();

// The colours that a person's system wants everything drawn in ("forced colors").
struct SystemColors {
  Rgb canvas = 0xFFFFFF;
  Rgb text = 0x000000;
  Rgb link = 0x0000EE;
};

// What decides on the colours besides light and dark.
struct Wishes {
  bool more_contrast = false;
  std::optional<SystemColors> forced{};
};
Theme ThemeFor(bool dark, const Wishes& wishes);

// The colours that models may have (Okabe and Ito's palette), the first for those that have none of
// their own.
std::span<const Rgb> ModelColors();
// The colour of an execution model, the same everywhere.
Rgb ModelColor(std::string_view model);
// A colour moved towards black or white until it stands out 3:1 from the page.
Rgb EdgeOf(Rgb color, const Theme& theme);
Rgb ModelEdge(std::string_view model, const Theme& theme);

// In timelines the pattern tells what a lane waits for; these are the inks (the palette's too).
inline constexpr Rgb kGilInk = 0xD55E00;
inline constexpr Rgb kLockInk = 0x0072B2;
// Shades of the model's colour for lanes that share a band; a fifth lane has the first one's again.
std::array<Rgb, 4> LaneShades(std::string_view model, const Theme& theme);

// Contrast ratio of two colours, 1 to 21 (WCAG 2.2).
double Contrast(Rgb a, Rgb b);
// `share` of b in a.
Rgb Mix(Rgb a, Rgb b, double share);

}  // namespace lab::panel
