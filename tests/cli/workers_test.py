"""What happens to the processes of a run from outside: `workers_test.py PATH-OF-speedup-lab`."""
import json
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop()
LIMIT_S = 60


def started(*arguments):
    return subprocess.Popen([PROGRAM, "run", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


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
        limit = time.monotonic() + LIMIT_S
        while len(workers_of(running)) < number:
            self.assertLess(time.monotonic(), limit, "no workers")
            time.sleep(0.05)

    def test_a_worker_that_dies_while_another_model_runs_is_told_at_once(self):
        for command in [["--size", "1e11"], ["--experiment", "downloads", "--latency", "9000"]]:
            with self.subTest(command):
                running = started(*command, "--workers", "2", "--repetitions", "1", "--warmups", "0", "--models", "processes")
                try:
                    self.wait_for_workers(running, 2)
                    time.sleep(3)  # the sequential one is measured now
                    begin = time.monotonic()
                    os.kill(workers_of(running)[0], signal.SIGKILL)
                    _, said = running.communicate(timeout=LIMIT_S)
                    self.assertLess(time.monotonic() - begin, 2)
                finally:
                    running.kill()
                    running.wait()
                self.assertEqual(running.returncode, 1)
                self.assertRegex(said.splitlines()[-1], "^speedup-lab: processes: Process . of 2 died during the run: .*signal 9")

    def test_a_run_that_was_stopped_blames_nobody_and_measures_that_round_again(self):
        for whole_group in [True, False]:
            with self.subTest(whole_group=whole_group):
                running = started("--experiment", "downloads", "--latency", "400", "--timeout", "1500", "--repetitions", "2", "--models", "threads-gil,processes", "--json", "-")
                send = os.killpg if whole_group else os.kill
                try:
                    self.wait_for_workers(running, 5)
                    time.sleep(1)  # into the first round
                    send(running.pid, signal.SIGSTOP)
                    time.sleep(5)  # longer than any download may take, and than a busy machine keeps a thread waiting
                    send(running.pid, signal.SIGCONT)
                    out, said = running.communicate(timeout=LIMIT_S)
                finally:
                    running.kill()
                    running.wait()
                self.assertEqual(running.returncode, 0, said)
                result = json.loads(out)
                for model in result["models"]:
                    self.assertEqual(len(model["samples_s"]), 2)
                    self.assertLess(max(model["samples_s"]), 4)
                self.assertTrue(any("stood still" in note for note in result["notes"]), result["notes"])


if __name__ == "__main__":
    unittest.main()
