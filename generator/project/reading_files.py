"""Files and folders, read."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def state_of(path: Path) -> Iterator[tuple[str, int, int, int]]:
    """Of a file, or of all files in a folder; nothing where there is nothing."""
    with suppress(OSError):
        found = path.stat()
        if path.is_dir():
            for each in sorted(path.iterdir()):
                if not each.name.startswith(".") and each.name != "fonts":
                    yield from state_of(each)
        else:
            yield str(path), found.st_mtime_ns, found.st_size, found.st_ino


def start_of(path: Path, most: int) -> bytes:
    """A file of anybody: at most so much of it that it shows to be too large. May raise OSError."""
    with path.open("rb") as file:
        return file.read(most + 1)


def tables_at(path: Path) -> tuple[Path, ...]:
    """The file itself, or the CSV files of a folder."""
    return tuple(sorted(path.glob("*.csv"))) if path.is_dir() else (path,)


def files_below(folder: Path, ending: str) -> tuple[Path, ...]:
    """The files of a folder that end so, by name; none where there is no such folder."""
    return tuple(sorted(folder.glob(f"*{ending}")))


def files_in(folder: Path, endings: tuple[str, ...]) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in endings}


def lines_of(path: Path) -> list[str]:
    """The lines of a text file that somebody names on the command line. Raises OSError."""
    return path.read_text(encoding="utf-8").splitlines()
