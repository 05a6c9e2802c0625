#include "shell/worker/worker.h"

#include "gil/checkpoint.h"
#include "model/message.h"
#include "platform/process.h"
#include "trace/recorder.h"
#include "words/english/worker.h"
#include "workload/run_task.h"

namespace lab {
namespace {

// The engine sends a task with a serial part only when the section is free, so entering it needs
// nothing; it waits for the news that it is free again.
class GrantedSection final : public CriticalSection {
 public:
  void Enter(Checkpoint&) override {}
  void Leave() override { SendToEngine(EncodeMessage(LeftSectionMessage{})); }
};

// What this process does, until it is sent to the engine.
class Diary {
 public:
  Recorder& recorder() { return recorder_; }

  // Tells the engine now and then, so that it can show what is under way.
  void TellIfDue(Nanoseconds now) {
    constexpr Nanoseconds kPause = 50'000'000;
    if (!recorder_.on() || now - told_ < kPause) return;
    told_ = now;
    SendToEngine(EncodeMessage(RecordedMessage{.events = Take()}));
  }
  void TellWith(ResultsMessage& answer) {
    answer.lost = recorder_.lost();
    recorder_.EnterMessage(EventKind::kSending, kNoLane, 0);  // the engine sees how large it is
    answer.events = Take();
    told_ = recorder_.latest();
  }

 private:
  std::vector<Event> Take() {
    std::vector<Event> events(recorder_.events().begin(), recorder_.events().end());
    recorder_.Clear();
    return events;
  }

  Recorder recorder_{1 << 16};
  Nanoseconds told_ = 0;
};

// Made when it is first wanted: a process that records nothing needs no memory for it.
Diary& TheDiary() {
  static Diary diary;
  return diary;
}

TaskResult Done(const Task& task, Diary* diary) {
  // Nobody else is here: this breaker stays quiet, but the loop polls it as it does in every model.
  static Breaker breaker;
  Recorder& lane = diary != nullptr ? diary->recorder() : Recorder::Silent();
  Checkpoint checkpoint(breaker, nullptr, 0, lane);
  GrantedSection section;
  TaskResult result = {.index = task.index, .begin = Now()};
  lane.EnterAt(result.begin, EventKind::kRunning);
  lane.MarkTask(result.begin, EventKind::kTaskBegun, task.index);
  if (diary != nullptr) diary->TellIfDue(result.begin);
  result.output = RunTask(task, checkpoint, &section);
  result.end = Now();
  lane.MarkTask(result.end, EventKind::kTaskDone, task.index);
  return result;
}

ResultsMessage Answer(const ChunkMessage& chunk, Diary* diary) {
  ResultsMessage answer;
  const ThreadUsage before = UsageOfThisThread();
  for (const Task& task : chunk.tasks) answer.results.push_back(Done(task, diary));
  answer.usage = UsageOfThisThread() - before;
  if (diary != nullptr) diary->TellWith(answer);
  return answer;
}

}  // namespace

std::vector<std::byte> HelloOfWorker() { return EncodeMessage(HelloMessage{.at = Now()}); }

void WorkOn(std::span<const std::byte> bytes) {
  const Nanoseconds received = Now();
  const std::optional<ProcessMessage> message = DecodeMessage(bytes);
  const auto* chunk = message ? std::get_if<ChunkMessage>(&*message) : nullptr;
  if (chunk == nullptr) {
    ResultsMessage answer;
    answer.results.push_back(
        {.output = Error{.code = ErrorCode::kProtocol, .message = Phrase<words::kNotATask>()}});
    return SendToEngine(EncodeMessage(answer));
  }
  Diary* const diary = chunk->record ? &TheDiary() : nullptr;
  if (diary != nullptr)
    diary->recorder().EnterMessageAt(received, EventKind::kReceiving, kNoLane, bytes.size());
  SendToEngine(EncodeMessage(Answer(*chunk, diary)));
  if (diary != nullptr) diary->recorder().Enter(EventKind::kWaitingForTask);
}

}  // namespace lab
