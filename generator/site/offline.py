"""The copy of the site that a phone keeps: a small worker, and one file per language with all texts.

Fetched one by one the pages would cost six times as much, for most of a page is the
same on every other. So a page is cut at its drawings, and each piece is kept once.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.site.addresses import language_folder
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


@dataclass(frozen=True)
class Copy:
    """What is kept of one language: path from the root -> text, and what to say beside it."""

    texts: Mapping[str, str]
    notice: str
    """How old the copy is, in words."""
    missing: str
    """The page for what is not in the copy."""


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
    files: dict[str, bytes] = {}
    partial = False
    for language, copy in copies.items():
        data, is_whole = _pack(copy, language_folder(language, site.first_language))
        files[f"data/copy-{language}.json"] = data
        partial = partial or not is_whole
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
        "partial": partial,
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


def _pack(copy: Copy, folder: str) -> tuple[bytes, bool]:
    """The copy as JSON, and whether it is whole."""
    content = _content(copy, copy.texts, LARGEST_COPY) or _content(copy, _lists(copy.texts, folder), math.inf)
    is_whole = len(content["texts"]) == len(copy.texts)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), is_whole


def _content(copy: Copy, texts: Mapping[str, str], largest: float) -> dict[str, Any]:
    """The copy with these texts, in pieces; empty as soon as those have more than `largest` characters."""
    numbers: dict[str, int] = {}
    packed: list[list[int]] = []
    size = 0
    for text in (*(texts[path] for path in sorted(texts)), copy.missing):
        known = len(numbers)
        packed.append([numbers.setdefault(p, len(numbers)) for p in cut_at_drawings(text) if p])
        size += sum(map(len, islice(reversed(numbers), len(numbers) - known)))
        if size > largest:
            return {}
    return {
        "texts": dict(zip(sorted(texts), packed, strict=False)),
        "missing": packed[-1],
        "notice": copy.notice,
        "pieces": list(numbers),
    }


def _lists(texts: Mapping[str, str], folder: str) -> dict[str, str]:
    """The pages that name the records: those with one step in their address, the finder's, and the data."""
    return {
        path: text
        for path, text in texts.items()
        if not path.endswith(".svg")
        and ((below := path.removeprefix(folder)).count("/") <= 1 or below.startswith(_FINDER))
    }
