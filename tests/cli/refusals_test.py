"""What the system refuses ends in one sentence, at once: `refusals_test.py PATH-OF-speedup-lab`."""
import http.server
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop()
LIMIT_S = 100
SOMEBODY = 61_234  # a user without programs
DESKTOPS = ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"]


def lab(*arguments, limits=(), without=(), **options):
    """Runs it with those resource limits, and without those variables of the environment."""
    def lower():
        for kind, number in limits:
            resource.setrlimit(kind, (number, number))
    environment = {name: value for name, value in os.environ.items() if name not in without} | options.pop("env", {})
    return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=LIMIT_S, env=environment, preexec_fn=lower,
                          **{"text": True, "errors": "replace", **options})


class Refusals(unittest.TestCase):
    def refuses(self, done, begin, *words, within_s=10):
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertLess(time.monotonic() - begin, within_s)
        said = [line for line in done.stderr.splitlines() if line.startswith("speedup-lab: ")]
        self.assertEqual(len(said), 1, done.stderr)
        for word in words:
            self.assertIn(word, said[0])

    @unittest.skipUnless(os.geteuid() == 0, "another user is needed")
    def test_too_few_threads_and_processes(self):
        commands = [(["run", "--experiment", "downloads"], [1, 2, 40]), (["run", "--size", "1e6"], [1, 2, 3, 5]),
                    (["validate", "--quick", "--python", "/usr/bin/python3"], [3, 10, 25])]
        for command, numbers in commands:
            for number in numbers:
                with self.subTest(command=command, number=number):
                    begin = time.monotonic()
                    # A sanitizer that looks for leaks would need one more process.
                    done = lab(*command, env={"ASAN_OPTIONS": "detect_leaks=0"}, limits=[(resource.RLIMIT_NPROC, number)],
                               user=SOMEBODY, group=SOMEBODY, extra_groups=[])
                    self.refuses(done, begin, "the system allows no more threads and processes", str(number), "ulimit -u")

    def test_too_few_open_files(self):
        for command in [["run"], ["run", "--experiment", "downloads"], ["sweep"], ["validate", "--quick"]]:
            for number in [4, 20]:
                with self.subTest(command=command, number=number):
                    begin = time.monotonic()
                    self.refuses(lab(*command, limits=[(resource.RLIMIT_NOFILE, number)]), begin, f"{number} open files", "ulimit -n")

    def test_a_limit_of_open_files_that_may_be_raised_is_raised(self):
        limited = subprocess.run(["sh", "-c", 'ulimit -S -n 12; exec "$0" run --experiment downloads --latency 1 --repetitions 1 --csv -', PROGRAM],
                                 capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(limited.returncode, 0, limited.stderr)

    def test_a_folder_for_the_script(self):
        for folder in ["/nonexistent", PROGRAM, "/proc"]:
            with self.subTest(folder):
                begin = time.monotonic()
                self.refuses(lab("validate", "--quick", env={"TMPDIR": folder}), begin, folder, "TMPDIR", within_s=3)

    def test_a_window_without_a_desktop(self):
        begin = time.monotonic()
        done = lab("window", without=DESKTOPS)
        if "has no window" in done.stderr:
            self.skipTest("a build without a window")
        self.refuses(done, begin, "DISPLAY", "speedup-lab run")


class Names(unittest.TestCase):
    def test_an_interpreter_whose_name_is_no_utf8(self):
        with tempfile.TemporaryDirectory() as folder:
            python = os.path.join(os.fsencode(folder), b"py\xffthon\x1b[31m")
            done = lab("validate", "--quick", "--python", os.fsdecode(python))
            self.assertEqual(done.returncode, 1)
            self.assertIn(r"py\xffthon\x1b[31m", done.stderr)

    def test_what_a_file_says_does_not_command_the_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "r.json"
            made = lab("run", "--size", "1000", "--repetitions", "2", "--models", "threads-free", "--json", str(file))
            self.assertEqual(made.returncode, 0, made.stderr)
            result = json.loads(file.read_text())
            result["environment"]["system"] = "\x1b]0;renamed\x07\x1b[2JLinux\u202e\u009b31m"
            file.write_text(json.dumps(result))
            shown = lab("compare", str(file), str(file))
            self.assertEqual(shown.returncode, 0, shown.stderr)
            self.assertIn(r"\x1b]0;renamed\x07\x1b[2JLinux\u202e\x9b31m", shown.stdout)
            result["experiment"]["experiment"] = "\x1b[31mteleport"
            file.write_text(json.dumps(result))
            refused = lab("compare", str(file), str(file))
            self.assertNotIn("\x1b", refused.stdout + refused.stderr)

    def test_a_file_of_another_kind_is_named_with_its_kind(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "s.json"
            for text, kind in [('{"schema": "speedup-lab/sweep", "version": 1}', "is a sweep"), ('{"schema": "speedup-lab/validation"}', "is a validation"),
                               ('{"traceEvents": []}', "is a trace")]:
                file.write_text(text)
                done = lab("compare", str(file), str(file))
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"{file} {kind}", done.stderr)


class Validation(unittest.TestCase):
    def test_no_proxy_is_asked_for_this_machine_and_an_interpreter_may_have_any_name(self):
        asked = []

        class Proxy(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_error(502)

            def log_message(self, *_):
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Proxy) as proxy:
            threading.Thread(target=proxy.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{proxy.server_port}"
            proxies = {"env": {"http_proxy": address, "HTTP_PROXY": address, "all_proxy": address}, "without": ["no_proxy", "NO_PROXY"]}
            done = lab("run", "--experiment", "downloads", "--latency", "1", "--repetitions", "1", **proxies)
            self.assertEqual(done.returncode, 0, done.stderr)
            with tempfile.TemporaryDirectory() as folder:
                python = os.path.join(os.fsencode(folder), b"py\xffthon")
                os.symlink(sys.executable, python)
                done = lab("validate", "--quick", "--json", "-", "--python", os.fsdecode(python), errors="strict", **proxies)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("py\ufffdthon", json.loads(done.stdout)["pythons"][0]["executable"])
            proxy.shutdown()
        self.assertEqual(asked, [])


class Cores(unittest.TestCase):
    def test_a_sweep_goes_to_twice_the_cores_that_may_be_used(self):
        core = str(min(os.sched_getaffinity(0)))
        done = subprocess.run(["taskset", "-c", core, PROGRAM, "sweep", "--size", "1000", "--repetitions", "1", "--warmups", "0", "--models", "threads-free", "--json", "-"],
                              capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["at"], [1, 2])


if __name__ == "__main__":
    unittest.main()
