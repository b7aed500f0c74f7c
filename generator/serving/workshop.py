"""Keeps the last good reading of a neighbourhood, reads again after each change, and tells who waits.

Whatever is wrong with the files, or with a template, is a list of problems beside the last good
reading; nothing here ends the preview.
"""

import os
import traceback
from collections.abc import Callable
from datetime import date
from threading import Condition, RLock

from generator import project as outside
from generator.problems import BuildStopped, Problem, Severity
from generator.project import Project, staff_words
from generator.serving.memory import Memory
from generator.serving.stand import Stand
from generator.source import load

_PAGES = 300
"""As many pages are remembered as they last were, for when a template breaks."""
Say = Callable[[tuple[Problem, ...]], None]


class Workshop:
    """A neighbourhood that somebody is working on. `say` is told the mistakes of each reading."""

    def __init__(self, project: Project, today: Callable[[], date], say: Say) -> None:
        self._project, self._today, self._say = project, today, say
        self._memory = Memory()
        # Files are read in another thread than pages are made.
        self._reading_memory = Memory()
        self._making = RLock()
        self._changed = Condition()
        self._number = 0
        self._stand: Stand | None = None
        self._mistakes: tuple[Problem, ...] = ()
        self._accidents: dict[str, Problem] = {}
        self._last_good: dict[str, bytes] = {}

    @property
    def version(self) -> str:
        """Another one after each change, and after each start."""
        return f"{os.getpid()}-{self._number}"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has to be mended: mistakes in the files, and what went wrong while making a page."""
        return (*self._mistakes, *self._accidents.values())

    @property
    def is_empty(self) -> bool:
        """Whether there never was a reading without mistakes."""
        return self._stand is None

    def state(self) -> tuple[object, ...]:
        """Changes whenever a file is saved."""
        return (self._project.state(), outside.templates_state())

    def renew(self) -> None:
        """Reads all files; keeps what there was if they have mistakes."""
        stand, mistakes = self._read()
        with self._making, self._changed:
            if stand:
                self._stand = stand
                self._memory.begin()
            self._mistakes, self._accidents = mistakes, {}
            self._number += 1
            self._changed.notify_all()
        self._say(mistakes)

    def wait(self, seen: tuple[str, int], seconds: float) -> None:
        """Returns as soon as `news` is no longer what was seen, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.news != seen, seconds)

    @property
    def news(self) -> tuple[str, int]:
        """The version, and how many things went wrong since."""
        return self.version, len(self._accidents)

    def make(self, name: str, make: Callable[[Stand], bytes | None]) -> bytes | None:
        """What `make` gives of the last good reading; if a template is broken, what it gave last.

        None where there is nothing of that name.
        """
        with self._making:
            if self._stand is None:
                return None
            try:
                made = make(self._stand)
            # A broken template may raise anything, and the preview goes on.
            except Exception as error:
                traceback.print_exc()
                self._note(name, error)
                return self._last_good.get(name, b"")
            if made is not None:
                self._last_good.pop(name, None)
                self._last_good[name] = made
                if len(self._last_good) > _PAGES:
                    del self._last_good[next(iter(self._last_good))]
            return made

    def _note(self, name: str, error: Exception) -> None:
        with self._changed:
            self._accidents[name] = accident(error)
            self._changed.notify_all()

    def _read(self) -> tuple[Stand | None, tuple[Problem, ...]]:
        missing = self._project.missing_files()
        if missing:
            return None, tuple(_missing(name) for name in missing)
        try:
            self._reading_memory.begin()
            source = load(self._project, self._today(), self._reading_memory.recall)
        except BuildStopped as stopped:
            return None, tuple(p for p in stopped.problems if p.severity is Severity.ERROR)
        except OSError as error:
            return None, (_unreadable(error, self._project),)
        # As may a file of which nobody thought.
        except Exception as error:
            traceback.print_exc()
            return None, (accident(error),)
        files = self._project.state("content", "mkdocs.yml")
        return Stand(source, files, outside.templates_state(), self._memory), ()


def _missing(name: str) -> Problem:
    _ = staff_words().gettext
    return Problem(
        name,
        0,
        0,
        _("This file is not there (any more)."),
        _("Put it back: undo, or take it from the version before."),
    )


def _unreadable(error: OSError, project: Project) -> Problem:
    _ = staff_words().gettext
    name = error.filename
    return Problem(
        os.path.relpath(name, project.root) if isinstance(name, str) else "",
        0,
        0,
        _("This file cannot be read."),
        _("Is it still being saved, or open in another program? Save it again."),
    )


def accident(error: Exception) -> Problem:
    """What is no mistake in the records: a template, a setting, or a bug."""
    _ = staff_words().gettext
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    said = " ".join(str(error).split())[:500]
    return Problem(
        str(file) if isinstance(file, str) else "",
        line if isinstance(line, int) else 0,
        0,
        _("This cannot be made: {said}").format(said=f"{type(error).__name__}: {said}"),
        _("Undo the last change of a template or a setting. The whole story is in the window of `serve`."),
    )
