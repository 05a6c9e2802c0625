"""The command line as people and scripts use it: `cli_test.py PATH-OF-speedup-lab`."""
import json
import math
import os
import pty
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import jsonschema

sys.dont_write_bytecode = True  # nothing is left beside the sources
from waiting import wait_until

PROGRAM = sys.argv.pop()
LIMIT_S = 120
SCHEMA = json.loads(subprocess.run([PROGRAM, "schema"], capture_output=True, text=True, check=True).stdout)


def lab(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def result_of(*arguments):
    done = lab("run", *arguments, "--json", "-")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Run(unittest.TestCase):
    def test_the_json_is_the_documented_object(self):
        result = result_of("--experiment", "count", "--size", "2e6", "--no-calibrate", "--repetitions", "6", "--workers", "2")
        self.assertEqual((result["schema"], result["version"]), ("speedup-lab/result", 1))
        self.assertEqual(result["experiment"]["switch_interval"], 5)
        self.assertEqual([m["model"] for m in result["models"]], ["sequential", "threads-gil", "threads-free", "processes"])
        rounds = result["calibration"]["rounds"]
        self.assertGreaterEqual(rounds, 6)  # more, if others disturbed them all
        for model in result["models"]:
            self.assertEqual(len(model["samples_s"]), rounds)
            self.assertEqual(model["value"], 4_000_000)
            self.assertEqual(model["checksum"], result["models"][0]["checksum"])
            self.assertLessEqual(model["speedup"]["low"], model["speedup"]["ratio"])
            self.assertLessEqual(model["speedup"]["ratio"], model["speedup"]["high"])
            self.assertEqual(model.get("rounds_won", {}).get("of"), None if model["model"] == "sequential" else rounds)
            self.assertEqual("gil" in model, model["model"] == "threads-gil")
            self.assertEqual(model["shared_memory"], model["model"] != "processes")
            self.assertEqual(model["speedup"]["confidence"], 0.95)
            self.assertEqual(len(model["lanes"]), model["workers"])
            self.assertGreater(sum(lane["cpu_s"] for lane in model["lanes"]), 0)
        self.assertEqual(result["calibration"]["task_size"], 2_000_000)
        self.assertGreater(result["calibration"]["effective_cores"], 0)

    def test_files_keep_to_the_schema(self):
        with tempfile.TemporaryDirectory() as folder:
            run, sweep = Path(folder) / "run.json", Path(folder) / "sweep.json"
            self.assertEqual(lab("run", "--repetitions", "2", "--pin", "--cold", "--size", "3e7", "--json", str(run)).returncode, 0)
            self.assertEqual(lab("sweep", "--workers", "3", "--repetitions", "2", "--size", "3e7", "--serial-fraction", "10",
                                 "--json", str(sweep)).returncode, 0)
            for file in [run, sweep]:
                jsonschema.validate(json.loads(file.read_text()), SCHEMA)
            self.assertTrue(json.loads(run.read_text())["experiment"]["pin"])
            self.assertTrue(all(model["why"] for model in json.loads(run.read_text())["models"]))
            scaling = json.loads(sweep.read_text())["scaling"]
            self.assertEqual([s["model"] for s in scaling], ["threads-gil", "threads-free", "processes"])
            self.assertEqual([p["workers"] for p in scaling[0]["points"]], [1, 2, 3])
            with self.assertRaises(jsonschema.ValidationError):
                jsonschema.validate({**json.loads(run.read_text()), "verdict": {"code": "clear"}}, SCHEMA)

    def test_the_schema_knows_what_an_engine_says_of_itself(self):
        written = Path(__file__).parents[1] / "messages/written/messages.jsonl"
        ready = json.loads(written.read_text().splitlines()[0])
        schema = {"$ref": "#/$defs/ready", "$defs": SCHEMA["$defs"]}
        jsonschema.validate(ready, schema)
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.validate({**ready, "settings": [{"setting": "mood"}]}, schema)

    def test_two_results_are_compared(self):
        with tempfile.TemporaryDirectory() as folder:
            a, b = Path(folder) / "a.json", Path(folder) / "b.json"
            for file, size in [(a, "3e7"), (b, "6e7")]:
                self.assertEqual(lab("run", "--models", "processes", "--repetitions", "6", "--size", size, "--json", str(file)).returncode, 0)
            done = lab("compare", str(a), str(b))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("processes", done.stdout)
            self.assertIn("A and B differ: size is 30000000 in A, 60000000 in B.", done.stdout)
            self.assertEqual(lab("compare", str(a), str(Path(folder) / "none.json")).returncode, 2)
            b.write_text("{}")
            done = lab("compare", str(a), str(b))
            self.assertEqual(done.returncode, 2)
            self.assertIn("b.json", done.stderr)

    def test_a_file_of_a_newer_version_is_shown(self):
        newer = str(Path(__file__).parents[1] / "messages/written/newer.json")
        done = lab("compare", newer, newer)
        self.assertEqual(done.returncode, 0, done.stderr)
        said = " ".join(done.stdout.split())
        for part in ["newer version", '"teleport"', 'the model "fibers"', 'the setting "patience"']:
            self.assertIn(part, said)

    def test_a_run_or_sweep_that_is_ended_keeps_what_it_measured(self):
        lasting = ["--repetitions", "100", "--size", "3e7", "--time-budget", "0"]
        for command, ending in [("run", signal.SIGKILL), ("run", signal.SIGTERM), ("run", signal.SIGHUP), ("sweep", signal.SIGINT), ("sweep", signal.SIGTERM)]:
            with self.subTest(command=command, ending=ending.name), tempfile.TemporaryDirectory() as folder:
                js, csv = Path(folder) / "r.partial.json", Path(folder) / "r.partial.csv"
                running = subprocess.Popen([PROGRAM, command, *lasting, "--json", f"{folder}/r.json", "--csv", f"{folder}/r.csv"],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    wait_until(lambda: all(file.exists() and file.stat().st_size > 0 for file in [js, csv]), "nothing was saved")
                    running.send_signal(ending)
                    self.assertEqual(running.wait(timeout=20), -ending if ending == signal.SIGKILL else 1)
                finally:
                    running.kill()
                    running.wait()
                saved = json.loads(js.read_text())
                jsonschema.validate(saved, SCHEMA)
                self.assertEqual(saved["error"]["code"], "cancelled")
                models = saved["models"] if command == "run" else [scaling["points"][0] for scaling in saved["scaling"]]
                self.assertGreater(len(models[0]["samples_s"]), 0)
                lines = csv.read_text().splitlines()
                self.assertGreater(len(lines), 1)
                self.assertTrue(all(line.count(",") == 5 for line in lines), lines)

    def test_a_hang_up_that_is_ignored_ends_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            file, partial = Path(folder) / "r.json", Path(folder) / "r.partial.json"
            running = subprocess.Popen(["nohup", PROGRAM, "run", "--size", "2e7", "--repetitions", "40", "--time-budget", "4", "--json", str(file)],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            wait_until(partial.exists, "nothing was saved")
            running.send_signal(signal.SIGHUP)
            self.assertEqual(running.wait(timeout=LIMIT_S), 0)
            saved = json.loads(file.read_text())
            jsonschema.validate(saved, SCHEMA)
            self.assertNotIn("error", saved)

    def test_what_does_not_fit_is_said_before_it_begins(self):
        for command, words in [("run", "exceeds the time budget of 1 s"), ("sweep", "exceeds the time budget of 1 s")]:
            running = subprocess.Popen([PROGRAM, command, "--size", "1e9", "--time-budget", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            try:
                self.assertIn(words, running.stderr.readline(), command)
            finally:
                running.kill()
                running.communicate()

    def test_a_sweep_measures_the_points_that_were_typed(self):
        done = lab("sweep", "--points", "3,1", "--models", "processes", "--size", "2e7", "--repetitions", "2", "--json", "-")
        self.assertEqual(done.returncode, 0, done.stderr)
        sweep = json.loads(done.stdout)
        self.assertEqual((sweep["at"], sweep["experiment"]["points"], sweep["experiment"]["workers"]), ([1, 3], [1, 3], 3))

    def test_the_heavy_sum_of_a_pool_is_pythons(self):
        size = 300_000
        result = result_of("--experiment", "heavy", "--models", "processes", "--workers", "4", "--size", str(size), "--no-calibrate", "--repetitions", "1")
        expected = 4 * sum(math.sqrt(i) * math.sin(i) for i in range(size))
        pool = result["models"][-1]
        self.assertEqual((pool["model"], pool["workers"]), ("processes", 4))
        self.assertTrue(math.isclose(pool["value"], expected, rel_tol=1e-9), (pool["value"], expected))

    def test_downloads_really_download(self):
        result = result_of("--experiment", "downloads", "--latency", "50", "--repetitions", "1", "--warmups", "0")
        self.assertGreater(result["models"][0]["value"], 5 * 250)  # bytes
        self.assertGreater(result["models"][0]["median_s"], 0.25)
        only_waits = result_of("--experiment", "downloads", "--latency", "20", "--latency-only", "--repetitions", "1")
        self.assertEqual(only_waits["models"][0]["value"], 5 * 20)

    def test_a_table_goes_to_standard_output_and_progress_to_terminals_only(self):
        done = lab("run", "--size", "1000000", "--repetitions", "1")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("threads, GIL", done.stdout)

    def test_the_answer_comes_last_after_its_bars_in_80_columns(self):
        brief = ["run", "--size", "1e6", "--repetitions", "2"]
        done = lab(*brief)
        self.assertEqual(done.returncode, 0, done.stderr)
        settings, *_, bar, _ = done.stdout.split("\n\n")
        self.assertTrue(settings.startswith("count: workers 2"), done.stdout)
        self.assertEqual([line[2:16].strip() for line in bar.splitlines()], ["sequential", "threads, GIL", "threads, free", "processes"], done.stdout)
        self.assertNotIn("Machine: ", done.stdout)
        detailed = lab(*brief, "--details")
        self.assertIn("Machine: ", detailed.stdout)
        sweep = lab("sweep", "--size", "1e6", "--repetitions", "2", "--workers", "2", "--details")
        convoy = lab("run", "--experiment", "convoy", "--repetitions", "2", "--time-budget", "2", "--details")
        for text in [done.stdout, detailed.stdout, sweep.stdout, convoy.stdout]:
            self.assertLessEqual(max(map(len, text.splitlines())), 80, text)
            self.assertLessEqual(text.lower().count("cannot conclude"), 1, text)
            self.assertTrue(text.endswith(".\n"), text)

    def test_colours_are_for_terminals_that_want_them(self):
        def coloured(*options, terminal=True, **variables):
            command = [PROGRAM, "run", "--size", "1000", "--repetitions", "1", "--models", "threads-free", *options]
            environment = {name: value for name, value in os.environ.items() if name not in ["NO_COLOR", "TERM"]} | {"TERM": "xterm", **variables}
            if not terminal:
                return "\x1b[32m" in subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, env=environment).stdout
            ours, its = pty.openpty()
            done = subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL, env=environment)
            os.close(its)
            text = b""
            try:
                while came := os.read(ours, 4096):
                    text += came
            except OSError:  # the other end is closed
                pass
            os.close(ours)
            self.assertEqual(done.wait(timeout=LIMIT_S), 0)
            return b"\x1b[32m" in text

        self.assertTrue(coloured())
        self.assertFalse(coloured(NO_COLOR="1"))
        self.assertFalse(coloured(TERM="dumb"))
        self.assertTrue(coloured("--color", "always", NO_COLOR="1"))
        self.assertFalse(coloured("--color=never"))
        self.assertFalse(coloured(terminal=False))
        self.assertTrue(coloured("--color", "always", terminal=False))
        self.assertEqual(lab("run", "--color", "sometimes").returncode, 2)

    def test_files_are_written(self):
        with tempfile.TemporaryDirectory() as folder:
            csv, js, md = Path(folder) / "r.csv", Path(folder) / "r.json", Path(folder) / "r.md"
            done = lab("run", "--size", "1000000", "--repetitions", "2", "--csv", str(csv), "--json", str(js), "--markdown", str(md))
            self.assertEqual(done.returncode, 0)
            self.assertEqual(len(csv.read_text().splitlines()), 1 + 4 * 2)
            self.assertEqual(json.loads(js.read_text())["experiment"]["repetitions"], 2)
            self.assertTrue(md.read_text().startswith("### Count: 2 tasks for 2 workers, 2 repetitions\n"))
            self.assertIn("| threads, GIL | 2 |", md.read_text())

    def test_a_download_that_fails_ends_the_run_with_its_reason(self):
        done = lab("run", "--experiment", "downloads", "--urls", "http://127.0.0.1:1/gone", "--timeout", "500")
        self.assertEqual(done.returncode, 1)
        self.assertIn("http://127.0.0.1:1/gone", done.stderr)

    def test_an_interrupt_cancels_within_a_second_in_the_middle_of_a_task(self):
        running = subprocess.Popen([PROGRAM, "run", "--size", "1e12"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
            limit = time.monotonic() + 20
            while len(list(Path(f"/proc/{running.pid}/task").iterdir())) < 3:
                self.assertLess(time.monotonic(), limit, "the run did not start its threads")
            begin = time.monotonic()
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=20)
            self.assertLess(time.monotonic() - begin, 2)
        finally:
            running.kill()
        self.assertEqual(running.returncode, 1)
        self.assertIn("cancelled", errors)
        self.assertFalse(children.exists())


class Usage(unittest.TestCase):
    def test_faulty_options_name_the_field_and_its_range(self):
        for options, words in [(["--workers", "0"], ["workers", "1 to 256"]), (["--workers", "10000"], ["workers", "1 to 256"]),
                               (["--size", "-1"], ["size"]), (["--size", "nan"], ["size"]), (["--size", "1e400"], ["size"]),
                               (["--models", "fibers"], ["fibers", "threads-gil"]), (["--experiment", "juggling"], ["juggling", "downloads"]),
                               (["--repetitions", "x"], ["repetitions", "1 to 100"]), (["--nonsense", "1"], ["nonsense"]),
                               (["--urls", "file:///x"], ["urls", "http://"])]:
            done = lab("run", *options)
            self.assertEqual(done.returncode, 2, options)
            for word in words:
                self.assertIn(word, done.stderr, options)

    def test_no_command_is_a_usage_error_that_shows_the_help(self):
        done = lab()
        self.assertEqual((done.returncode, done.stderr), (2, lab("--help").stdout))

    def says(self, status, *command, words, within_s=10):
        """One line on standard error, at once, and nothing on standard output."""
        begin = time.monotonic()
        done = lab(*command)
        self.assertLess(time.monotonic() - begin, within_s, command)
        self.assertEqual((done.returncode, done.stdout), (status, ""), done.stderr)
        said = [line for line in done.stderr.splitlines() if not line.startswith("Try: ")]
        self.assertEqual(len(said), 1, done.stderr)
        self.assertTrue(said[0].startswith("speedup-lab: "), said)
        for word in words:
            self.assertIn(word, said[0], command)

    def test_what_does_not_exist_is_named_with_what_is_nearest(self):
        self.says(2, "run", "--wrokers", "2", words=["--wrokers", "nearest is --workers"])
        self.says(2, "sweep", "--repetition=2", words=["--repetition;", "nearest is --repetitions"])
        self.says(2, "rnu", words=['"rnu"', "nearest is run"])
        self.says(2, "juggle", words=['there is no command "juggle".'])
        self.says(2, "--verion", words=["--version"])

    def test_a_flag_takes_true_or_false(self):
        for command, flag in [("run", "--pin"), ("sweep", "--no-record"), ("window", "--cold"), ("code", "--latency-only"), ("validate", "--quick"), ("models", "--help")]:
            self.says(2, command, f"{flag}=maybe", words=[f'{flag} takes true or false, not "maybe"'])

    def test_an_option_is_no_name_of_a_file(self):
        self.says(2, "run", "--json", "--pin", words=["--json needs the name of a file", "./--pin"])
        self.says(2, "sweep", "--csv", "-h", words=["--csv needs the name of a file"])
        self.says(2, "run", "--trace", words=["--trace needs the name of a file"])
        self.says(2, "validate", "--json=", words=["--json needs the name of a file"])
        self.says(2, "run", "--size", "--pin", words=["--size needs a value"])

    def test_the_limits_of_the_help_are_accepted(self):
        seed = next(line for line in lab("run", "--help").stdout.splitlines() if "--seed" in line)
        highest = seed.split(" to ")[1].split(")")[0]
        self.assertEqual(result_of("--seed", highest, "--size", "1000", "--repetitions", "1", "--models", "threads-free")["experiment"]["seed"],
                         int(highest.replace(",", "")))

    def test_a_decimal_comma_is_no_group_of_thousands(self):
        self.says(2, "run", "--switch-interval", "0,005", words=["0,005", "0.001 to 10,000"])

    def test_settings_that_cannot_be_had_together_are_refused_at_once(self):
        self.says(2, "run", "--experiment", "downloads", "--latency", "12000", words=["latency", "timeout"])
        self.says(2, "run", "--experiment", "downloads", "--latency", "200", "--timeout", "100", words=["latency", "timeout"])

    def test_what_would_have_no_effect_is_refused(self):
        self.says(2, "run", "--busy", "3", words=["busy", "count"])
        self.says(2, "run", "--experiment", "downloads", "--calibrate", words=["calibrate", "downloads"])
        self.assertEqual(lab("run", "--experiment", "downloads", "--no-calibrate", "--latency-only", "--latency", "1", "--repetitions", "1").returncode, 0)
        self.says(2, "run", "--experiment", "convoy", "--workers", "3", words=["workers", "convoy"])
        self.says(2, "code", "--cpu-share", "3", words=["cpu-share", "count"])
        self.says(2, "run", "--points", "1,2", words=["points", "sweep"])
        self.says(2, "sweep", "--experiment", "mixed", "--cpu-share", "20", words=["cpu-share", "--points"])

    def test_a_file_for_the_window_that_cannot_be_read_is_said(self):
        done = lab("window", "/nowhere/result.json")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, "/nowhere/result.json cannot be read|no window")

    def test_help_and_version(self):
        for command in [[], ["run"], ["sweep"], ["compare"], ["code"], ["models"], ["environment"], ["schema"], ["window"]]:
            done = lab(*command, "--help")
            self.assertEqual(done.returncode, 0, command)
            self.assertIn("speedup-lab" if not command else "--help", done.stdout)
        self.assertRegex(lab("--version").stdout, r"speedup-lab \d+\.\d+\.\d+")

    def test_models_and_environment(self):
        self.assertIn("threads-gil", lab("models").stdout)
        facts = json.loads(lab("environment").stdout)
        self.assertEqual(facts["platform"], "native")
        self.assertGreater(facts["cores"], 0)
        jsonschema.validate(facts, {"$ref": "#/$defs/environment", "$defs": SCHEMA["$defs"]})

    def test_cores_are_those_that_it_may_use(self):
        core = str(min(os.sched_getaffinity(0)))
        facts = json.loads(subprocess.run(["taskset", "-c", core, PROGRAM, "environment"], capture_output=True, text=True, timeout=LIMIT_S).stdout)
        self.assertEqual(facts["cores"], 1)
        online = os.sysconf("SC_NPROCESSORS_ONLN")
        self.assertEqual(facts["machine_cores"], online if online > 1 else None)


if __name__ == "__main__":
    unittest.main()
