"""The copy of the site that a phone keeps: a small worker, and one file per language with all texts.

Fetched one by one the pages would cost six times as much, for most of a page is the
same on every other. So a page is cut at its drawings, and each piece is kept once.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from generator.site.drawings import cut_at_drawings
from generator.site.shapes import SiteInput
from generator.site.versions import fingerprint

_WORKERS = Path(__file__).parent / "workers"
LARGEST_COPY = 6_000_000
"""Characters of all pieces of one language; about 1 MB compressed. Beyond it only the lists are kept."""
_FINDER = "wegwijzer/"
"""Few pages, and who needs one needs its answer."""
COPY_MARK = "<!--copy-->"
"""Where the worker says in a page how old the copy is."""


class Copy:
    """What is kept of one language, piece by piece as its pages are made.

    `folder` is that of the language, `notice` says how old the copy is, `missing` is the page for what
    is not in it.
    """

    def __init__(self, folder: str, notice: str, missing: str) -> None:
        self._folder, self._notice = folder, notice
        self._pieces: dict[str, str] = {}
        """Each once, however many pages have it."""
        self._size = 0
        self._missing = self._cut(missing)
        self._texts: dict[str, tuple[str, ...]] = {}
        self._full = False
        """Whether all pages together were too much."""
        self.partial = False
        """Whether pages were left out for that."""

    @property
    def texts(self) -> dict[str, str]:
        """Path from the root -> text."""
        return {path: "".join(pieces) for path, pieces in self._texts.items()}

    def wants(self, path: str) -> bool:
        """Whether there is room for what lies at this path."""
        return not self._full or self.is_list(path)

    def keep(self, path: str, text: str) -> None:
        """Put a text of the site, at its path from the root, into the copy."""
        if not self.wants(path):
            self.partial = True
            return
        self._texts[path] = self._cut(text)
        if self._size > LARGEST_COPY and not self._full:
            self._keep_lists()

    def packed(self) -> bytes:
        """The copy as JSON: the pieces, and of each text which of them it is made of."""
        numbers: dict[str, int] = {}
        texts = {
            path: [numbers.setdefault(piece, len(numbers)) for piece in self._texts[path]]
            for path in sorted(self._texts)
        }
        missing = [numbers.setdefault(piece, len(numbers)) for piece in self._missing]
        content = {"texts": texts, "missing": missing, "notice": self._notice, "pieces": list(numbers)}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

    def _cut(self, text: str) -> tuple[str, ...]:
        cut = []
        for piece in cut_at_drawings(text):
            if piece not in self._pieces:
                self._pieces[piece] = piece
                self._size += len(piece)
            if piece:
                cut.append(self._pieces[piece])
        return tuple(cut)

    def _keep_lists(self) -> None:
        """From now on there is room for these only."""
        lists = {path: pieces for path, pieces in self._texts.items() if self.is_list(path)}
        self._full, self.partial = True, len(lists) < len(self._texts)
        self._texts = lists
        kept = chain(self._missing, *lists.values())
        self._pieces = {piece: piece for piece in kept}

    def is_list(self, path: str) -> bool:
        """Whether it names the records: pages with one step in their address, the finder's, and data."""
        below = path.removeprefix(self._folder)
        return not path.endswith(".svg") and (below.count("/") <= 1 or below.startswith(_FINDER))


def render_offline(
    site: SiteInput,
    assets: Mapping[str, bytes],
    version: str,
    fonts: Iterable[str],
    copies: Mapping[str, Copy],
) -> dict[str, bytes]:
    """The worker sw.js and the copies, as path -> bytes.

    `assets` are all files below assets/, `version` that of our style sheets and scripts,
    `fonts` the names of those that every page needs.
    """
    if not site.offline:
        return {"sw.js": stop_copies()}
    files = {f"data/copy-{language}.json": copy.packed() for language, copy in copies.items()}
    versions = {
        path: version if path.endswith((".css", ".js")) else fingerprint(data)
        for path, data in sorted(assets.items())
    }
    at_once = {f"assets/fonts/{name}" for name in fonts}
    settings: dict[str, object] = {
        "files": versions,
        "now": [path for path in versions if path.endswith((".css", ".js", ".svg")) or path in at_once],
        "copies": {
            language: {"path": path, "version": fingerprint(data)}
            for language, (path, data) in zip(copies, files.items(), strict=True)
        },
        "partial": any(copy.partial for copy in copies.values()),
    }
    worker = (_WORKERS / "keep.js").read_text(encoding="utf-8")
    # Any change of what is kept, and of the worker itself, makes a new worker.
    settings["version"] = fingerprint((worker + json.dumps(settings, sort_keys=True)).encode())
    filled = worker.replace("/*SITE*/ {}", json.dumps(settings, sort_keys=True, separators=(",", ":")))
    return files | {"sw.js": filled.encode()}


def stop_copies() -> bytes:
    """The worker that takes away the copies of phones that come by, and itself."""
    return (_WORKERS / "stop.js").read_bytes()


def notice(text: str) -> str:
    """The line that the worker puts at the top of a page from the copy."""
    return str(Markup('<p class="message copy-notice" role="status">{}</p>').format(text))
