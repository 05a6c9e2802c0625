"""What the command line writes, and whose file it never takes: `files_test.py PATH-OF-speedup-lab`."""
import errno
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside the sources
from waiting import wait_until

PROGRAM = sys.argv.pop()
LIMIT_S = 60
BRIEF = ["run", "--size", "1000", "--no-calibrate", "--repetitions", "1", "--warmups", "0"]
QUICK = [*BRIEF, "--models", "threads-free"]
LASTING = ["run", "--size", "3e7", "--repetitions", "100", "--time-budget", "0"]
NOBODY = 65534


def lab(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], **{"capture_output": True, "text": True, "timeout": LIMIT_S, **options})


def is_result(file):
    return json.loads(Path(file).read_text())["schema"] == "speedup-lab/result"


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "r.json"

    def run_into(self, where, *more):
        done = lab(*QUICK, "--json", str(where), *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_a_link_is_followed_and_stays(self):
        link = self.folder / "link"
        link.symlink_to("r.json")
        for former in [None, "former"]:
            if former:
                self.file.write_text(former)
            self.run_into(link)
            self.assertTrue(link.is_symlink())
            self.assertTrue(is_result(self.file))

    def test_rights_and_other_names_stay(self):
        other = self.folder / "other"
        self.file.write_text("former, and much longer than the new one" * 10_000)
        self.file.chmod(0o600)
        self.run_into(self.file)
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        os.link(self.file, other)
        self.run_into(self.file)
        self.assertTrue(self.file.samefile(other))
        self.assertTrue(is_result(other))

    def test_a_new_file_has_the_rights_that_the_umask_leaves(self):
        lab(*QUICK, "--json", str(self.file), umask=0o027)
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o640)

    @unittest.skipUnless(os.geteuid() == 0, "only root writes other people's files")
    def test_the_owner_stays(self):
        self.file.write_text("former")
        os.chown(self.file, NOBODY, NOBODY)
        self.run_into(self.file)
        self.assertEqual((self.file.stat().st_uid, self.file.stat().st_gid), (NOBODY, NOBODY))
        self.assertTrue(is_result(self.file))

    def test_access_lists_and_the_like_stay(self):
        self.file.write_text("former")
        try:
            os.setxattr(self.file, "user.note", b"mine")
        except OSError as fault:
            if fault.errno == errno.ENOTSUP:
                self.skipTest("no attributes on this disk")
            raise
        self.run_into(self.file)
        self.assertEqual(os.getxattr(self.file, "user.note"), b"mine")

    @unittest.skipUnless(os.geteuid() == 0, "another user is needed")
    def test_a_writable_file_in_a_folder_that_is_not(self):
        self.file.write_text("former")
        self.file.chmod(0o666)
        self.folder.chmod(0o755)
        done = lab(*QUICK, "--json", str(self.file), user=NOBODY, group=NOBODY, extra_groups=[])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(is_result(self.file))
        self.file.chmod(0o444)
        done = lab(*QUICK, "--json", str(self.file), user=NOBODY, group=NOBODY, extra_groups=[])
        self.assertEqual(done.returncode, 2)
        self.assertIn("you do not have permission", done.stderr)

    def test_what_others_keep_beside_it_stays(self):
        beside = [self.folder / name for name in ["r.json.new", "r.json.tmp", "r.json~"]]
        for file in beside:
            file.write_text("somebody's")
        self.run_into(self.file)
        self.assertEqual({file.read_text() for file in beside}, {"somebody's"})
        self.assertEqual(len(list(self.folder.iterdir())), len(beside) + 1)

    def test_descriptors_are_written_as_they_are(self):
        facts = os.stat("/dev/stdout", follow_symlinks=False)
        for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]:
            with self.subTest(name), open(self.file, "w+") as out:
                out.write("before\n")
                out.flush()
                self.assertEqual(lab(*QUICK, "--json", name, capture_output=False, stdout=out, stderr=subprocess.PIPE).returncode, 0)
                out.seek(0)
                self.assertEqual(out.readline(), "before\n")
                self.assertEqual(json.loads(out.read())["schema"], "speedup-lab/result")
        self.assertEqual(os.stat("/dev/stdout", follow_symlinks=False).st_ino, facts.st_ino)
        read, write = os.pipe()
        with os.fdopen(read) as end:
            done = subprocess.Popen([PROGRAM, *QUICK, "--csv", f"/dev/fd/{write}"], pass_fds=[write], stdout=subprocess.DEVNULL)
            os.close(write)
            self.assertTrue(end.read().startswith("experiment,"))
            self.assertEqual(done.wait(timeout=LIMIT_S), 0)

    def test_a_pipe_with_a_name_is_written_as_it_is(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        came = []
        reader = threading.Thread(target=lambda: came.append(pipe.read_text()), daemon=True)
        reader.start()
        self.run_into(pipe)
        reader.join(LIMIT_S)
        self.assertEqual(json.loads(came[0])["schema"], "speedup-lab/result")
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))

    def test_what_was_measured_until_the_end_never_takes_a_whole_ones_place(self):
        for ending in [signal.SIGINT, signal.SIGKILL]:
            with self.subTest(ending.name):
                self.file.write_text("whole")
                partial = self.folder / ("r.partial.json" if ending == signal.SIGINT else "r.partial (2).json")
                running = subprocess.Popen([PROGRAM, *LASTING, "--json", str(self.file)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                try:
                    wait_until(lambda: partial.exists() and partial.stat().st_size > 0, "nothing was kept")
                    running.send_signal(ending)
                    _, said = running.communicate(timeout=LIMIT_S)
                finally:
                    running.kill()
                    running.wait()
                self.assertEqual(self.file.read_text(), "whole")
                self.assertEqual(json.loads(partial.read_text())["error"]["code"], "cancelled")
                if ending == signal.SIGINT:
                    self.assertIn(str(partial), said)

    def test_nothing_is_left_beside_a_whole_one(self):
        done = lab("run", "--size", "2e7", "--repetitions", "6", "--json", str(self.file))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [self.file])


class FullDisks(unittest.TestCase):
    def test_every_command_notices_that_standard_output_is_full(self):
        for command in [["models"], ["environment"], ["schema"], ["--help"], ["run", "--help"], ["--version"], ["code"], ["code", "--model", "threads-gil"], QUICK,
                        [*QUICK, "--json", "-"], [*QUICK, "--csv", "/dev/full"]]:
            with self.subTest(command), open("/dev/full", "w") as full:
                done = lab(*command, capture_output=False, stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, "^speedup-lab: (Standard output|/dev/full) cannot be written: the disk is full.")

    def test_standard_output_that_is_closed_is_noticed(self):
        done = subprocess.run(["sh", "-c", 'exec "$0" models >&-', PROGRAM], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Standard output cannot be written", done.stderr)


class Trials(unittest.TestCase):
    """Whatever cannot be written is said before anything is measured."""

    def test_places_are_tried_first(self):
        with tempfile.TemporaryDirectory() as folder:
            loop = Path(folder) / "loop"
            loop.symlink_to("loop")
            for command in [["run", "--size", "1e12"], ["sweep", "--size", "1e12"]]:
                for option in ["--json", "--csv", "--markdown"] + (["--trace"] if command[0] == "run" else []):
                    for where, words in [("/nonexistent/r", "the folder /nonexistent does not exist"), (folder, "it is a folder"), ("/dev/null/r", "is not a folder"),
                                         (str(loop), "cannot be written"), ("/dev/fd/99", "it is not open for writing")]:
                        with self.subTest(option=option, where=where):
                            begin = time.monotonic()
                            done = lab(*command, option, where)
                            self.assertEqual(done.returncode, 2)
                            self.assertLess(time.monotonic() - begin, 5)
                            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                            self.assertIn(words, done.stderr)
        self.assertEqual(lab("validate", "--json", "/nonexistent/v.json").returncode, 2)

    def test_two_results_do_not_share_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            done = lab("run", "--json", f"{folder}/r", "--csv", f"{folder}/./r")
            self.assertEqual(done.returncode, 2)
            self.assertIn("--json and --csv name the same file", done.stderr)


class Readers(unittest.TestCase):
    """Who leaves early, as `| true` does, ends the program in silence."""

    def test_every_command_is_silent(self):
        for command in [["models"], ["environment"], ["schema"], ["--help"], QUICK, [*BRIEF, "--models", "processes"], [*QUICK, "--json", "-"]]:
            with self.subTest(command):
                read, write = os.pipe()
                os.close(read)
                done = lab(*command, capture_output=False, stdout=write, stderr=subprocess.PIPE)
                os.close(write)
                self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, ""))


if __name__ == "__main__":
    unittest.main()
