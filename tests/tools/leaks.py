"""Finds what is secret in the bytes of a file, however it is packed: zipped, in a PDF, beside a picture."""

import gzip
import html
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from tests.tools.pdf import Sheet

_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURE = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_SPACES = (
    b"\xc2\xa0",
    *(bytes((0xE2, 0x80, last)) for last in (*range(0x80, 0x8B), 0xAF)),
    b"&nbsp;",
    b"&#160;",
)
"""Whatever an eye sees as a space: a line that ends, a space at which no line may end."""
_NUMBER = re.compile(r"[+\d\s./()-]{6,}")


class Secrets:
    """What may appear nowhere. A text with another one in it is known by that one."""

    def __init__(self, hidden: Iterable[str]) -> None:
        kept: list[str] = []
        for secret in sorted((" ".join(text.split()) for text in hidden), key=len):
            if not any(shorter in secret for shorter in kept):
                kept.append(secret)
        self._forms = {form: secret for secret in kept for form in _forms(secret)}
        self._numbers = {_digits(secret.encode()): secret for secret in kept if _NUMBER.fullmatch(secret)}

    def found_in(self, path: Path) -> set[str]:
        """The secrets that somebody could read in a file."""
        return set().union(*(self._in(raw) for raw in layers(path.read_bytes(), path)))

    def _in(self, raw: bytes) -> set[str]:
        for space in _SPACES:
            raw = raw.replace(space, b" ")
        raw = b" ".join(raw.split())
        found = {secret for form, secret in self._forms.items() if form in raw}
        if self._numbers:
            squeezed = _digits(raw)
            found |= {secret for number, secret in self._numbers.items() if number in squeezed}
        return found


def _forms(secret: str) -> set[bytes]:
    """As text, JSON, HTML and XML, in an address, and in the two ways in which a PDF writes texts."""
    wide = secret.encode("utf-16-be")
    written = {
        secret,
        json.dumps(secret)[1:-1],
        html.escape(secret),
        html.escape(secret, quote=False),
        quote(secret),
    }
    return {
        *(form.encode() for form in written),
        secret.encode("latin-1", "replace"),
        wide,
        wide.hex().encode(),
        wide.hex().upper().encode(),
    }


def _digits(raw: bytes) -> bytes:
    # Not with a pattern: all bytes of a site go through this.
    return raw.translate(None, b" \t\n\r\f\v./()-")


def layers(raw: bytes, path: Path | None = None) -> Iterator[bytes]:
    """The bytes themselves, and all that is packed in them."""
    yield raw
    if raw[:2] == b"\x1f\x8b":
        yield from layers(gzip.decompress(raw))
    elif raw[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            yield archive.comment
            for entry in archive.infolist():
                yield entry.filename.encode() + b"\n" + entry.comment
                yield from layers(archive.read(entry))
    elif raw.startswith(_PNG):
        yield from _beside_the_picture(raw)
    elif raw.startswith(b"%PDF"):
        yield from _in_pdf(raw)
        if path:
            yield Sheet(path).text.encode()


def _beside_the_picture(raw: bytes) -> Iterator[bytes]:
    """The texts of a PNG, as they are or compressed."""
    at = len(_PNG)
    while at + 8 <= len(raw):
        length, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        chunk = raw[at + 8 : at + 8 + length]
        at += length + 12
        if kind in _PICTURE:
            continue
        yield chunk
        for start in (found.end() for found in re.finditer(rb"\x00", chunk)):
            try:
                yield zlib.decompress(chunk[start:])
            except zlib.error:
                continue


def _in_pdf(raw: bytes) -> Iterator[bytes]:
    """Every object: its texts, and its stream (pages, XMP, files within) decompressed."""
    reader = PdfReader(BytesIO(raw))
    texts: list[str] = []
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        texts += _texts(found)
        if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image" and "/Length1" not in found:
            yield from layers(found.get_data())
    yield "\n".join((*texts, *_texts(reader.trailer.get("/Info")))).encode()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, TextStringObject):
        yield str(value)
    elif isinstance(value, ByteStringObject):
        yield value.decode("latin-1")
    elif isinstance(value, DictionaryObject):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(dict.get(value, key) if inner is None else inner)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _texts(inner)
