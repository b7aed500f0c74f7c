"""CSV files as Excel in Belgium makes them, and as it opens them: semicolons, UTF-8 with a mark."""

import csv
import io
import re
from collections.abc import Sequence

from generator.reading.decoding import decode

_BOM = "\ufeff"
_SIGNS = ";\t,|"
_RISKY = re.compile(r"^'*[=+\-@\t\r]")
"""What a spreadsheet takes for a formula. An apostrophe in front makes it a text, and is no part of it."""


def write_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows of texts as a file; the first row holds the titles."""
    made = io.StringIO()
    csv.writer(made, delimiter=";", lineterminator="\r\n").writerows(
        [_safe(text) for text in row] for row in rows
    )
    return (_BOM + made.getvalue()).encode()


class CsvError(Exception):
    """A file whose quotation marks do not fit."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def read_csv(raw: bytes) -> list[list[str]]:
    """Rows of texts, whatever the encoding and the sign between the values. May raise CsvError."""
    text = decode(raw).text
    delimiter = _delimiter(text)
    told = re.match(r"sep=(.)\n", text)
    if told:
        delimiter, text = told[1], text[told.end() :]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [[_unsafe(value) for value in row] for row in rows]
    except csv.Error as error:
        raise CsvError(rows.line_num) from error


def _safe(text: str) -> str:
    return f"'{text}" if _RISKY.match(text) else text


def _unsafe(text: str) -> str:
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def _delimiter(text: str) -> str:
    """The sign that parts the titles: the one that is there most, outside quotes."""
    title: list[str] = []
    quoted = False
    for character in text[:20_000]:
        if character == '"':
            quoted = not quoted
        elif character == "\n" and not quoted:
            if any(sign in title for sign in _SIGNS):
                break
            title.clear()
        elif not quoted:
            title.append(character)
    counts = {sign: title.count(sign) for sign in _SIGNS}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else ";"
