"""Chrome traces of real runs, read back by a parser: `trace_test.py PATH-OF-speedup-lab`."""
import json
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources
from chrome_trace import ChromeTrace, check_nesting, nanoseconds
from waiting import wait_until

PROGRAM = sys.argv.pop()
LIMIT_S = 120


def lab(*arguments):
    return subprocess.run([PROGRAM, "run", *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def trace_of(*arguments):
    done = lab(*arguments, "--warmups", "0", "--no-calibrate", "--trace", "-")
    assert done.returncode == 0, done.stderr
    trace = ChromeTrace(done.stdout)
    trace.check()
    return trace


class Traces(unittest.TestCase):
    def test_under_the_gil_there_is_one_holder_at_any_instant(self):
        trace = trace_of("--models", "threads-gil", "--workers", "3", "--tasks", "7", "--size", "2e7", "--switch-interval", "0.5", "--repetitions", "1")
        self.assertEqual(trace.tracks_of("threads-gil"), ["GIL", "thread 1", "thread 2", "thread 3"])
        holders = trace.track("threads-gil", "GIL")
        self.assertGreater(len(holders), 10)
        for before, after in zip(holders, holders[1:]):
            self.assertLessEqual(before[1], after[0], "two hold the lock")
        for begin, end, holder, _ in holders:
            running = [s for s in trace.track("threads-gil", holder) if s[2] == "running" and begin <= s[0] and s[1] <= end]
            self.assertEqual(sum(s[1] - s[0] for s in running), end - begin, f"{holder} held the lock and did not run")
        changes = sum(before[2] != after[2] for before, after in zip(holders, holders[1:]))
        self.assertEqual(len(trace.flows_of("threads-gil", "hand-off")), changes)
        self.assertTrue(any(name == "asked to drop the GIL" for _, _, name, _ in trace.marks))

    def test_tasks_enclose_what_was_done_in_them(self):
        trace = trace_of("--models", "threads-free", "--workers", "2", "--tasks", "5", "--size", "2e6", "--serial-fraction", "20", "--repetitions", "1")
        lanes = [trace.track("threads-free", f"thread {lane}") for lane in (1, 2)]
        tasks = [s for lane in lanes for s in lane if s[2].startswith("task ")]
        self.assertEqual(sorted(s[2] for s in tasks), [f"task {number}" for number in range(1, 6)])
        for lane in lanes:
            for task in (s for s in lane if s[2].startswith("task ")):
                inside = [s for s in lane if s is not task and task[0] <= s[0] and s[1] <= task[1] and s[3].get("task") == task[3]["task"]]
                self.assertEqual(sum(s[1] - s[0] for s in inside), task[1] - task[0], "states fill their task")

    def test_messages_are_flows_with_their_bytes(self):
        trace = trace_of("--models", "processes", "--workers", "2", "--tasks", "6", "--size", "1e6", "--repetitions", "1")
        self.assertEqual(trace.tracks_of("processes"), ["process 1", "process 2", "engine"])
        flows = trace.flows_of("processes", "message")
        self.assertGreaterEqual(len(flows), 4)
        self.assertTrue(all(ends[0][3]["args"]["bytes"] > 0 for ends in flows))
        engine = [track for track, name in trace.tracks.items() if name == "engine"][0]
        self.assertTrue(all((ends[0][2] == engine) != (ends[1][2] == engine) for ends in flows), "one end is the engine's")

    def test_a_file_has_all_models_and_the_instant_zero(self):
        with tempfile.TemporaryDirectory() as folder:
            file, result = Path(folder) / "t.json", Path(folder) / "r.json"
            done = lab("--experiment", "downloads", "--latency", "20", "--repetitions", "2", "--trace", str(file), "--json", str(result))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("downloads", done.stdout)
            trace, saved = ChromeTrace(file.read_text()), json.loads(result.read_text())
        trace.check()
        self.assertEqual(list(trace.processes.values()), ["sequential", "threads-gil", "threads-free", "processes"])
        asked = [at for at, _, name, _ in trace.marks if name == "trial requested"]
        self.assertEqual(len(asked), 4)
        zero = nanoseconds(trace.file["metadata"]["asked_at_us"])
        self.assertTrue(all(zero < at < zero + 1000 for at in asked), f"one time axis for all models, and no stamp of a slice: {asked}")
        for slices in trace.slices.values():
            for begin, end, name, _ in slices:
                self.assertTrue(end <= zero if name == "start-up" else begin >= zero, name)
        self.assertEqual(sum(name == "blocked on I/O" for _, _, name, _ in trace.track("sequential", "thread 1")), 5)
        facts = trace.file["metadata"]
        self.assertEqual((facts["machine"], facts["experiment"]), (saved["environment"], saved["experiment"]))
        for slices in saved["models"]:
            longest = max(end for track, own in trace.slices.items() if trace.processes[track[0]] == slices["model"] for _, end, _, _ in own)
            self.assertLessEqual(longest - asked[0], slices["trace"]["length_ns"])

    def test_a_run_that_is_interrupted_writes_what_came_in(self):
        with tempfile.TemporaryDirectory() as folder:
            result, file = Path(folder) / "r.partial.json", Path(folder) / "t.partial.json"
            running = subprocess.Popen([PROGRAM, "run", "--repetitions", "100", "--size", "3e7", "--json", f"{folder}/r.json", "--trace", f"{folder}/t.json"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                wait_until(result.exists, "no repetition came in")
                running.send_signal(signal.SIGINT)
                self.assertEqual(running.wait(timeout=60), 1)
            finally:
                running.kill()
            trace = ChromeTrace(file.read_text())
        trace.check()
        self.assertIn("sequential", trace.processes.values())

    def test_without_a_record_it_says_what_to_do(self):
        done = lab("--no-record", "--trace", "-")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("--no-record", done.stderr)

    def test_where_it_cannot_go_is_said(self):
        done = lab("--json", "-", "--trace", "-")
        self.assertEqual(done.returncode, 2)
        self.assertIn("standard output", done.stderr)
        done = lab("--size", "1000", "--repetitions", "1", "--models", "sequential", "--trace", "/nowhere/t.json")
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot be written", done.stderr)


class Checks(unittest.TestCase):
    """The checks themselves find what is wrong."""

    def test_overlap_is_found(self):
        check_nesting("lane", [(0, 10, "task", {}), (0, 4, "a", {}), (4, 10, "b", {}), (10, 12, "c", {}), (11, 11, "d", {})])
        with self.assertRaises(AssertionError):
            check_nesting("lane", [(0, 10, "task", {}), (8, 12, "a", {})])

    def test_loose_flows_are_found(self):
        name = {"ph": "M", "pid": 1, "tid": 2, "name": "thread_name", "args": {"name": "lane"}}
        process = {"ph": "M", "pid": 1, "tid": 0, "name": "process_name", "args": {"name": "model"}}
        slice = {"ph": "X", "pid": 1, "tid": 2, "name": "running", "ts": 1.5, "dur": 2}
        start = {"ph": "s", "pid": 1, "tid": 2, "name": "n", "cat": "c", "id": 1, "ts": 2}
        finish = {"ph": "f", "bp": "e", "pid": 1, "tid": 2, "name": "n", "cat": "c", "id": 1, "ts": 3.5}
        fine = [name, process, slice, start, finish]
        ChromeTrace(json.dumps({"traceEvents": fine})).check()
        for faulty in [fine[:-1], [*fine, finish], [*fine[:-1], {**finish, "ts": 1.9}], [*fine[:-1], {**finish, "ts": 3.501}], fine[1:]]:
            with self.assertRaises(AssertionError):
                ChromeTrace(json.dumps({"traceEvents": faulty})).check()


if __name__ == "__main__":
    unittest.main()
