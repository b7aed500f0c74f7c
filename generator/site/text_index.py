"""Pagefind's index of the whole texts: for who asks the search to look further than our own index."""

import json
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile, ZipInfo

from pagefind_bin import get_executable

from generator.keeping import Keep
from generator.site.drawings import without_drawings

MARK = " data-pagefind-body"
"""What says of a part of a page that the search should find it."""
FOLDER = "pagefind/"
_UNUSED = ("pagefind-component-ui.", "pagefind-highlight.", "pagefind-modular-ui.", "pagefind-ui.")
"""Pagefind brings dialogs of its own; ours is search.js."""
_ENTRY = "pagefind-entry.json"
_LANGUAGE = re.compile(rb"<html\b[^>]*>")


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


def digest_of(path: str, data: bytes) -> bytes:
    """Of what is read of a file of the site; empty if the search does not find it."""
    return sha256(_read(data)).digest() if path.endswith(".html") and MARK.encode() in data else b""


def _read(page: bytes) -> bytes:
    """What Pagefind reads of a page: its language, and the words. Half of its work is to skip the rest.

    Of bytes, for to decode a page takes longer than to find these in it.
    """
    head, main, rest = page.partition(b"<main")
    body, end, _ = rest.rpartition(b"</main>")
    language = _LANGUAGE.search(head)
    return b"".join((language[0] if language else b"", main, without_drawings(body), end))


def _archive(site: Path, paths: Iterable[str]) -> bytes:
    """The index of these pages as one file, a zip."""
    archive = BytesIO()
    with ZipFile(archive, "w") as index:
        for name, data in sorted(_made(site, paths).items()):
            if not name.startswith(_UNUSED):
                if name == _ENTRY:
                    # Its list of languages comes in another order each time.
                    data = json.dumps(json.loads(data), sort_keys=True).encode()
                # ZipInfo knows no clock.
                index.writestr(ZipInfo(name), data)
    return archive.getvalue()


def _made(site: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """What Pagefind makes of these pages, in their order: path -> bytes.

    As a service it gets them through a pipe. Of a folder it takes them in the order in which the system lists
    them, so the index would differ from computer to computer; and to write thousands of files, and what it
    makes of them, takes as long as all its work. Its package for Python sleeps before it reads each answer.
    """
    try:
        with subprocess.Popen(
            [get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as program:
            try:
                index = _ask(program, type="NewIndex")["index_id"]
                for path in paths:
                    words = _read((site / path).read_bytes()).decode()
                    _ask(program, type="AddFile", index_id=index, file_path=quote(path), file_contents=words)
                files = _ask(program, type="GetFiles", index_id=index)["files"]
            finally:
                program.kill()
    except BrokenPipeError as error:
        # Who reads what we write to the terminal may leave in silence, but not Pagefind.
        raise RuntimeError("pagefind has ended") from error
    return {file["path"]: b64decode(file["content"]) for file in files}


def _ask(program: subprocess.Popen[bytes], **payload: object) -> Any:
    """One answer to one question. Each is JSON in base64, and ends with a comma."""
    assert program.stdin
    assert isinstance(program.stdout, BufferedReader)
    question = json.dumps({"message_id": 0, "payload": payload}).encode()
    program.stdin.write(b64encode(question) + b",")
    program.stdin.flush()
    said = bytearray()
    while not said.endswith(b",") and (part := program.stdout.read1()):
        said += part
    try:
        answer = json.loads(b64decode(said))["payload"]
    except ValueError as error:
        raise RuntimeError(f"pagefind: {said.decode(errors='replace')}") from error
    if answer["type"] == "Error":
        raise RuntimeError(f"pagefind: {answer['message']}")
    return answer
