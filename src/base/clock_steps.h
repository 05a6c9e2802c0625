// How many steps of the clock a time must last before it says something. A time is the difference
// of two stamps, each cut down to a whole step, so it is up to one step too long or too short.
// Browsers have steps of 5 µs to 100 ms. Whoever times, plans or concludes asks here, so that what
// is planned is long enough for what is to be concluded. Pure; steps and times are seconds, and a
// step of 0 hides nothing.
#pragma once

namespace lab {

// A trial, or a lane of one: with fewer its time is off by more than a tenth, and nothing is
// concluded from it.
inline constexpr double kStepsOfTrial = 10;
// The quickest trial that is planned: a little more, since the speed it is planned with may be off
// by a tenth itself.
inline constexpr double kStepsPlanned = 12;
// A task, where it costs no more than `kSeenWellS`: then rounding is one part in a hundred, less
// than what machines vary by.
inline constexpr double kStepsSeenWell = 100;
inline constexpr double kSeenWellS = 0.1;
// A task that is timed by itself, and not as one of its lane's: a twentieth.
inline constexpr double kStepsOfTask = 20;
// A single run that tells a core's speed, of which there are several. Only the size of tasks is
// made of it.
inline constexpr double kStepsOfPace = 10;
// The machine's cores: a lane must be known to less than what tells a missing core (kCoresThere),
// and a task of it is better timed by itself.
inline constexpr double kStepsOfLane = 15;
inline constexpr double kStepsOfSlice = 50;
// How late something is: with fewer steps it may as well have come in time.
inline constexpr double kStepsOfDelay = 2;

// A response that comes so late is one that people may feel; one that comes sooner goes unnoticed.
inline constexpr double kNoticeableS = 0.001;

// The shortest trial that something can be concluded from, and the shortest delay that is known to
// be one.
constexpr double ShortestTrial(double timer_step_s) { return kStepsOfTrial * timer_step_s; }
constexpr double ShortestDelay(double timer_step_s) { return kStepsOfDelay * timer_step_s; }

// Whether it can be said how late something was: a short delay is no loss where nobody would notice
// a step of the clock.
constexpr bool DelaySeen(double delay_s, double timer_step_s) {
  return timer_step_s <= kNoticeableS || delay_s >= ShortestDelay(timer_step_s);
}

}  // namespace lab
