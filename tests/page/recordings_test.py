"""The recorded runs beside the page: `recordings_test.py PATH-OF-speedup-lab`."""
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

import jsonschema

PROGRAM = sys.argv.pop()
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(subprocess.run([PROGRAM, "schema"], capture_output=True, text=True, check=True).stdout)
FILES = sorted((ROOT / "shell/page/recordings").glob("*.json"))
NAMES = [file.stem for file in FILES]


class Recordings(unittest.TestCase):
    def test_there_is_one_for_each_experiment_and_the_site_has_them_all(self):
        experiments = (ROOT / "src/experiment/experiment.h").read_text()
        kinds = re.search(r"enum class ExperimentKind \{(.*?)\}", experiments, re.DOTALL)[1]
        self.assertEqual(sorted(name.lower() for name in re.findall(r"\bk(\w+)", kinds) if name != "Unknown"), NAMES)
        installed = re.findall(r"/recordings/(\w+)\.json", (ROOT / "web/CMakeLists.txt").read_text())
        self.assertEqual(installed, NAMES)

    def test_they_are_results_of_the_current_format_that_conclude_something(self):
        for file in FILES:
            with self.subTest(file.name):
                result = json.loads(file.read_text())
                jsonschema.validate(result, SCHEMA)
                self.assertEqual((result["schema"], result["version"]), ("speedup-lab/result", 1))
                self.assertEqual(result["experiment"]["experiment"], file.stem)
                self.assertNotIn("error", result)
                self.assertEqual(result["unavailable"], [])
                self.assertNotIn(result["verdict"]["code"], ["noisy", "too-short"], result["verdict"]["text"])
                self.assertLessEqual(file.stat().st_size, 100_000)

    def test_every_model_has_its_timeline(self):
        for file in FILES:
            for model in json.loads(file.read_text())["models"]:
                with self.subTest(f"{file.name} {model['model']}"):
                    self.assertTrue(any("r" in lane["kinds"] for lane in model["trace"]["lanes"]))
                    self.assertTrue(all(lane["lost"] == 0 for lane in model["trace"]["lanes"]))

    def test_the_program_reads_them(self):
        for file in FILES:
            done = subprocess.run([PROGRAM, "compare", str(file), str(file)], capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, ""), file.name)


if __name__ == "__main__":
    unittest.main()
