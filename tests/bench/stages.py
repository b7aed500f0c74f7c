"""Where the time of a build goes."""

import json
import statistics
import sys

from tests.bench.measuring import cost_of, say, table
from tests.bench.neighbourhoods import name_of, neighbourhood
from tests.bench.sampled import STAGES
from tests.bench.setup import Part, Setup
from tests.tools.builds import TODAY

_TEXT = """\
A build out of nothing of {name}, looked at every five milliseconds; by the clock.

{table}

- Flyers and other small sheets are set in processes of their own, beside what the table shows, and Pagefind
  is one too: {beside:.1f} seconds of the processors in this build. The sheets of the table are the large
  ones, and waiting for the small ones.
"""


def measure(setup: Setup) -> str:
    root = neighbourhood(setup.folder / "staged", setup.large)
    found = []
    for run in range(setup.runs):
        file = setup.folder / "stages.json"
        command = [sys.executable, "-m", "tests.bench.sampled", file, "build", "--root", root]
        command += ["--out", setup.empty("staged-out"), "--today", TODAY]
        cost_of(command, environment={"STEKWIJZER_CACHE": str(setup.empty("staged-cache"))})
        found.append(json.loads(file.read_text(encoding="utf-8")))
        say(f"run {run + 1}: {found[-1]}")
    whole = statistics.median(one["seconds"] for one in found)
    names = {name: None for _, name in STAGES} | dict.fromkeys(
        name for one in found for name in one["stages"]
    )
    medians = {name: statistics.median(one["stages"].get(name, 0) for one in found) for name in names}
    rows = [
        [name, f"{seconds:.1f}", f"{100 * seconds / whole:.0f} %"]
        for name, seconds in sorted(medians.items(), key=lambda item: -item[1])
    ]
    rows.append(["all of it", f"{whole:.1f}", "100 %"])
    return _TEXT.format(
        name=name_of(setup.large),
        table=table("stage | seconds | share", rows),
        beside=statistics.median(one["beside"] for one in found),
    )


PART = Part("stages", "Where the time goes", measure)
