"""The problems found in one file, collected while it is read."""

from collections.abc import Sequence

from generator.problems import Problem, Severity


class Findings:
    """Gathers the problems of a file; knows its lines, so that each problem can quote its own.

    `lines` are the lines as they stand in the file, without line ends.
    """

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.trapped: set[int] = set()
        """Lines with a typing trap: what else is wrong with a value there comes from that."""
        self._found: dict[tuple[int, int, str], Problem] = {}

    def error(self, line: int, column: int, message: str, remedy: str = "") -> None:
        self._add(line, column, message, remedy, Severity.ERROR, "")

    def warning(self, line: int, column: int, message: str, remedy: str = "", *, kind: str) -> None:
        self._add(line, column, message, remedy, Severity.WARNING, kind)

    def _add(self, line: int, column: int, message: str, remedy: str, severity: Severity, kind: str) -> None:
        # YAML may give up where the text ends, below the last line.
        line = min(line, len(self.lines))
        excerpt = self.lines[line - 1] if line else ""
        problem = Problem(self.file, line, column, message, remedy, excerpt, severity, kind)
        self._found.setdefault((line, column, message), problem)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self._found.values())
