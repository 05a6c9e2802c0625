"""How late answers come in the scripts of the convoy, alone and beside a busy thread: `lateness_test.py PATH-OF-speedup-lab`."""
import sys
import time
import unittest

sys.dont_write_bytecode = True  # nothing is left beside the sources
from scripts import WAYS_OF_THREADS, code, run_script

# Others use this machine as well, now and then for longer than a try takes.
FEWEST_TRIES = 3
PATIENCE_S = 20


class Lateness(unittest.TestCase):
    def check(self, settings, limit_ms):
        """Alone an answer is less late than that, beside a busy thread under the GIL it is not: in one of several tries."""
        for variant in WAYS_OF_THREADS:
            text = code("--experiment", "convoy", "--model", "threads-gil", "--variant", variant, *settings)
            tries, begin = [], time.monotonic()
            while len(tries) < FEWEST_TRIES or time.monotonic() - begin < PATIENCE_S:
                printed = run_script(text)
                alone, beside = (float(printed[line].split()[1]) for line in ["Alone", "Beside 1 busy"])
                tries.append((alone, beside))
                if alone < limit_ms <= beside:
                    break
            else:
                self.fail(f"{variant}: medians in ms, alone and beside: {tries}")

    def test_a_busy_thread_delays_each_answer_by_a_switch_interval(self):
        self.check(["--switch-interval", "5"], 4)

    def test_a_long_call_delays_answers_whatever_the_switch_interval(self):
        self.check(["--call", "30", "--switch-interval", "0.1"], 4)


if __name__ == "__main__":
    unittest.main()
