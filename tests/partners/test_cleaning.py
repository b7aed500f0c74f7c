"""Whatever a partner sends: clean pages come out of it, or a reason why not."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from generator.partners import LIMITS, CleanFile, Refusal, cleaner, cleaning
from tests.partners.files import BAD, BODY, GOOD, cleaned, good, picture_bomb, text_of, unpacked
from tests.tools.paths import ROOT

PICTURED = {
    "zonder-lettertype.pdf", "getekende-letters.pdf", "formulier.pdf", "laag.pdf", "zichzelf.pdf",
    "breedtes.pdf", "korte-breedtes.pdf", "breedtes-type1.pdf", "breedtes-cff.pdf",
}  # fmt: skip
"""PDFs whose pages become pictures."""
TYPESET = {
    "a4.pdf", "a5.pdf", "liggend.pdf", "gedraaid-90.pdf", "beperkt.pdf", "actief.pdf", "links.pdf",
    "getagd.pdf",
}  # fmt: skip
"""PDFs that say `BODY`, in a font that is in the file."""
ACTIVE = (
    *("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/Annots"),
    *("/URI", "/AcroForm", "/Metadata", "/StructParents", "/OCProperties", "/Names"),
)


BY_LIMITS = ("leeg.pdf", "reusachtig.pdf", "bom.pdf", "poppetjes.pdf")
"""What only shows in the process that cleans, or before it starts."""


def _clean(data: bytes) -> CleanFile | Refusal:
    return cleaner(lambda _name, make: make())(data)


def look(file: CleanFile, page: int = 0) -> Image.Image:
    """A page as a picture, a pixel to the point."""
    shown: Image.Image = pypdfium2.PdfDocument(file.pdf)[page].render(scale=1).to_pil().convert("RGB")
    return shown


@pytest.mark.parametrize("name", GOOD)
def test_a_flyer_becomes_clean_pages_on_the_unit_square(name: str) -> None:
    file = good(name)
    reader = PdfReader(BytesIO(file.pdf))
    assert len(reader.pages) == len(file.pages)
    for page, (width, height) in zip(reader.pages, file.pages, strict=True):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            (width, height), abs=1
        )
        assert list(page["/Resources"]["/XObject"]) == ["/P"]  # type: ignore[index]
    said = unpacked(file.pdf)
    assert [key for key in ACTIVE if f"'{key}'" in said] == []
    assert not any(
        word in said for word in ("alert(", "calc.exe", "virus", "partner.example", "An Verzonnen")
    )
    assert "BDC" not in said
    assert "MCID" not in said
    colours = look(file).getcolors(1_000_000)
    assert colours is None or len(colours) > 1, "the page is blank"


@pytest.mark.parametrize("name", sorted(name for name in GOOD if name.lower().endswith(".pdf")))
def test_text_stays_text_where_the_font_is_in_the_file(name: str) -> None:
    file = good(name)
    pictured = name in PICTURED or "foto" in name
    drawing = PdfReader(BytesIO(file.pdf)).pages[0]["/Resources"]["/XObject"]["/P"]  # type: ignore[index]
    assert (drawing["/Subtype"] == "/Image") == pictured
    if name in TYPESET:
        assert BODY in " ".join(text_of(file.pdf).split())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_the_reason(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "LIMITS", replace(LIMITS, cpu_seconds=2))
    data = BAD[name][1]()
    found = _clean(data) if name in BY_LIMITS else cleaned(data)
    assert isinstance(found, Refusal), "taken"
    assert found.reason == BAD[name][0]


def test_a_page_is_as_one_looks_at_it() -> None:
    """Turned, cut and enlarged as its own program shows it."""
    assert good("gedraaid-90.pdf").pages == ((842, 595),)
    assert good("gedraaid-180.pdf").pages == ((595, 842),)
    assert good("bijgesneden.pdf").pages == ((550, 500),)
    assert good("eenheid.pdf").pages == ((420, 594),)
    assert good("drieluik.pdf").pages == ((842, 595),) * 2
    for name in ("gedraaid-90.pdf", "gedraaid-180.pdf", "gedraaid-270.pdf", "bijgesneden.pdf", "eenheid.pdf"):
        own, ours = drawn(GOOD[name]()), drawn(good(name).pdf)
        assert own.size == ours.size
        difference = sum(abs(a - b) for a, b in zip(own.tobytes(), ours.tobytes(), strict=True))
        assert difference / (own.width * own.height) < 2, name


def drawn(pdf: bytes) -> Image.Image:
    """The first page in grey, two hundred pixels along its longer side."""
    page = pypdfium2.PdfDocument(pdf)[0]
    shown: Image.Image = page.render(scale=200 / max(page.get_size())).to_pil().convert("L")
    return shown


def test_a_photo_is_upright_and_tells_nothing() -> None:
    file = good("foto.jpg")
    (width, height), *_others = file.pages
    assert height > width
    page = look(file)
    top, bottom = (page.getpixel((page.width // 2, y)) for y in (20, page.height - 20))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[2] > 150 > bottom[2]
    assert b"Exif" not in file.pdf
    assert b"camera" not in file.pdf
    assert b"verder" not in file.pdf


def test_sixteen_bits_and_glass_keep_their_shades() -> None:
    dark, light = (look(good("grijs16.png")).getpixel((300, y)) for y in (100, 700))
    assert dark == (19, 19, 19)
    assert light == (234, 234, 234)
    glass = look(good("doorkijk.png")).getpixel((300, 100))
    assert isinstance(glass, tuple)
    assert 130 < glass[0] < 145, "half blue, half the white of the paper"


def test_what_was_hidden_stays_hidden() -> None:
    page = look(good("laag.pdf"))
    assert page.getpixel((400, 842 - 400)) == (255, 255, 255)
    assert page.getpixel((150, 842 - 150)) != (255, 255, 255)


def test_what_was_filled_in_stays() -> None:
    red = look(good("formulier.pdf")).getpixel((250, 842 - 350))
    assert isinstance(red, tuple)
    assert red[0] > 200 > 100 > red[1]


def test_a_picture_that_unpacks_to_gigabytes_costs_only_its_file() -> None:
    found = _clean(picture_bomb())
    assert isinstance(found, (Refusal, CleanFile))
    if isinstance(found, CleanFile):
        assert len(found.pdf) < 1_000_000


def test_the_process_that_cleans_takes_no_more_memory_than_it_may() -> None:
    greedy = "from generator.partners.worker import _limit; _limit(9); bytearray(3_000_000_000)"
    done = subprocess.run([sys.executable, "-c", greedy], cwd=ROOT, capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


@pytest.mark.parametrize("name", ["a4.pdf", "zonder-lettertype.pdf", "foto.jpg", "getagd.pdf"])
def test_the_same_file_gives_the_same_bytes(name: str) -> None:
    again = _clean(GOOD[name]())
    assert isinstance(again, CleanFile)
    assert again.pdf == good(name).pdf


def test_a_file_that_was_cleaned_is_not_opened_again() -> None:
    kept: dict[str, bytes] = {}

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        if name not in kept:
            kept[name] = make()
        return kept[name]

    clean = cleaner(keep)
    first = clean(GOOD["a4.pdf"]())
    kept_name = next(iter(kept))
    kept[kept_name] = b'{"refused": "damaged", "detail": ""}\n'
    assert isinstance(first, CleanFile)
    assert isinstance(clean(GOOD["a4.pdf"]()), Refusal)
