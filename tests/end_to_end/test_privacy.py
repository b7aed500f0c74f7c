"""What is secret is in no byte of the output: not in a page, a feed, an index or a sheet."""

import gzip
import re
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.tools.builds import Built
from tests.tools.pdf import Sheet
from tests.tools.records import secrets


def readable(path: Path) -> str:
    """All that somebody could read in a file: unzipped, and of a PDF also text and metadata."""
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    text = data.decode("utf-8", "replace")
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        objects = map(reader.get_object, range(1, int(str(reader.trailer["/Size"]))))
        # Dictionaries hold bookmarks, alternative texts, link addresses and metadata.
        text += "\n".join((Sheet(path).text, *(repr(o) for o in objects if isinstance(o, DictionaryObject))))
    return text


def digits(text: str) -> str:
    return re.sub(r"[\s./()-]+", "", text)


def test_no_secret_comes_out(built: Built) -> None:
    hidden = secrets(built.root)
    numbers = [secret for secret in hidden if re.fullmatch(r"[+\d\s./()-]{6,}", secret)]
    found = []
    # Of the translated flyers a sample: reading one takes as long as setting it.
    left_out = set(built.sheets()) - set(built.some_sheets())
    for path in sorted(set(built.out.rglob("*")) - left_out):
        if path.is_file() and path.suffix not in (".png", ".woff2", ".wasm", ".ttf"):
            text = readable(path)
            squeezed = digits(text) if numbers else ""
            shown = [secret for secret in hidden if secret in text]
            shown += [number for number in numbers if digits(number) in squeezed]
            found += [f"{path.relative_to(built.out)}: {secret}" for secret in shown]
    assert found == []


def test_the_invented_secrets_are_secrets(built_invented: Built) -> None:
    """The list above is not empty by mistake: it holds notes, people and the hidden address."""
    hidden = secrets(built_invented.root)
    for expected in ("Odiel Onzichtbaar", "0499 66 55 44", "Verstopstraat 13", "51.407713"):
        assert expected in hidden
    assert sum("GEHEIM-NOTITIE" in secret for secret in hidden) == 7


def test_who_agreed_to_be_named_is_named(built_invented: Built) -> None:
    page = built_invented.out / "aanbod" / "koffie-met-koek" / "index.html"
    assert "0499 00 00 02" in page.read_text(encoding="utf-8")
