"""An invented neighbourhood of which editions are printed, with changes in between."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.editions import Bound, Frozen, bound_today, new_edition
from generator.project import Project
from generator.reading.sources import LEDGER_FILE
from tests.tools.paths import INVENTED

FIRST_DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Stage:
    """A copy of a neighbourhood, to change and to print at will."""

    root: Path

    @classmethod
    def copied(cls, folder: Path, source: Path = INVENTED) -> "Stage":
        root = folder / "neighbourhood"
        root.mkdir()
        for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
            shutil.copy(source / name, root)
        shutil.copytree(source / "content", root / "content")
        return cls(root)

    def copy(self, folder: Path) -> "Stage":
        """The same once more, as it stands now, with what was printed of it."""
        return Stage(Path(shutil.copytree(self.root, folder / "neighbourhood")))

    @property
    def ledger(self) -> Path:
        return self.root / LEDGER_FILE

    def change(self, old: str, new: str, file: str = "offers.yaml") -> None:
        """Replaces a text that is in a file exactly once."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def add(self, text: str, file: str = "offers.yaml") -> None:
        path = self.root / file
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def freeze(self, today: date = FIRST_DAY) -> Frozen:
        return new_edition(Project(self.root), today)

    def bound(self, today: date = FIRST_DAY) -> Bound:
        return bound_today(Project(self.root), today)[2]

    def changed(self, today: date = FIRST_DAY) -> dict[str, tuple[str, ...]]:
        """What today's binder has otherwise than the newest edition: sheet -> facts, or new, or gone."""
        standing = self.bound(today).standing
        newest = standing.ledger.newest
        assert newest
        printed = standing.printed(newest)
        found: dict[str, tuple[str, ...]] = {
            record: ("gone",) for record in printed if record not in standing.bound
        }
        for record, sheet in standing.bound.items():
            if record not in printed:
                found[record] = ("new",)
            elif sheet.moved(printed[record]):
                found[record] = ("moved",)
            elif facts := standing.changes(newest, printed[record], sheet):
                found[record] = facts
        return found
