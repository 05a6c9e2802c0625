// The process that the `processes` model starts: tasks in, results out, nothing else.
#include "platform/process.h"
#include "shell/worker/worker.h"

int main() {
  lab::ServeAsProcess(lab::HelloOfWorker(), lab::WorkOn);
  return 0;
}
