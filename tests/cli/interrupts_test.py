"""Ctrl-C and its like, as a terminal and a container send them: `interrupts_test.py PATH-OF-speedup-lab`."""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources
from waiting import wait_until

PROGRAM = sys.argv.pop()
LIMIT_S = 30
TRIES = 4
VALIDATE = ["validate", "--python", "/usr/bin/python3"]


def members(group):
    """Who is in a group of processes, or has it as a session, and runs."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name before it may be of any bytes.
            state, _, of_group, session = stat.read_bytes().rsplit(b")", 1)[1].decode().split()[:4]
        except OSError:
            continue
        if state != "Z" and group in (int(of_group), int(session)):
            found.append(int(stat.parent.name))
    return found


def started(*command, **options):
    return subprocess.Popen([PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, **options)


def wait_until_it_listens(pid):
    """The signals are blocked then, in the thread that waits for them only now and then."""
    def blocked(thread):
        try:
            status = dict(line.split(":", 1) for line in (thread / "status").read_text().splitlines())
        except OSError:  # it has ended meanwhile
            return False
        return int(status["SigBlk"], 16) >> (signal.SIGTERM - 1) & 1

    wait_until(lambda: any(map(blocked, Path(f"/proc/{pid}/task").iterdir())), "nobody listens for signals", LIMIT_S)


def children_of(pid):
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


CONTAINER = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]


def makes_containers():
    return shutil.which("unshare") and subprocess.run([*CONTAINER, "true"], capture_output=True, timeout=LIMIT_S).returncode == 0


def rest_of(running):
    try:
        return running.communicate(timeout=LIMIT_S)
    finally:
        running.kill()
        running.wait()


class Interrupts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def ends_in_one_line(self, running, begin):
        out, said = rest_of(running)
        self.assertEqual((running.returncode, out, said), (1, "", "speedup-lab: cancelled.\n"))
        self.assertLess(time.monotonic() - begin, 5)

    def nobody_is_left(self, session):
        wait_until(lambda: not members(session), "somebody is left", 5)

    def test_the_whole_group_is_interrupted(self):
        for turn in range(TRIES):
            for ending in [signal.SIGINT, signal.SIGTERM]:
                with self.subTest(turn=turn, ending=ending.name):
                    running = started("run", "--workers", "4", "--size", "2e7", "--repetitions", "100", "--time-budget", "0", "--models", "processes")
                    wait_until_it_listens(running.pid)
                    time.sleep(random.uniform(0, 1.5))
                    begin = time.monotonic()
                    os.killpg(running.pid, ending)
                    self.ends_in_one_line(running, begin)
                    self.nobody_is_left(running.pid)

    def test_validate_is_interrupted(self):
        for ending, whole_group in [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, True), (signal.SIGHUP, False)]:
            for wait_s in [0, 2]:
                with self.subTest(ending=ending.name, whole_group=whole_group, wait_s=wait_s):
                    running = started(*VALIDATE, env={**os.environ, "TMPDIR": str(self.folder)})
                    wait_until_it_listens(running.pid)
                    time.sleep(wait_s)
                    begin = time.monotonic()
                    (os.killpg if whole_group else os.kill)(running.pid, ending)
                    self.ends_in_one_line(running, begin)
                    self.assertEqual(list(self.folder.iterdir()), [])
                    self.nobody_is_left(running.pid)

    def test_as_the_first_process_of_a_container(self):
        if not makes_containers():
            self.skipTest("no container can be made here")
        for command in [VALIDATE, ["run", "--size", "1e12"]]:
            for ending in [signal.SIGINT, signal.SIGTERM]:
                with self.subTest(command=command[0], ending=ending.name):
                    container = subprocess.Popen([*CONTAINER, PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
                                                 env={**os.environ, "TMPDIR": str(self.folder)})
                    wait_until(lambda: children_of(container.pid), "no process in the container", LIMIT_S)
                    first, = children_of(container.pid)
                    wait_until(lambda: Path(f"/proc/{first}/exe").resolve() == Path(PROGRAM).resolve(), "the container never ran the program", LIMIT_S)
                    wait_until_it_listens(first)
                    os.kill(first, ending)
                    _, said = rest_of(container)
                    self.assertEqual(said.splitlines()[-1], "speedup-lab: cancelled.")
                    self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_reader_of_validate_that_left_ends_it_in_silence(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([PROGRAM, *VALIDATE, "--quick"], stdout=write, stderr=subprocess.PIPE, text=True, timeout=LIMIT_S * 2,
                              env={**os.environ, "TMPDIR": str(self.folder)})
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, ""))
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
