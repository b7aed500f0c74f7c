"""`python -m tests.fuzz TARGET`: looks for inputs that break a target; `--keep` renews its corpus from them.

Runs in an environment of its own, which `make fuzz` makes: atheris instruments our own modules while they
are imported, and libFuzzer in it makes new inputs out of those that reached something new.
"""

import resource
import sys
from argparse import ArgumentParser
from hashlib import sha1
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.seeds import dictionary, seeds_of
    from tests.fuzz.targets import TARGETS

from generator.partners import LIMITS
from tests.fuzz.keeping import CORPUS, keep
from tests.tools.paths import ROOT

LONGEST = {"reading": 20_000, "schedules": 1_000, "partners": 60_000}
"""Bytes of an input."""
TOO_LONG = 60
"""Seconds for one input, on a busy machine."""


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--keep", action="store_true", help="renew the corpus from what was found")
    asked = parser.parse_args()
    work = ROOT / ".build" / "fuzz" / asked.target
    found, seeds = work / "found", work / "seeds"
    for folder in (found, seeds, CORPUS / asked.target):
        folder.mkdir(parents=True, exist_ok=True)
    if asked.keep:
        files = [
            path for folder in (found, seeds, CORPUS / asked.target) for path in sorted(folder.iterdir())
        ]
        count, size, steps = keep(asked.target, TARGETS[asked.target], files)
        print(f"{count} files, {size} bytes, {steps} steps")
        return
    for data in seeds_of(asked.target):
        (seeds / sha1(data).hexdigest()[:12]).write_bytes(data)
    words = work / "words.dict"
    words.write_text(dictionary(), encoding="utf-8")
    fuzz(asked.target, [found, CORPUS / asked.target, seeds], words, asked.seconds)


def fuzz(target: str, corpus: list[Path], words: Path, seconds: int) -> None:
    """Ends the process: with 0 when time is up, with another code at the first input that breaks it."""
    if target == "partners":
        # As the worker does: what a file asks beyond that is refused.
        resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory * 2, LIMITS.memory * 2))
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST[target]}",
        f"-timeout={TOO_LONG}",
        f"-artifact_prefix={corpus[0].parent}/",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        "-len_control=20",
        *([f"-dict={words}"] if target != "partners" else []),
    ]
    atheris.Setup([sys.argv[0], *options, *map(str, corpus)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
