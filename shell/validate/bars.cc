#include "shell/validate/bars.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "stats/response.h"
#include "stats/sample.h"
#include "words/english/validate.h"

namespace lab {

namespace {

// Whether the interval of what was measured, the two sides' ratio or ours alone, reaches into what
// is allowed.
bool MayHold(const Bar& bar, double pythons) {
  switch (bar.kind) {
    case Bar::Kind::kDistance: return false;
    case Bar::Kind::kRange: {
      const std::vector<double> ones(bar.measured.ours.size(), 1.0);
      const Estimate ours = Speedup(bar.measured.ours, ones);
      return ours.confidence > 0 && ours.low <= bar.high && ours.high >= bar.low;
    }
    case Bar::Kind::kDifference:
    case Bar::Kind::kRatio: {
      const Estimate ratio = Speedup(bar.measured.ours, bar.measured.pythons);
      const double scale = bar.kind == Bar::Kind::kDifference ? pythons : 1;
      return ratio.confidence > 0 && scale * (ratio.low - 1) <= bar.allowed &&
             scale * (ratio.high - 1) >= -bar.allowed;
    }
  }
  return false;
}

}  // namespace

Judgement Judge(const Bar& bar) {
  Judgement judgement = {.ours = Median(bar.measured.ours),
                         .pythons = Median(bar.measured.pythons)};
  const bool compares = bar.kind != Bar::Kind::kRange;
  judgement.measured = !bar.measured.ours.empty() && (!compares || !bar.measured.pythons.empty());
  if (!judgement.measured) return judgement;
  switch (bar.kind) {
    case Bar::Kind::kDifference: judgement.off = judgement.ours - judgement.pythons; break;
    case Bar::Kind::kRatio:
      judgement.off = judgement.pythons > 0 ? judgement.ours / judgement.pythons - 1 : HUGE_VAL;
      break;
    case Bar::Kind::kDistance:
      judgement.off = KolmogorovSmirnov(bar.measured.ours, bar.measured.pythons);
      break;
    case Bar::Kind::kRange:
      judgement.off = std::max({0.0, bar.low - judgement.ours, judgement.ours - bar.high});
      break;
  }
  constexpr double kRounding = 1e-9;
  judgement.holds = std::fabs(judgement.off) <= (compares ? bar.allowed : 0) + kRounding;
  judgement.undecided = !judgement.holds && MayHold(bar, judgement.pythons);
  return judgement;
}

std::string AllowedText(const Bar& bar) {
  switch (bar.kind) {
    case Bar::Kind::kDifference: return Phrase<words::kWithin>("limit"_a = bar.allowed);
    case Bar::Kind::kRatio: return Phrase<words::kWithinPercent>("limit"_a = bar.allowed * 100);
    case Bar::Kind::kDistance: return Phrase<words::kDistanceWithin>("limit"_a = bar.allowed);
    case Bar::Kind::kRange:
      return std::isfinite(bar.high)
                 ? Phrase<words::kFromTo>("low"_a = bar.low, "high"_a = bar.high)
                 : Phrase<words::kOrMore>("low"_a = bar.low);
  }
  return "";
}

std::string OffText(const Bar& bar, const Judgement& judgement) {
  if (!judgement.measured) return AllowedText(bar);
  switch (bar.kind) {
    case Bar::Kind::kDifference:
      return Phrase<words::kOff>("off"_a = Format("%+.3f", judgement.off), "limit"_a = bar.allowed);
    case Bar::Kind::kRatio:
      return Phrase<words::kOffPercent>("off"_a = Format("%+.1f", judgement.off * 100),
                                        "limit"_a = bar.allowed * 100);
    case Bar::Kind::kDistance:
      return Phrase<words::kDistance>("off"_a = Format("%.3f", judgement.off),
                                      "limit"_a = bar.allowed);
    case Bar::Kind::kRange: break;
  }
  return AllowedText(bar);
}

}  // namespace lab
