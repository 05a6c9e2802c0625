"""What happens to the processes of a run from outside: `workers_test.py PATH-OF-speedup-lab`."""
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources
from waiting import wait_until

PROGRAM = sys.argv.pop()
LIMIT_S = 60


def started(*arguments, said=subprocess.PIPE):
    return subprocess.Popen([PROGRAM, "run", *arguments], stdout=subprocess.PIPE, stderr=said, text=True, start_new_session=True)


class Terminal:
    """What a run says of its progress, which it says to terminals only."""

    def __init__(self):
        self.ours, self.its = pty.openpty()
        self.text = ""

    def wait_for(self, words):
        limit = time.monotonic() + LIMIT_S
        while words not in self.text:
            ready, _, _ = select.select([self.ours], [], [], max(0, limit - time.monotonic()))
            assert ready, f"nothing was said of {words!r}: {self.text}"
            self.text += os.read(self.ours, 4096).decode(errors="replace")

    def rest(self):
        """The lines up to the end, as a person has read them."""
        os.close(self.its)
        try:
            while came := os.read(self.ours, 4096):
                self.text += came.decode(errors="replace")
        except OSError:  # the other end is closed
            pass
        os.close(self.ours)
        plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.text).replace("\r", "\n")
        return [line.strip() for line in plain.splitlines() if line.strip()]


def workers_of(running):
    found = []
    for thread in Path(f"/proc/{running.pid}/task").iterdir():
        try:
            found += map(int, (thread / "children").read_text().split())
        except OSError:  # it has ended meanwhile
            continue
    return found


class Workers(unittest.TestCase):
    def wait_for_workers(self, running, number):
        wait_until(lambda: len(workers_of(running)) >= number, "no workers", LIMIT_S)

    def test_a_worker_that_dies_while_another_model_runs_is_told_at_once(self):
        for command in [["--size", "1e11"], ["--experiment", "downloads", "--latency", "9000"]]:
            with self.subTest(command):
                terminal = Terminal()
                running = started(*command, "--workers", "2", "--repetitions", "1", "--warmups", "0", "--seed", "1", "--models", "processes", said=terminal.its)
                try:
                    self.wait_for_workers(running, 2)
                    terminal.wait_for("round 1, sequential")
                    begin = time.monotonic()
                    os.kill(workers_of(running)[0], signal.SIGKILL)
                    running.communicate(timeout=LIMIT_S)
                    self.assertLess(time.monotonic() - begin, 2)
                finally:
                    running.kill()
                    running.wait()
                    said = terminal.rest()
                self.assertEqual(running.returncode, 1)
                self.assertRegex(said[-1], "^speedup-lab: processes: Process . of 2 died during the run: .*signal 9")

    def test_a_run_that_was_stopped_blames_nobody_and_measures_that_round_again(self):
        for whole_group in [True, False]:
            with self.subTest(whole_group=whole_group):
                running = started("--experiment", "downloads", "--latency", "400", "--timeout", "1500", "--repetitions", "2", "--models", "threads-gil,processes", "--json", "-", said=(terminal := Terminal()).its)
                send = os.killpg if whole_group else os.kill
                try:
                    self.wait_for_workers(running, 5)
                    terminal.wait_for("round 1, ")
                    send(running.pid, signal.SIGSTOP)
                    time.sleep(5)  # longer than any download may take, and than a busy machine keeps a thread waiting
                    send(running.pid, signal.SIGCONT)
                    out, _ = running.communicate(timeout=LIMIT_S)
                finally:
                    running.kill()
                    running.wait()
                    said = terminal.rest()
                self.assertEqual(running.returncode, 0, said)
                result = json.loads(out)
                for model in result["models"]:
                    self.assertEqual(len(model["samples_s"]), result["calibration"]["rounds"])
                    self.assertLess(max(model["samples_s"]), 4)
                self.assertTrue(any("Everything stopped" in note for note in result["notes"]), result["notes"])


if __name__ == "__main__":
    unittest.main()
