"""A mistake of a user, with the place where it stands and the way to mend it.

Bugs are tracebacks; mistakes are Problems. The two never mix.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    """The build stops; what was there before stays."""
    WARNING = "warning"
    """The build goes on; somebody should look."""


@dataclass(frozen=True, order=True)
class Location:
    """Where something stands: a file, and its line from 1 (0: the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file; line and column count from 1, 0 means the file as a whole.

    The texts are in the user's language already.
    """

    file: str
    line: int
    column: int
    message: str
    """What is wrong, in one sentence."""
    remedy: str = ""
    """What to write instead, in one sentence, with an example if it helps."""
    excerpt: str = field(default="", compare=False)
    """The offending line, as it stands in the file."""
    severity: Severity = Severity.ERROR
    kind: str = ""
    """A stable word for warnings that come in great numbers ("overdue", "unchecked",
    "no-contact"), so that they can be counted instead of listed."""


class BuildStopped(Exception):  # noqa: N818 - it stops for mistakes of a user, it is no error of ours
    """The input has mistakes; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return f"{len(self.problems)} problems"


class FilesChangedError(Exception):
    """Somebody saved a file while it was being built, so the result would be a mixture."""


class SavedMeanwhileError(Exception):
    """Somebody saved a file after it was read, so writing it would undo that; its name below the root."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
