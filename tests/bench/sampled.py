"""`python -m tests.bench.sampled FILE VERB...`: runs a command of ours, and writes where its time went.

An alarm goes off every few milliseconds, and gives the time since the last one to the room (ARCHITECTURE.md)
of the innermost of our functions or templates. That costs about a hundredth, wherever a function moves to. It
is no thread: a process that has one cannot be copied. What other processes do meanwhile is waiting, or goes
on beside.
"""

import json
import re
import resource
import signal
import sys
import time
from pathlib import Path
from types import FrameType

_EVERY = 0.005
_HOME = str(Path(__file__).parents[2]) + "/"
STAGES = (
    (r"frozen importlib", START := "starting: Python and its libraries"),
    (r"search|text_index", SEARCH := "search index"),
    (r"^generator/(source|model|reading|partners)", READING := "reading and checking"),
    (
        r"^generator/(views|wording)|^generator/(newsletters|editions|state)\.py",
        VIEWS := "views: what each page shows",
    ),
    (r"^generator/(cartography|maps)", "maps"),
    (r"^generator/(feeds|open_data|mail)|^generator/site/open_data", "calendars and open data"),
    (r"^generator/site/(writing|building)\.py:(write_|_move)|^generator/project", WRITING := "writing files"),
    (
        r"^generator/site/(building|plugin|frame|shell)|^generator/site/theme",
        FRAME := "the frame around pages (MkDocs)",
    ),
    (r"^generator/site/offline", "the copy for phones"),
    (r"^generator/site/(assets|signs|share_pictures|style)", "fonts, styles, icons"),
    (r"^generator/qr", "QR codes"),
    (r"^generator/site", PAGES := "pages"),
    (r"^generator/(sheets|printing|downloads)", "sheets"),
)
_WAITING = "generator/processes.py"
REST = "the rest"
TEXT_ONLY = (START, READING, VIEWS, FRAME, PAGES, WRITING)
"""What a builder of text pages does too."""


class Sampler:
    """Watches what the main thread does."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._before = time.perf_counter()

    def start(self) -> None:
        signal.signal(signal.SIGALRM, self._look)
        # A copy of this process has no alarm of its own.
        signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        stage = stage_of(frame)
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0) + now - self._before
        self._before = now


def stage_of(frame: FrameType | None) -> str:
    """Of the innermost frame that tells."""
    while frame is not None:
        code = frame.f_code
        name = f"{code.co_filename.removeprefix(_HOME)}:{code.co_name}"
        # Who waits for another process waits for what is made there.
        if name.startswith(("generator/", "<frozen importlib")) and not name.startswith(_WAITING):
            return next((stage for pattern, stage in STAGES if re.search(pattern, name)), REST)
        frame = frame.f_back
    return REST


def main(file: str, *arguments: str) -> int:
    sampler = Sampler()
    sampler.start()
    started = time.perf_counter()
    from generator.cli import main as command

    code = command(arguments)
    whole = time.perf_counter() - started
    sampler.stop()
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {
        "stages": sampler.seconds,
        "seconds": whole,
        "beside": others.ru_utime + others.ru_stime,
    }
    Path(file).write_text(json.dumps(found), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
