#include "shell/panel/overlays_view.h"

#include <algorithm>
#include <array>

#include "shell/panel/header_view.h"
#include "shell/panel/words_view.h"
#include "shell/toolkit/widgets.h"
#include "words/english/help.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

struct Key {
  std::string_view keys;
  std::string_view meaning;
};

template <const Text& keys, const Text& meaning>
constexpr Key kKey{TextOf<keys>(), TextOf<meaning>()};

constexpr std::array kKeys = {
    kKey<words::kKeyRun, words::kKeyRunDoes>,
    kKey<words::kKeyRunAnywhere, words::kKeyRunAnywhereDoes>,
    kKey<words::kKeyCancel, words::kKeyCancelDoes>,
    kKey<words::kKeyChoose, words::kKeyChooseDoes>,
    kKey<words::kKeyNext, words::kKeyNextDoes>,
    kKey<words::kKeyTurn, words::kKeyTurnDoes>,
    kKey<words::kKeyUndo, words::kKeyUndoDoes>,
    kKey<words::kKeyCopy, words::kKeyCopyDoes>,
    kKey<words::kKeyHelp, words::kKeyHelpDoes>,
};

// Those of the timeline, while it has the focus.
constexpr std::array kTimelineKeys = {
    kKey<words::kKeyZoom, words::kKeyZoomDoes>,
    kKey<words::kKeyMove, words::kKeyMoveDoes>,
    kKey<words::kKeyFit, words::kKeyFitDoes>,
    kKey<words::kKeyHandOff, words::kKeyHandOffDoes>,
};

constexpr std::array kReading = {TextOf<words::kReadBars>(), TextOf<words::kReadEfficiency>(),
                                 TextOf<words::kReadLanes>(), TextOf<words::kReadCopy>()};

void KeyRow(const Ui& ui, const Key& key) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(at, ui.fonts.mono, ui.theme.text, key.keys);
  ImGui::SetCursorScreenPos({at.x + ui.Px(116), at.y});
  Paragraph(ui, ui.fonts.text, ui.theme.muted, key.meaning);
  Space(ui, 6);
}

void Dim(const Ui& ui) {
  const ImVec2 all = ImGui::GetMainViewport()->Size;
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, all,
                                            Ink(0x000000, ui.theme.dark ? 0.6f : 0.35f));
}

// Its name and, always in sight, the way out; whether that was pressed.
bool HelpHead(const Ui& ui, const Box& box) {
  constexpr std::string_view title = TextOf<words::kHowToRead>();
  const float height = ui.ControlHeight();
  const float top = box.y + (box.h - height) / 2;
  DrawText({box.x + ui.Px(24), top + (height - TextSize(ui.fonts.headline, title).y) / 2},
           ui.fonts.headline, ui.theme.text, title);
  ImGui::SetCursorScreenPos(
      {box.x + box.w - ui.Px(16) - ButtonWidth(ui, TextOf<words::kClose>()), top});
  return Button(ui, "close-help", TextOf<words::kClose>(), ButtonLook::kPlain);
}

}  // namespace

bool ComplaintsView(const Ui& ui, const std::vector<Error>& complaints) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float pad = ui.Px(12);
  const float button = ButtonWidth(ui, TextOf<words::kDismiss>());
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->ChannelsSplit(2);
  list->ChannelsSetCurrent(1);
  ImGui::SetCursorScreenPos({at.x + pad + ui.Px(4), at.y + pad});
  ImGui::BeginGroup();
  for (const Error& complaint : complaints) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, complaint.message, width - button - 3 * pad);
    if (!complaint.next.empty())
      Paragraph(ui, ui.fonts.small, ui.theme.muted, complaint.next, width - button - 3 * pad);
    Space(ui, 8);
  }
  ImGui::EndGroup();
  const float bottom =
      std::max(ImGui::GetItemRectMax().y + pad - ui.Px(4), at.y + ui.ControlHeight() + ui.Px(16));
  ImGui::SetCursorScreenPos({at.x + width - button - ui.Px(4), at.y + ui.Px(8)});
  const bool dismissed = Button(ui, "dismiss", TextOf<words::kDismiss>(), ButtonLook::kQuiet);
  list->ChannelsSetCurrent(0);
  list->AddRectFilled(at, {at.x + width, bottom}, Ink(ui.theme.card), ui.Corner());
  list->AddRectFilled({at.x, at.y + ui.Px(6)}, {at.x + ui.Px(3), bottom - ui.Px(6)},
                      Ink(ui.theme.notice), ui.Px(2));
  list->ChannelsMerge();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, bottom - at.y});
  return dismissed;
}

HelpAsked HelpView(const Ui& ui, const State& state) {
  HelpAsked asked;
  const ImVec2 all = ImGui::GetMainViewport()->Size;
  const float margin = ui.Px(ui.layout.flat ? 4 : 16);
  const float width = std::min(all.x - 2 * margin, ui.Px(520));
  ui.focus.OnlyFromHere();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(all);
  ImGui::Begin("help", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings);
  Dim(ui);
  const float height = std::min(all.y - 2 * margin, ui.Px(ui.layout.narrow ? 680 : 760));
  const Box box{(all.x - width) / 2, (all.y - height) / 2, width, height};
  const float corner = ui.Px(10);
  ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y}, {box.x + width, box.y + height},
                                            Ink(ui.theme.card), corner);
  const float head = ui.ControlHeight() + ui.Px(ui.layout.flat ? 8 : 24);
  asked.close = HelpHead(ui, {box.x, box.y, width, head});
  BeginScroll(ui, "help-page", {box.x, box.y + head, width, height - head - corner},
              {ui.Px(24), ui.Px(12)});
  asked.glossary = WordsView(ui);
  Space(ui, 8);
  for (std::string_view text : kReading) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, text);
    Space(ui, 8);
  }
  if (state.environment) {
    Paragraph(ui, ui.fonts.text, ui.theme.text, WorkersMeaning(*state.environment));
    Space(ui, 8);
  }
  Space(ui, 8);
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kKeys>());
  Space(ui, 8);
  for (const Key& key : kKeys) KeyRow(ui, key);
  Space(ui, 8);
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kTimelineKeys>());
  Space(ui, 8);
  for (const Key& key : kTimelineKeys) KeyRow(ui, key);
  Space(ui, 8);
  if (state.environment && state.environment->platform == "web") {
    asked.licences = ButtonFlow(ui).Button("licences", TextOf<words::kLicences>());
  }
  EndScroll(ui);
  const ImGuiIO& io = ImGui::GetIO();
  const auto outside = [&](ImVec2 at) {
    return at.x < box.x || at.x > box.x + width || at.y < box.y || at.y > box.y + height;
  };
  // A finger may have been let go of.
  const bool clicked = ImGui::IsMouseReleased(ImGuiMouseButton_Left) && ImGui::IsMousePosValid();
  if (clicked && outside(io.MouseClickedPos[0]) && outside(io.MousePos) &&
      !ImGui::IsWindowAppearing())
    asked.close = true;
  ImGui::End();
  return asked;
}

}  // namespace lab::panel
