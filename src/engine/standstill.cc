#include "engine/standstill.h"

namespace lab {
namespace {

constexpr double kTickS = 1;
// A thread that other programs keep waiting comes later than it wants, but not by that much.
constexpr Nanoseconds kShortest = 3'000'000'000;

}  // namespace

Standstill::Standstill(EventLoop& loop) : loop_(loop), looked_(Now()) { Tick(); }

Standstill::~Standstill() { loop_.Cancel(timer_); }

void Standstill::Tick() {
  Look();
  timer_ = loop_.After(kTickS, [this] { Tick(); });
}

void Standstill::Look() {
  const Nanoseconds now = Now();
  const Nanoseconds late = now - looked_ - static_cast<Nanoseconds>(kTickS * kSecond);
  looked_ = now;
  if (late < kShortest) return;
  ended_ = now;
  length_ = late;
}

Nanoseconds Standstill::Since(Nanoseconds time) {
  Look();
  return ended_ > time ? length_ : 0;
}

}  // namespace lab
