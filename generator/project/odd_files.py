"""What stands among the files of a neighbourhood and is none that anybody could have written there."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from generator.project.running_files import DRAWINGS, RUNNING, is_plain_drawing

_FOLDER = "content"
"""What MkDocs copies as it is. Of print/flyers only files are read that are no links, each within limits."""
TEXTS = (".md", ".yaml", ".yml", ".po", ".csv", ".geojson")
LARGEST = 50_000_000
"""Far above the map data of a town (8 MB) and any picture for a website."""
_FOLDER_OF_SITE = re.compile(rf"{_FOLDER}/(?:[a-z]{{2}}/)?(?:[a-z-]+|[QE])")


class Oddity(Enum):
    NAME = "name"
    """A name with bytes that are no letter, or with a sign that nobody sees: no address can hold it."""
    LINK = "link"
    """A link that leads out of the folder, or to a folder: what it shows may be anybody's."""
    SPECIAL = "special"
    """A pipe, a socket or a device: reading it may never end."""
    FOLDER = "folder"
    """A folder with the name of a text."""
    FILE = "file"
    """A file with the name of a folder of the website, such as assets or fr/aanbod."""
    CLOSED = "closed"
    """It may not be read."""
    LARGE = "large"
    RUNS = "runs"
    """A page or a script of one's own: it would be copied as it is, and have no policy."""
    DRAWING = "drawing"
    """An SVG that does more than draw."""


class OddFile(NamedTuple):
    name: str
    """Below the root; "?" for what is no letter."""
    oddity: Oddity


def odd_files(root: Path, files: tuple[str, ...]) -> Iterator[OddFile]:
    """All such, of these files and below content/, by name; nothing of them has been read yet."""
    for name in files:
        if os.path.lexists(root / name):
            yield from _look(root / name, root, may_link=True)
    if os.path.lexists(root / _FOLDER):
        yield from _look(root / _FOLDER, root)


def _look(path: Path, root: Path, *, may_link: bool = False) -> Iterator[OddFile]:
    name = path.relative_to(root).as_posix()
    if (shown := _shown(name)) != name and "/." not in name:
        yield OddFile(shown, Oddity.NAME)
        return
    if path.is_symlink() and not may_link and _leads_out(path, root):
        yield OddFile(name, Oddity.LINK)
        return
    try:
        found = path.stat()
    except OSError:
        yield OddFile(name, Oddity.CLOSED)
        return
    if stat.S_ISDIR(found.st_mode):
        if path.suffix in TEXTS:
            yield OddFile(name, Oddity.FOLDER)
        elif not os.access(path, os.R_OK | os.X_OK):
            yield OddFile(name, Oddity.CLOSED)
        else:
            for each in sorted(path.iterdir()):
                yield from _look(each, root)
    elif not stat.S_ISREG(found.st_mode):
        yield OddFile(name, Oddity.SPECIAL)
    elif not os.access(path, os.R_OK):
        yield OddFile(name, Oddity.CLOSED)
    elif _FOLDER_OF_SITE.fullmatch(name):
        yield OddFile(name, Oddity.FILE)
    elif found.st_size > LARGEST:
        yield OddFile(name, Oddity.LARGE)
    # MkDocs leaves out what begins with a dot: the settings of a program, with its scripts.
    elif "/." not in name and path.suffix.lower() in RUNNING:
        yield OddFile(name, Oddity.RUNS)
    elif "/." not in name and path.suffix.lower() in DRAWINGS and not is_plain_drawing(path):
        yield OddFile(name, Oddity.DRAWING)


def _shown(name: str) -> str:
    """A name that anything can write: Python keeps bytes that are no letter as halves of one."""
    return "".join("?" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in name)


def _leads_out(path: Path, root: Path) -> bool:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        return True
    return target.is_dir() or not target.is_relative_to(root.resolve())
