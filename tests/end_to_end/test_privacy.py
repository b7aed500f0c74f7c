"""What is secret is in no byte of the output: not in a page, a feed, an index or a sheet."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from tests.tools.builds import Built
from tests.tools.leaks import Secrets
from tests.tools.records import offers, secrets, social_map

NOTE = "GEHEIM-NOTITIE"
"""How every invented note begins."""
SECRET = "Odiel Onzichtbaar & co"


def test_no_secret_comes_out(built: Built) -> None:
    hidden = Secrets((*secrets(built.root), NOTE))
    # Of the translated flyers a sample: reading one takes as long as setting it.
    left_out = set(built.sheets()) - set(built.some_sheets())
    found = [
        f"{path.relative_to(built.out)}: {secret}"
        for path in sorted(set(built.out.rglob("*")) - left_out)
        if path.is_file()
        for secret in sorted(hidden.found_in(path))
    ]
    assert found == []


@pytest.mark.soak
def test_no_secret_is_in_any_translated_flyer(built: Built) -> None:
    hidden = Secrets((*secrets(built.root), NOTE))
    assert [path for path in built.sheets() if hidden.found_in(path)] == []


def test_what_follows_from_the_records_tells_no_secret(built: Built) -> None:
    """The files that commands write beside the records: translations to make, editions that were printed."""
    hidden = Secrets((*secrets(built.root), NOTE))
    made = (path for folder in ("content", "print") for path in (built.root / folder).rglob("*"))
    found = [path for path in sorted(made) if path.is_file() and hidden.found_in(path)]
    assert found == []


def test_the_search_index_has_no_word_of_a_secret(built_invented: Built) -> None:
    """Its words are cut to their stem and in small letters, each by itself."""
    indexes = sorted((built_invented.out / "pagefind").rglob("*.pf_*"))
    words = b"".join(gzip.decompress(path.read_bytes()) for path in indexes).lower()
    assert b"koffie" in words
    for word in (b"odiel", b"verstopstraat", b"schuilgem", b"stien", b"notitie", b"geheim-"):
        assert word not in words


def test_the_invented_secrets_are_secrets(built_invented: Built) -> None:
    """The list above is not empty by mistake: every record has its note, and there is each kind of secret."""
    root = built_invented.root
    hidden = secrets(root)
    for expected in (
        "Odiel Onzichtbaar",
        "0499 66 55 44",
        "odiel.onzichtbaar@verborgen.example",
        "Verstopstraat 13",
        "51.407713",
        "Schuilgem",
        "Door de paarse poort achter de bakker.",
        "https://uit.verzonnen.example/place/geheim-3",
    ):
        assert expected in hidden
    lists = social_map(root)
    kept = [r for name in ("organisations", "places", "contacts", "questions") for r in lists[name]]
    assert all(NOTE in record["internal"] for record in (*kept, *offers(root)))


def test_who_agreed_to_be_named_is_named(built_invented: Built) -> None:
    page = built_invented.out / "aanbod" / "koffie-met-koek" / "index.html"
    assert "0499 00 00 02" in page.read_text(encoding="utf-8")


def _png(text: str, packed: bool) -> bytes:
    file, beside = BytesIO(), PngInfo()
    beside.add_text("Comment", text, zip=packed)
    Image.new("1", (2, 2)).save(file, "PNG", pnginfo=beside)
    return file.getvalue()


def _zip(content: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", content)
    return file.getvalue()


def _pdf(where: str) -> bytes:
    """A PDF with the secret in one place of it."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    if where == "info":
        writer.add_metadata({"/Keywords": SECRET})
    elif where == "xmp":
        stream = DecodedStreamObject()
        stream.set_data(f"<x:xmpmeta>{SECRET.replace('&', '&amp;')}</x:xmpmeta>".encode())
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())
    elif where == "file":
        writer.add_attachment("lijst.csv.gz", gzip.compress(SECRET.encode()))
    elif where == "bookmark":
        writer.add_outline_item(title=SECRET, page_number=0)
    elif where == "spoken":
        stream = DecodedStreamObject()
        spoken = (b"\xfe\xff" + SECRET.encode("utf-16-be")).hex()
        stream.set_data(f"/Span <</ActualText <{spoken}>>> BDC EMC".encode())
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


_HIDING = {
    "a page": f"<p>{SECRET.replace('&', '&amp;')}</p>".encode(),
    "lines": b"Odiel\r\n  Onzichtbaar\xc2\xa0&amp; co",
    "data": b'{"name": "Odiel Onzichtbaar & co"}',
    "an address": b"mailto:x?subject=Odiel%20Onzichtbaar%20%26%20co",
    "an index": gzip.compress(f"pagefind{SECRET}".encode()),
    "a workbook": _zip(SECRET.encode()),
    "a picture": _png(SECRET, packed=False),
    "a picture, packed": _png(SECRET, packed=True),
} | {f"a PDF: {where}": _pdf(where) for where in ("info", "xmp", "file", "bookmark", "spoken")}


@pytest.mark.parametrize("where", _HIDING)
def test_a_secret_is_found_wherever_it_hides(where: str, tmp_path: Path) -> None:
    """Else the tests above would tell nothing."""
    file = tmp_path / ("blad.pdf" if "PDF" in where else "bestand")
    file.write_bytes(_HIDING[where])
    assert Secrets([SECRET]).found_in(file) == {SECRET}
    assert Secrets(["Zita Zichtbaar", "0499 11 22 33"]).found_in(file) == set()


def test_a_number_is_found_however_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "pagina.html"
    for written in ("tel:0499-99.88 77", "0499\xa099\xa088\xa077", "0499&nbsp;99 88\n77"):
        file.write_text(f"<p>{written}</p>", encoding="utf-8")
        assert Secrets(["0499 99 88 77"]).found_in(file) == {"0499 99 88 77"}
