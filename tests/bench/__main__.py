"""`python -m tests.bench [PART...] [--runs N] [--sizes N,N]`: measures, and writes docs/performance.md.

Without a PART all of them. Each is a section of its own, which says when it was measured.
"""

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench import axe, building, lighthouse, load, paper, peers, preview, reading, stages, weight
from tests.bench.measuring import memory, say
from tests.bench.report import REPORT, write_section
from tests.bench.setup import Part, Setup
from tests.bench.sites import Sites
from tests.tools.paths import ROOT

PARTS: tuple[Part, ...] = (
    building.PART,
    stages.PART,
    peers.PART,
    reading.PART,
    paper.PART,
    preview.PART,
    weight.PART,
    load.PART,
    lighthouse.PART,
    axe.PART,
)
_ONCE = (weight.PART, axe.PART)
"""What comes out the same each time."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(part.name for part in PARTS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--runs-of-large", type=int, default=5, help="of what has more than 1,000 offers")
    parser.add_argument(
        "--sizes", default="60,300,1000,5000", help="numbers of offers; 60 is this neighbourhood"
    )
    options = parser.parse_args()
    unknown = set(options.parts) - {part.name for part in PARTS}
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    sizes = tuple(map(int, options.sizes.split(",")))
    with tempfile.TemporaryDirectory(prefix="stekwijzer-bench-", dir=memory()) as temporary:
        folder = Path(temporary)
        setup = Setup(options.runs, sizes, folder, Sites(folder / "sites"), options.runs_of_large)
        for part in PARTS:
            if part.name in options.parts or not options.parts:
                asked = replace(setup, runs=1) if part in _ONCE else setup
                text = part.measure(asked)
                say(f"\n## {part.title}\n\n{text}")
                write_section(part.title, text, asked.runs, [part.title for part in PARTS])
                say(f"written to {REPORT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
