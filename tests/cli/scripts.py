"""The scripts that `speedup-lab code` prints, and how tests run them. The program is the last argument of a test."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = sys.argv.pop()
LIMIT_S = 60
WAYS_OF_THREADS = ["threading", "concurrent.futures"]

# Runs a script as `python FILE` does, but with another way of starting processes than this system's.
START_BY = """
import multiprocessing, runpy, sys
multiprocessing.set_start_method(sys.argv[1])
runpy.run_path(sys.argv[2], run_name="__main__")
"""


def lab(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=LIMIT_S)


def code(*arguments):
    done = lab("code", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_script(text, method=None, name="a script", **environment):
    """The lines that it prints, by what stands before their colon; with warnings as errors."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text)
        how = [str(file)] if method is None else ["-c", START_BY, method, str(file)]
        done = subprocess.run([sys.executable, "-W", "error", *how], capture_output=True, text=True, timeout=LIMIT_S, cwd=folder,
                              env={**os.environ, **environment})
    assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr + "\n" + text
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())
