// Brings what a person asked for into view, in the area that scrolls around it: in a fifth of a
// second, or at once for people who want no motion. Whoever scrolls meanwhile has their way.
#pragma once

namespace lab::panel {

// The parts of the panel that can be asked for.
enum class Part {
  kNone,
  kSettings,
  kMoreSettings,
  kComplaints,
  kAnswer,
  kSave,
  kDetails,
  kCode,
  kComparison,
  kSweep
};

class Reveal {
 public:
  void Ask(Part part);
  // After all parts: what was asked for and is not there is forgotten.
  void EndFrame();
  // Draws a part at the cursor, and moves towards it if it was asked for. `still`: without motion.
  template <typename Draw>
  void Show(Part part, bool still, const Draw& draw) {
    const float from = Here();
    draw();
    Drawn(part, from, Here(), still);
  }
  // Whether another frame is wanted.
  bool moving() const { return part_ != Part::kNone; }

 private:
  static float Here();  // how far down the cursor is in what the window scrolls
  void Drawn(Part part, float from, float to, bool still);

  Part part_ = Part::kNone;
  bool begun_ = false;
  bool drawn_ = true;  // in this frame
  double since_ = 0;
  float start_ = 0;  // where the area was scrolled to
  float set_ = 0;  // and is to be now
};

}  // namespace lab::panel
