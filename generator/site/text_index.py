"""Pagefind's index of the whole texts: for who asks the search to look further than our own index."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from generator.keeping import Keep
from generator.site.drawings import without_drawings

MARK = " data-pagefind-body"
"""What says of a part of a page that the search should find it."""
FOLDER = "pagefind/"
_UNUSED = ("pagefind-component-ui.", "pagefind-highlight.", "pagefind-modular-ui.", "pagefind-ui.")
"""Pagefind brings dialogs of its own; ours is search.js."""
_ENTRY = "pagefind-entry.json"
_LANGUAGE = re.compile(r"<html\b[^>]*>")


class TextIndex:
    """The index of a site: it is told of each page, and reads them again only if it has to be made anew."""

    def __init__(self) -> None:
        self._pages: dict[str, bytes] = {}
        """Path -> digest of what is read, of each page that the search finds."""

    def tell(self, path: str, digest: bytes) -> None:
        """That this is a file of the site, and the digest of what is read of it."""
        if digest:
            self._pages[path] = digest

    def render(self, site: Path, keep: Keep) -> dict[str, bytes]:
        """Path from the root of the site -> bytes. The pages it was told of are in the folder `site`.

        As long as what it reads is the same, it is made once.
        """
        recipe = sha256(
            f"{version('pagefind')} {version('pagefind_bin')}".encode() + Path(__file__).read_bytes()
        )
        for path, digest in sorted(self._pages.items()):
            recipe.update(f"\0{path}\0".encode() + digest)
        archive = keep(f"search/{recipe.hexdigest()[:32]}.zip", partial(_archive, site, sorted(self._pages)))
        with ZipFile(BytesIO(archive)) as index:
            return {f"{FOLDER}{name}": index.read(name) for name in index.namelist()}


def digest_of(path: str, text: str) -> bytes:
    """Of what is read of a file of the site; empty if the search does not find it."""
    return sha256(_read(text).encode()).digest() if path.endswith(".html") and MARK in text else b""


def _read(page: str) -> str:
    """What Pagefind reads of a page: its language, and the words. Half of its work is to skip the rest."""
    head, main, rest = page.partition("<main")
    body, end, _ = rest.rpartition("</main>")
    language = _LANGUAGE.search(head)
    return f"{language[0] if language else ''}{main}{without_drawings(body)}{end}"


def _archive(site: Path, paths: Iterable[str]) -> bytes:
    """The index of these pages as one file, a zip."""
    with TemporaryDirectory() as folder:
        for path in paths:
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_read((site / path).read_bytes().decode()), encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"pagefind: {done.stdout}{done.stderr}")
        return _packed(Path(folder, FOLDER))


def _packed(made: Path) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w") as index:
        for file in sorted(made.rglob("*")):
            if file.is_file() and not file.name.startswith(_UNUSED):
                data = file.read_bytes()
                if file.name == _ENTRY:
                    # Its list of languages comes in another order each time.
                    data = json.dumps(json.loads(data), sort_keys=True).encode()
                # ZipInfo knows no clock.
                index.writestr(ZipInfo(file.relative_to(made).as_posix()), data)
    return archive.getvalue()
