// What the tasks of an experiment mostly do.
#pragma once

namespace lab {

enum class WorkKind { kComputing, kWaiting, kAnswering };

}  // namespace lab
