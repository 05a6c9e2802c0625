#include <algorithm>
#include <cmath>

#include "shell/timeline/timeline_paint.h"
#include "shell/timeline/timeline_words.h"

namespace lab::panel {
namespace {

using Kind = TimelineRow::Kind;

constexpr float kTickRoom = 84;     // CSS pixels from one tick to the next, at least
constexpr float kMessageRoom = 10;  // and for a message on average, so that all are drawn
constexpr float kMessageLength = 5; // and from sender to receiver
constexpr size_t kMostMessages = 400;

std::vector<TimeTick> Ticks(const TimelineCanvas& canvas) {
  const float width = canvas.ruler.right - canvas.ruler.left;
  return TimeTicks(canvas.ruler.window,
                   std::max(2, static_cast<int>(width / canvas.ui.Px(kTickRoom))));
}

// Through all rows; where labels stand between the bands, only through those.
void Upright(const TimelineCanvas& canvas, double instant, Rgb color) {
  const float x = std::round(canvas.ruler.XAt(instant));
  if (x < canvas.ruler.left || x > canvas.ruler.right) return;
  const float right = x + canvas.ui.Px(1);
  if (!canvas.layout.stacked)
    return List().AddRectFilled({x, canvas.top()}, {right, canvas.bottom()}, Ink(color));
  for (const TimelineRow& row : canvas.layout.rows) {
    if (row.kind != Kind::kTitle)
      List().AddRectFilled({x, canvas.at.y + row.top}, {right, canvas.at.y + row.bottom()},
                           Ink(color));
  }
}

float MiddleOf(const TimelineCanvas& canvas, const TimelineRow& row) {
  return canvas.at.y + row.top + row.height / 2;
}

void Arrow(const TimelineCanvas& canvas, ImVec2 from, ImVec2 to, ImU32 ink, float thick) {
  const Ui& ui = canvas.ui;
  const float length = std::max(1.0f, std::hypot(to.x - from.x, to.y - from.y));
  const ImVec2 along{(to.x - from.x) / length, (to.y - from.y) / length};
  const float head = std::min(ui.Px(6), length);
  const ImVec2 neck{to.x - along.x * head, to.y - along.y * head};
  const float half = head * 0.55f;
  List().AddLine(from, neck, ink, ui.Px(thick));
  List().AddTriangleFilled(to, {neck.x - along.y * half, neck.y + along.x * half},
                           {neck.x + along.y * half, neck.y - along.x * half}, ink);
}

// Nothing if it arrived within the same few pixels.
void DrawMessage(const TimelineCanvas& canvas, size_t group, const Message& message, ImU32 ink,
                 float thick, float least) {
  const TimelineRow* from =
      canvas.layout.Find(Kind::kLane, group, static_cast<size_t>(message.from));
  const TimelineRow* to = canvas.layout.Find(Kind::kLane, group, static_cast<size_t>(message.to));
  const float sent = canvas.ruler.XAt(static_cast<double>(message.sent));
  const float received = canvas.ruler.XAt(static_cast<double>(message.received));
  if (from == nullptr || to == nullptr || received - sent < least) return;
  Arrow(canvas, {sent, MiddleOf(canvas, *from)}, {received, MiddleOf(canvas, *to)}, ink, thick);
}

// Those that are under way from or to a lane at an instant, and those that it is receiving.
void DrawMessagesOf(const TimelineCanvas& canvas, const TimelineRow& row, Nanoseconds at) {
  const TimelineGroup& group = canvas.data.groups[row.group];
  const StepLine& states = group.lanes[row.lane].states;
  const auto lane = static_cast<int>(row.lane);
  if (states.empty()) return;
  const size_t step = states.At(at);
  const Nanoseconds since =
      states.value(step) == static_cast<size_t>(EventKind::kReceiving) ? states.begin(step) : at;
  size_t drawn = 0;
  auto message =
      std::ranges::lower_bound(group.messages, since - group.longest_message, {}, &Message::sent);
  for (; message != group.messages.end() && message->sent <= at && drawn < kMostMessages;
       ++message) {
    const bool under_way =
        message->received >= at && (message->from == lane || message->to == lane);
    const bool received = message->to == lane && message->received >= since;
    if (!under_way && !received) continue;
    DrawMessage(canvas, row.group, *message, Ink(canvas.ui.theme.accent), 2, 0);
    ++drawn;
  }
}

// All that are shown, if they are few enough to be told apart.
void DrawMessagesOf(const TimelineCanvas& canvas, size_t number) {
  const TimelineGroup& group = canvas.data.groups[number];
  const auto from = static_cast<Nanoseconds>(canvas.ruler.window.from) - group.longest_message;
  const auto to = static_cast<Nanoseconds>(canvas.ruler.window.to);
  const auto first = std::ranges::lower_bound(group.messages, from, {}, &Message::sent);
  const auto last = std::ranges::upper_bound(group.messages, to, {}, &Message::sent);
  const float room = (canvas.ruler.right - canvas.ruler.left) / canvas.ui.Px(kMessageRoom);
  if (static_cast<float>(last - first) > room) return;
  for (auto message = first; message < last; ++message) {
    DrawMessage(canvas, number, *message, Ink(canvas.ui.theme.text, 0.6f), 1,
                canvas.ui.Px(kMessageLength));
  }
}

}  // namespace

void DrawGrid(const TimelineCanvas& canvas) {
  for (const TimeTick& tick : Ticks(canvas)) Upright(canvas, tick.at, canvas.ui.theme.hairline);
  Upright(canvas, 0, canvas.ui.theme.edge);
}

void DrawAxis(const TimelineCanvas& canvas) {
  const Ui& ui = canvas.ui;
  const float seen = ImGui::GetWindowPos().y;
  const float top = std::clamp(seen, canvas.at.y,
                               std::max(canvas.at.y, canvas.bottom() - 2 * canvas.layout.axis));
  const float bottom = top + canvas.layout.axis - ui.Px(4);
  if (top > canvas.at.y) {  // it stays in sight while the lanes are scrolled, and covers them
    List().AddRectFilled({canvas.at.x, top}, {canvas.at.x + canvas.layout.right, bottom},
                         Ink(ui.theme.page, 0.94f));
  }
  const float y = top + ui.Px(3);
  float free_from = canvas.ruler.left - ui.Px(8);
  for (const TimeTick& tick : Ticks(canvas)) {
    const float x = std::round(canvas.ruler.XAt(tick.at));
    const ImVec2 size = TextSize(ui.fonts.small, tick.label);
    List().AddRectFilled({x, bottom - ui.Px(4)}, {x + ui.Px(1), bottom}, Ink(ui.theme.edge));
    const float at = std::clamp(x - size.x / 2, canvas.ruler.left, canvas.ruler.right - size.x);
    if (at < free_from) continue;
    DrawText({at, y}, ui.fonts.small, ui.theme.muted, tick.label);
    free_from = at + size.x + ui.Px(10);
  }
  List().AddRectFilled({canvas.ruler.left, bottom}, {canvas.ruler.right, bottom + ui.Px(1)},
                       Ink(ui.theme.edge));
}

void DrawCursor(const TimelineCanvas& canvas, double instant) {
  const Ui& ui = canvas.ui;
  const float line = std::round(canvas.ruler.XAt(instant));
  if (line < canvas.ruler.left || line > canvas.ruler.right) return;
  List().AddRectFilled({line, canvas.top()}, {line + ui.Px(1), canvas.bottom()},
                       Ink(ui.theme.accent));
  const std::string text = InstantText(instant, canvas.data.step);
  const ImVec2 size = TextSize(ui.fonts.mono_small, text);
  const float half = size.x / 2 + ui.Px(6);
  const float x = std::clamp(canvas.ruler.XAt(instant), canvas.ruler.left + half,
                             std::max(canvas.ruler.left + half, canvas.ruler.right - half));
  const float top = std::max(canvas.at.y, ImGui::GetWindowPos().y);
  List().AddRectFilled({x - half, top}, {x + half, top + size.y + ui.Px(4)}, Ink(ui.theme.accent),
                       ui.Px(4));
  DrawText({x - size.x / 2, top + ui.Px(2)}, ui.fonts.mono_small, ui.theme.on_accent, text);
}

void DrawMessages(const TimelineCanvas& canvas, const TimelineRow* hovered, double instant) {
  List().PushClipRect({canvas.ruler.left, canvas.top()}, {canvas.ruler.right, canvas.bottom()},
                      true);
  for (size_t group = 0; group < canvas.data.groups.size(); ++group) DrawMessagesOf(canvas, group);
  if (hovered != nullptr && hovered->kind == Kind::kLane)
    DrawMessagesOf(canvas, *hovered, static_cast<Nanoseconds>(instant));
  List().PopClipRect();
}

void DrawHandOff(const TimelineCanvas& canvas, const TimelinePick& pick) {
  const Ui& ui = canvas.ui;
  const HandOff& handoff =
      canvas.data.groups[pick.group].handoffs[static_cast<size_t>(pick.handoff)];
  const TimelineRow* holder = canvas.layout.Find(Kind::kHolder, pick.group);
  const TimelineRow* from =
      canvas.layout.Find(Kind::kLane, pick.group, static_cast<size_t>(handoff.from));
  const TimelineRow* to =
      canvas.layout.Find(Kind::kLane, pick.group, static_cast<size_t>(handoff.to));
  if (holder == nullptr || from == nullptr || to == nullptr) return;
  const float x = std::round(canvas.ruler.XAt(static_cast<double>(handoff.at)));
  List().PushClipRect({canvas.ruler.left - ui.Px(2), canvas.top()},
                      {canvas.ruler.right + ui.Px(2), canvas.bottom()}, true);
  // The wait of the one that got it, and the moment when somebody asked.
  const float begun = canvas.ruler.XAt(static_cast<double>(handoff.at - handoff.waited));
  const ImVec2 low{begun, canvas.at.y + to->top - ui.Px(1)};
  List().AddRect(low, {x + ui.Px(1), canvas.at.y + to->bottom() + ui.Px(1)}, Ink(ui.theme.accent),
                 ui.Px(2), 0, ui.Px(2));
  if (handoff.asked >= 0) {
    if (const TimelineRow* asker =
            canvas.layout.Find(Kind::kLane, pick.group, static_cast<size_t>(handoff.asked_by))) {
      const float asked = std::round(canvas.ruler.XAt(static_cast<double>(handoff.asked)));
      const float y = canvas.at.y + asker->top;
      List().AddTriangleFilled({asked - ui.Px(5), y - ui.Px(1)}, {asked + ui.Px(5), y - ui.Px(1)},
                               {asked, y + ui.Px(7)}, Ink(ui.theme.accent));
    }
  }
  const ImVec2 mark{x - ui.Px(1), canvas.at.y + holder->top - ui.Px(3)};
  List().AddRectFilled(mark, {x + ui.Px(1), canvas.at.y + holder->bottom() + ui.Px(3)},
                       Ink(ui.theme.accent));
  Arrow(canvas, {x, MiddleOf(canvas, *from)}, {x, MiddleOf(canvas, *to)}, Ink(ui.theme.accent), 2);
  List().PopClipRect();
}

}  // namespace lab::panel
