// Tasks that wait: downloads, and waits as long as one.
#include "base/text.h"
#include "code/pattern.h"
#include "code/python_tasks.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kWait = R"(def wait(seconds):
    time.sleep(seconds)  # as long as a download, without the network
    return seconds
)";

constexpr std::string_view kSerialWait = R"(def wait(seconds):
    with lock:  # one worker at a time: the others wait here
        time.sleep(SERIAL * seconds)
    time.sleep((1 - SERIAL) * seconds)
    return seconds
)";

constexpr std::string_view kDownload = R"(def download(url):
    with urllib.request.urlopen(url, timeout=TIMEOUT) as response:
        return len(response.read())
)";

constexpr std::string_view kServer = R"(class SlowPages(BaseHTTPRequestHandler):
    """Respond to every request, but only after LATENCY seconds."""

    def do_GET(self):
        time.sleep(LATENCY)
        page = b"The quick brown fox jumps over the lazy dog."
        self.send_response(200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *args):
        pass  # no line for every request


def serve(connection):
    """Run the server, in a process of its own so that it does not use our GIL."""
$queue    server = ThreadingHTTPServer(("127.0.0.1", 0), SlowPages)  # 0: any free port
    connection.send(server.server_port)
    server.serve_forever()


)";

// By itself Python's server lets five requests queue; one more of many at once would come a second
// late.
constexpr int kServerQueue = 5;
constexpr std::string_view kLongerQueue =
    R"(    ThreadingHTTPServer.request_queue_size = 100  # so many requests at once
)";

constexpr std::string_view kServerSetup =
    R"(os.environ["no_proxy"] = "127.0.0.1"  # no proxy for our own server
ours, theirs = multiprocessing.Pipe()
multiprocessing.Process(target=serve, args=(theirs,), daemon=True).start()
theirs.close()  # the server has its own; if it dies, recv() raises EOFError
site = f"http://127.0.0.1:{ours.recv()}"
urls = [f"{site}/posts/{number}" for number in range(TASKS)]
)";

// Typed addresses need no server, and need not give the same response every time.
void FromTypedUrls(PythonTask& task, const Experiment& experiment) {
  task.constants = "URLS = [\n";
  for (const std::string& url : experiment.urls)
    task.constants += "    " + PythonQuoted(url) + ",\n";
  task.constants += "]\n";
  task.functions = kDownload;
  task.items = "URLS";
  task.length = "len(URLS)";
  task.repeatable = false;
}

void FromOwnServer(PythonTask& task, const Experiment& experiment) {
  for (const char* import :
       {"import multiprocessing", "import os",
        "from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer"}) {
    task.imports.emplace_back(import);
  }
  task.constants = PythonConstant("TASKS", PythonWhole(experiment.tasks)) +
                   PythonConstant("LATENCY", PythonSeconds(experiment.latency_ms),
                                  "seconds until the server responds");
  task.functions =
      Filled(kServer, {{"queue", experiment.workers > kServerQueue ? kLongerQueue : ""}}) +
      std::string(kDownload);
  task.items = "urls";
  task.setup = kServerSetup;
  task.starts_process = true;
  task.length = "TASKS";
}

PythonTask WaitTask(const Experiment& experiment, bool serial) {
  const std::string latency = PythonSeconds(experiment.latency_ms);
  PythonTask task;
  task.title = Filled(R"(Wait $latency seconds $times)",
                      {{"latency", latency}, {"times", Times(experiment.tasks)}});
  task.work = PythonWork::kWaits;
  task.constants = PythonConstant("TASKS", PythonWhole(experiment.tasks)) +
                   PythonConstant("LATENCY", latency, "seconds");
  if (serial) task.constants += SerialConstant(experiment);
  task.functions = serial ? kSerialWait : kWait;
  task.function = "wait";
  task.item = "seconds";
  task.items = "waits";
  task.setup = "waits = [LATENCY] * TASKS\n";
  task.length = "TASKS";
  task.result = "{1000 * sum(results):,.0f} ms";
  task.serial = serial;
  return task;
}

PythonTask DownloadTask(const Experiment& experiment) {
  PythonTask task;
  task.title =
      Filled(experiment.tasks == 1 ? R"(Download $number page)" : R"(Download $number pages)",
             {{"number", Grouped(experiment.tasks)}});
  task.work = PythonWork::kWaits;
  task.imports = {"import urllib.request"};
  task.function = "download";
  task.item = "url";
  task.result = "{len(results):,} pages, {sum(results):,} bytes";
  if (FetchesTypedUrls(experiment)) FromTypedUrls(task, experiment);
  else FromOwnServer(task, experiment);
  task.constants += PythonConstant("TIMEOUT", PythonSeconds(experiment.timeout_ms),
                                   "seconds after which a download gives up");
  return task;
}

}  // namespace

PythonTask DownloadsTask(const Experiment& experiment, bool serial) {
  return AsksServers(experiment) ? DownloadTask(experiment) : WaitTask(experiment, serial);
}

}  // namespace lab
