"""Every script that `speedup-lab code` prints, run by the machine's Python: `code_test.py PATH-OF-speedup-lab`."""
import http.server
import json
import math
import multiprocessing
import re
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources
from scripts import LIMIT_S, WAYS_OF_THREADS, code, lab, run_script

ROOT = Path(__file__).parents[2]
VARIANTS = {"sequential": ["loop"], "threads-gil": WAYS_OF_THREADS, "threads-free": WAYS_OF_THREADS,
            "processes": ["multiprocessing.Pool", "concurrent.futures"]}
OF_CONVOY = {**VARIANTS, "processes": ["multiprocessing.Process"]}
ANSWER_WAIT_S = 0.01  # on average


def experiments():
    """Their names, as the help of the command tells them."""
    return re.search(r"--experiment (\S+)", lab("code", "--help").stdout)[1].split("|")


def values_of(settings):
    """What each model of the laboratory finds."""
    done = lab("run", *settings, "--no-calibrate", "--repetitions", "1", "--warmups", "0", "--json", "-")
    assert done.returncode == 0, done.stderr
    return {model["model"]: model["value"] for model in json.loads(done.stdout)["models"]}


def number(text):
    return float(re.match(r"[-\d,.e+]+", text)[0].replace(",", ""))


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"x" * int(self.path[1:])
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Python(unittest.TestCase):
    def each_script(self, settings, check, of_models=VARIANTS, any_start=False):
        """Every variant of every model; with `any_start` the processes' started in every way that there is."""
        for model, variants in of_models.items():
            for variant in variants:
                text = code(*settings, "--model", model, "--variant", variant)
                methods = [None, *multiprocessing.get_all_start_methods()] if any_start and "__main__" in text else [None]
                for method in methods:
                    with self.subTest(model=model, variant=variant, method=method):
                        check(model, run_script(text, method))

    def check(self, settings, result_is, any_start=False):
        """The script's lines, and its result beside the laboratory's."""
        values = values_of(settings)

        def check(model, printed):
            self.assertTrue(result_is(number(printed["Result"]), values[model]), (printed, values))
            lines = {"Sequential", "Result"} if model == "sequential" else {"Sequential", "Speedup", "Result"}
            self.assertEqual(set(printed) - {"Threads", "Processes", "GIL"}, lines)
            self.assertEqual("GIL" in printed, model == "threads-free")

        self.each_script(settings, check, any_start=any_start)

    def test_count(self):
        self.check(["--experiment", "count", "--size", "20000"], lambda script, ours: script == ours == 40_000, any_start=True)

    def test_heavy(self):
        self.check(["--experiment", "heavy", "--size", "20000"], lambda script, ours: math.isclose(script, ours, rel_tol=1e-9))

    def test_more_tasks_than_workers_with_a_part_in_a_lock(self):
        for experiment in ["count", "heavy"]:
            self.check(["--experiment", experiment, "--size", "5000", "--workers", "3", "--tasks", "14", "--serial-fraction", "25", "--switch-interval", "0.5"],
                       lambda script, ours: math.isclose(script, ours, rel_tol=1e-9), any_start=experiment == "heavy")

    def test_chunks(self):
        self.check(["--experiment", "count", "--size", "1000", "--workers", "2", "--tasks", "9", "--chunk", "4"], lambda script, ours: script == ours)

    def test_downloads_ask_a_server_of_their_own_that_takes_its_time(self):
        settings = ["--experiment", "downloads", "--latency", "40", "--workers", "8", "--tasks", "9"]

        def check(model, printed):
            self.assertTrue(printed["Result"].startswith("9 pages, "), printed)
            self.assertGreaterEqual(number(printed["Sequential"]), 0.36)

        self.each_script(settings, check, any_start=True)

    def test_downloads_of_their_own_server_go_through_no_proxy(self):
        text = code("--experiment", "downloads", "--latency", "1", "--model", "threads-gil")
        self.assertIn("Result", run_script(text, http_proxy="http://127.0.0.1:1", no_proxy=""))

    def test_downloads_of_typed_addresses_bring_the_same_bytes(self):
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            urls = " ".join(f"http://127.0.0.1:{server.server_port}/{size}" for size in [1, 1000, 70_000])
            settings = ["--experiment", "downloads", "--urls", urls, "--workers", "2"]
            self.assertEqual(set(values_of(settings).values()), {71_001})
            self.each_script(settings, lambda model, printed: self.assertEqual(printed["Result"], "3 pages, 71,001 bytes"))
            server.shutdown()

    def test_waits(self):
        self.check(["--experiment", "downloads", "--latency-only", "--latency", "20", "--serial-fraction", "50"], lambda script, ours: script == ours == 100)

    def test_the_waits_of_a_script_are_as_long_as_was_asked(self):
        """Nobody sleeps, the seconds are added up: of the tasks one after the other, and of those that threads share."""
        added_up = 'import atexit, time\nslept = []\ntime.sleep = slept.append\natexit.register(lambda: print(f"Slept: {sum(slept):.6f}"))\n'
        waits = ["--experiment", "downloads", "--latency-only", "--latency", "20"]
        mixed = ["--experiment", "mixed", "--no-calibrate", "--size", "1000", "--duration", "40", "--cpu-share", "25", "--tasks", "3"]
        answers = ANSWER_WAIT_S * (3 * 0.7 + 0.6 * (0.618034 + 0.236068 + 0.854102))
        for model, settings, seconds in [("sequential", waits, 0.1), ("threads-gil", [*waits, "--serial-fraction", "30"], 2 * 0.1),
                                         ("sequential", mixed, 0.09), ("sequential", ["--experiment", "convoy", "--answers", "3"], answers)]:
            printed = run_script(added_up + code(*settings, "--model", model))
            self.assertAlmostEqual(number(printed["Slept"]), seconds, places=5, msg=settings)

    def test_mixed(self):
        self.check(["--experiment", "mixed", "--no-calibrate", "--size", "20003", "--duration", "20"], lambda script, ours: script == ours == 160_024)

    def test_mixed_finds_its_size(self):
        settings = ["--experiment", "mixed", "--tasks", "3", "--duration", "60", "--cpu-share", "25"]

        def check(model, printed):
            self.assertGreater(number(printed["Size"]), 1000, printed)
            self.assertEqual(number(printed["Result"]), 3 * number(printed["Size"]), printed)
            self.assertGreaterEqual(number(printed["Sequential"]), 3 * 0.045 - 0.005, printed)  # of waiting

        self.each_script(settings, check)

    def test_convoy(self):
        for more in [["--answers", "12", "--busy", "2"], ["--answers", "1", "--busy", "0", "--call", "1"], ["--answers", "7", "--call", "3", "--switch-interval", "0.5"]]:
            settings = ["--experiment", "convoy", *more]
            values = values_of(settings)

            def check(model, printed):
                self.assertEqual(number(printed["Result"]), values[model], printed)
                beside = [line for line in printed if line.startswith("Beside ")]
                self.assertEqual(len(beside), 0 if model == "sequential" else 1, printed)
                for line in ["Alone", *beside]:
                    median, most, nearly_all = re.fullmatch(r"median (\S+) ms late, 90 % (\S+) ms, 99 % (\S+) ms", printed[line]).groups()
                    self.assertTrue(float(median) <= float(most) <= float(nearly_all), printed)

            self.each_script(settings, check, OF_CONVOY, any_start=True)

    def test_without_a_gil_nobody_is_sent_to_another_python(self):
        text = code("--experiment", "count", "--size", "1000", "--model", "threads-free")
        for gil, free_threaded, said in [(True, False, "on; run this with python3.13t"), (False, True, "off"),
                                         (True, True, "on, because of PYTHON_GIL=1, -X gil=1 or an extension module")]:
            python = f"import sys, sysconfig\nsys._is_gil_enabled = lambda: {gil}\nsysconfig.get_config_vars()['Py_GIL_DISABLED'] = {int(free_threaded)}\n"
            self.assertEqual(run_script(python + text)["GIL"], said)

    def test_without_a_file_a_script_that_starts_processes_ends_at_once_and_says_so(self):
        for settings in [["--experiment", name, "--model", "processes"] for name in experiments()] + [["--experiment", "downloads", "--model", "threads-gil"]]:
            done = subprocess.run([sys.executable], input=code(*settings), capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual((done.returncode, done.stdout), (1, ""), settings)
            self.assertIn("Save this as a file", done.stderr)

    def test_a_server_that_dies_ends_the_downloads(self):
        text = code("--experiment", "downloads", "--model", "sequential").replace("    connection.send(", "    raise SystemExit(1)\n    connection.send(")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "downloads.py"
            file.write_text(text)
            done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertIn("EOFError", done.stderr)

    def test_so_many_processes_that_windows_has_a_limit_are_said_to(self):
        for settings, line in [(["--workers", "61"], "WORKERS = 61\n"), (["--workers", "62"], "WORKERS = 62  # on Windows 61 at most\n"),
                               (["--experiment", "convoy", "--busy", "100"], "BUSY = 100  # processes that compute all the time; on Windows 61 at most\n")]:
            self.assertIn(line, code("--model", "processes", *settings))
        self.assertNotIn("Windows", code("--model", "threads-gil", "--variant", "concurrent.futures", "--workers", "100"))

    def test_a_script_may_have_any_name(self):
        text = code("--experiment", "count", "--size", "1000", "--model", "processes")
        for name in ["2 processes.py", "count", "multi-processing.txt"]:
            for method in multiprocessing.get_all_start_methods():
                self.assertEqual(run_script(text, method, name)["Result"], "2,000")


class Cpp(unittest.TestCase):
    def test_the_texts_are_those_of_the_files(self):
        shown = set()
        for experiment in experiments():
            for line in code("--experiment", experiment, "--language", "cpp").splitlines():
                row = re.match(r"  (\S+) +cpp +(\S+) +(src/\S+):", line)
                if not row:
                    continue
                model, variant, path = row.groups()
                shown.add(path)
                self.assertEqual(code("--experiment", experiment, "--model", model, "--variant", variant), (ROOT / path).read_text(), path)
        self.assertLessEqual({"src/gil/gil.cc", "src/model/threads.cc", "src/model/process_pool.cc", "src/workload/count.cc", "src/workload/turns.cc"}, shown)


class Choosing(unittest.TestCase):
    def test_the_list_has_every_variant(self):
        for experiment in experiments():
            of_models = OF_CONVOY if experiment == "convoy" else VARIANTS
            listed = re.findall(r"^  (\S+) +python +(\S+) ", code("--experiment", experiment), re.MULTILINE)
            self.assertEqual(listed, [(model, variant) for model, variants in of_models.items() for variant in variants], experiment)

    def test_the_help_names_every_experiment(self):
        self.assertEqual(experiments(), ["count", "downloads", "heavy", "mixed", "convoy"])

    def test_the_first_variant_is_the_one_that_is_not_chosen(self):
        self.assertEqual(code("--model", "processes"), code("--model", "processes", "--variant", "multiprocessing.Pool"))
        self.assertEqual(code("--model", "threads-gil", "--language", "cpp"), code("--model", "threads-gil", "--variant", "gil.cc"))

    def test_what_is_not_there_is_named_with_what_is(self):
        for options, words in [(["--model", "fibers"], ["fibers", "threads-free"]), (["--variant", "threading"], ["model", "threads-gil"]),
                               (["--model", "processes", "--variant", "threading"], ["threading", "multiprocessing.Pool", "process_pool.cc"]),
                               (["--model", "processes", "--language", "rust"], ["rust", "python", "cpp"]),
                               (["--model", "processes", "--workers", "0"], ["workers", "1 to 256"]), (["--experiment", "x"], ["x", "downloads"])]:
            done = lab("code", *options)
            self.assertEqual(done.returncode, 2, options)
            for word in words:
                self.assertIn(word, done.stderr, options)


if __name__ == "__main__":
    unittest.main()
