"""speedup-lab validate beside the machine's own Python: `validate_test.py PATH-OF-speedup-lab`."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop()
LIMIT_S = 200

# Answers like a free-threaded interpreter without its lock, and leaves the rest to the real one.
FREE_THREADED = """#!{python}
import sys, sysconfig
sys._is_gil_enabled = lambda: False
known = sysconfig.get_config_var
sysconfig.get_config_var = lambda name: 1 if name == "Py_GIL_DISABLED" else known(name)
script = sys.argv[1]
exec(compile(open(script).read(), script, "exec"), globals())
"""


def validate(*arguments):
    return subprocess.run([PROGRAM, "validate", *arguments], capture_output=True, text=True, timeout=LIMIT_S)


class Validate(unittest.TestCase):
    def test_both_speedups_stand_side_by_side(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "v.json"
            done = validate("--quick", "--python", sys.executable, "--json", str(file))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("proves nothing", done.stdout)
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80, done.stdout)
            python, = json.loads(file.read_text())["pythons"]
        self.assertTrue(python["python"].startswith("CPython " + ".".join(map(str, sys.version_info[:3]))))
        self.assertTrue(python["facts"]["gil"])
        for speedup in python["speedups"]:
            self.assertGreater(speedup["cpython"]["ratio"], 0, speedup["experiment"])
        both = [s["experiment"] for s in python["speedups"] if s["ours"]["ratio"] > 0]
        for experiment in ["count, 2 threads", "downloads, 5 threads", "heavy, Pool(4), fork"]:
            self.assertIn(experiment, both)
        bars = {bar["bar"]: bar for bar in python["bars"]}
        self.assertTrue(all(bar["measured"] for bar in bars.values()), [b for b in bars.values() if not b["measured"]])
        for exact in ["21 chunk, 4 tasks, Pool(4)", "21 chunk, 1,000 tasks, Pool(4)", "21 chunk, 20,000 tasks, Pool(2)",
                      "21 chunk, 0 tasks, Pool(4)", "21 results in task order"]:
            self.assertTrue(bars[exact]["holds"], exact)
        self.assertGreater(next(c["cpython"] for c in python["costs"] if "pickled task" in c["cost"]), 50)

    def test_a_free_threaded_interpreter_is_known_as_one(self):
        with tempfile.TemporaryDirectory() as folder:
            wrapper, file = Path(folder) / "python3t", Path(folder) / "v.json"
            wrapper.write_text(FREE_THREADED.format(python=sys.executable))
            wrapper.chmod(0o755)
            done = validate("--quick", "--python", str(wrapper), "--json", str(file))
            self.assertEqual(done.returncode, 0, done.stderr)
            python, = json.loads(file.read_text())["pythons"]
        self.assertIn("free-threaded", python["python"])
        self.assertFalse(any("response" in bar["bar"] or "echoes" in bar["bar"] for bar in python["bars"]), "nor to wait for")
        self.assertFalse(any("hand-offs" in bar["bar"] for bar in python["bars"]), "without a GIL there is nothing to hand over")

    def test_what_is_no_python_is_named(self):
        for executable in ["/no/such/python", "/bin/true", "/bin/cat"]:
            done = validate("--quick", "--python", executable)
            self.assertEqual(done.returncode, 1, executable)
            self.assertIn(executable, done.stderr)
            self.assertIn("--python", done.stderr)

    def test_nothing_is_left_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([PROGRAM, "validate", "--quick", "--python", "/bin/true"], capture_output=True, text=True, timeout=LIMIT_S,
                                  env={**os.environ, "TMPDIR": folder})
            self.assertEqual(done.returncode, 1)
            self.assertEqual(os.listdir(folder), [])


if __name__ == "__main__":
    unittest.main()
