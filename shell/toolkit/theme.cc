#include "shell/toolkit/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "experiment/model_info.h"

namespace lab::panel {
namespace {

constexpr Theme kLight = {
    .dark = false,
    .page = 0xF8F9FB,
    .card = 0xFFFFFF,
    .field = 0xFFFFFF,
    .hover = 0xEEF1F5,
    .text = 0x15181E,
    .muted = 0x565D6B,
    .hairline = 0xDDE1E7,
    .edge = 0x868D99,
    .accent = 0x1D5BD0,
    .accent_hover = 0x174BAF,
    .on_accent = 0xFFFFFF,
    .chosen = 0xE9F0FD,
    .danger = 0xB3261E,
    .notice = 0x8A5300,
};

constexpr Theme kDark = {
    .dark = true,
    .page = 0x121419,
    .card = 0x1C2027,
    .field = 0x0D0F13,
    .hover = 0x22262E,
    .text = 0xECEEF2,
    .muted = 0xA4ABB8,
    .hairline = 0x2C313A,
    .edge = 0x727A88,
    .accent = 0x7DAEFF,
    .accent_hover = 0xA3C6FF,
    .on_accent = 0x0A1222,
    .chosen = 0x1B2840,
    .danger = 0xFF8B7E,
    .notice = 0xF0B455,
};

// With more contrast: 7:1 for text, 4.5:1 for shapes.
constexpr Theme kStrongLight = {
    .dark = false,
    .page = 0xFFFFFF,
    .card = 0xFFFFFF,
    .field = 0xFFFFFF,
    .hover = 0xE4E8EE,
    .text = 0x000000,
    .muted = 0x2B303A,
    .hairline = 0xA8AEB8,
    .edge = 0x3A404B,
    .accent = 0x0B3FA8,
    .accent_hover = 0x072C78,
    .on_accent = 0xFFFFFF,
    .chosen = 0xE0EAFC,
    .danger = 0x8C1611,
    .notice = 0x5E3800,
};

constexpr Theme kStrongDark = {
    .dark = true,
    .page = 0x000000,
    .card = 0x0A0B0D,
    .field = 0x000000,
    .hover = 0x22262E,
    .text = 0xFFFFFF,
    .muted = 0xD5DAE3,
    .hairline = 0x4A505B,
    .edge = 0xB4BBC8,
    .accent = 0xA9CBFF,
    .accent_hover = 0xC9DEFF,
    .on_accent = 0x000000,
    .chosen = 0x12264A,
    .danger = 0xFFB4AB,
    .notice = 0xFFD38A,
};

// By the models' places (ModelInfo::colour).
constexpr std::array<Rgb, 6> kModelColors = {0x8A8F98, 0xE69F00, 0x56B4E9,
                                             0x009E73, 0xCC79A7, 0xF0E442};

double Linear(uint32_t channel) {
  const double share = (channel & 0xFF) / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double Luminance(Rgb color) {
  return 0.2126 * Linear(color >> 16) + 0.7152 * Linear(color >> 8) + 0.0722 * Linear(color);
}

}  // namespace

const Theme& LightTheme() { return kLight; }
const Theme& DarkTheme() { return kDark; }

Theme ThemeFor(bool dark, const Wishes& wishes) {
  if (!wishes.forced)
    return wishes.more_contrast ? (dark ? kStrongDark : kStrongLight) : dark ? kDark : kLight;
  const auto [canvas, text, link] = *wishes.forced;
  const bool on_dark = Contrast(canvas, 0x000000) < Contrast(canvas, 0xFFFFFF);
  return {.dark = on_dark,
          .page = canvas,
          .card = canvas,
          .field = canvas,
          .hover = Mix(canvas, text, 0.15),
          .text = text,
          .muted = text,
          .hairline = Mix(canvas, text, 0.25),
          .edge = text,
          .accent = link,
          .accent_hover = text,
          .on_accent = canvas,
          .chosen = canvas,
          .danger = text,
          .notice = text};
}

std::span<const Rgb> ModelColors() { return kModelColors; }

Rgb ModelColor(std::string_view model) { return kModelColors.at(InfoOf(model).colour); }

Rgb ModelEdge(std::string_view model, const Theme& theme) {
  return EdgeOf(ModelColor(model), theme);
}

Rgb EdgeOf(Rgb color, const Theme& theme) {
  const Rgb towards = theme.dark ? 0xFFFFFF : 0x000000;
  double share = 0;
  while (share < 1 && Contrast(Mix(color, towards, share), theme.page) < 3) share += 0.02;
  return Mix(color, towards, share);
}

std::array<Rgb, 4> LaneShades(std::string_view model, const Theme& theme) {
  const Rgb color = ModelColor(model);
  if (theme.dark)
    return {color, Mix(color, 0x000000, 0.4), Mix(color, 0xFFFFFF, 0.4),
            Mix(color, 0xFFFFFF, 0.75)};
  const Rgb edge = ModelEdge(model, theme);
  return {color, Mix(edge, 0x000000, 0.45), Mix(edge, 0x000000, 0.15), Mix(edge, 0x000000, 0.66)};
}

double Contrast(Rgb a, Rgb b) {
  const double of_a = Luminance(a);
  const double of_b = Luminance(b);
  return (std::max(of_a, of_b) + 0.05) / (std::min(of_a, of_b) + 0.05);
}

Rgb Mix(Rgb a, Rgb b, double share) {
  Rgb mixed = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    const double from = (a >> shift) & 0xFF;
    const double to = (b >> shift) & 0xFF;
    mixed |= static_cast<Rgb>(std::lround(from + (to - from) * share)) << shift;
  }
  return mixed;
}

}  // namespace lab::panel
