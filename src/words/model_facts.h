// What figures and sentences have to know about an execution model, whatever its name.
// experiment/model_info.h says it of every model.
#pragma once

#include "words/english/models.h"

namespace lab {

// What a model is in a comparison.
enum class ModelRole {
  kOther,     // none of these; also a model that nobody knows here
  kBaseline,  // one worker does all tasks: what every speedup refers to
  kBound,     // threads that share memory and compute one at a time, under the GIL
  kUnbound,   // threads that share memory, without a lock
  kIsolated,  // each worker has a memory of its own; tasks and results are messages
};

struct Noun {
  const PlainText* one;
  const PlainText* many;
};

struct ModelFacts {
  ModelRole role = ModelRole::kOther;
  bool parallel = true;                                  // its workers compute in parallel
  Noun worker = {&words::kWorker, &words::kWorkers};     // what people call them
  // So many of them begin a sentence: "Two threads under the GIL".
  const CountedText* who = &words::kUnknownWho;
  // Within one, all of them: "threads under the GIL".
  const PlainText* called = &words::kUnknownCalled;
};

}  // namespace lab
