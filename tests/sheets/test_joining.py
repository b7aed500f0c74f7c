"""A binder in parts is one document: tags, bookmarks, page labels and numbers go on."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from generator.sheets.binder import LEAVES_PER_PART
from generator.sheets.joining import _moved, join_parts
from tests.sheets.factory import make_guide, make_offer, set_binder
from tests.tools.pdf import texts_of
from tests.tools.soak import soaked
from tests.tools.verapdf import failed_rules


@pytest.fixture(scope="module", params=[27, *soaked(60)])
def offers(request: pytest.FixtureRequest) -> int:
    """So many that the leaves behind one tab are set in more than one part."""
    count: int = request.param
    assert count / 3 > LEAVES_PER_PART
    return count


@pytest.fixture(scope="module")
def binder(offers: int) -> bytes:
    return set_binder(make_guide(tuple(make_offer(n) for n in range(offers))))


@pytest.fixture(scope="module")
def reader(binder: bytes) -> PdfReader:
    return PdfReader(BytesIO(binder), strict=True)


def tag_tree(reader: PdfReader) -> DictionaryObject:
    root = reader.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    return root


def test_every_leaf_is_there_once_and_on_the_front_of_a_sheet(binder: bytes, offers: int) -> None:
    said = texts_of(binder)
    fronts = [n for n, text in enumerate(said) if "Scan de code" in text and n > 0]
    backs = [n for n, text in enumerate(said) if "Voor de werker" in text]
    assert len(fronts) == len(backs) == offers
    assert all(n % 2 == 0 for n in fronts)
    assert len(said) % 2 == 0


def test_page_labels_go_on_over_the_parts(binder: bytes, reader: PdfReader) -> None:
    labels = reader.page_labels
    roman = labels.index("1")
    assert labels[0] == "i"
    assert labels[roman:] == [str(n) for n in range(1, len(labels) - roman + 1)]
    assert len(labels) == len(reader.pages)


def test_bookmarks_lead_to_pages_in_order(reader: PdfReader, offers: int) -> None:
    titles = [item for item in reader.outline if not isinstance(item, list)]
    pages = [reader.get_destination_page_number(item) or 0 for item in titles]
    assert len(titles) > 5
    assert pages == sorted(pages)
    assert titles[-1].title == "Hulp aan de telefoon"
    below = [item for items in reader.outline if isinstance(items, list) for item in items]
    named = {
        str(item.title).replace("\N{NO-BREAK SPACE}", " ") for item in below if not isinstance(item, list)
    }
    assert {f"Verzonnen aanbod {n}" for n in range(offers)} <= named


def test_text_that_looks_like_a_reference_stays_text() -> None:
    text = rb"<</P 1 0 R/Alt(see 2 0 R \) (or 1 0 R) /StructParent 3)/StructParents 4/K[2 0 R 0]>>"
    plain = b"<</P 1 0 R/StructParent 4/K[1 0 R 2 0 R 10]>>"
    assert _moved([plain, text, b"", plain], {b"1": b"11 0 R", b"2": b"12 0 R"}, keys=5) == [
        moved := b"<</P 11 0 R/StructParent 9/K[11 0 R 12 0 R 10]>>",
        rb"<</P 11 0 R/Alt(see 2 0 R \) (or 1 0 R) /StructParent 3)/StructParents 9/K[12 0 R 0]>>",
        b"",
        moved,
    ]


def test_every_page_finds_its_own_tags(reader: PdfReader) -> None:
    numbers = tag_tree(reader)["/ParentTree"]["/Nums"]  # type: ignore[index]
    keys = list(numbers[::2])
    assert keys == list(range(len(reader.pages)))
    assert [page["/StructParents"] for page in reader.pages] == keys
    assert len(tag_tree(reader)["/K"]) == 1  # type: ignore[arg-type]


def test_the_joined_binder_is_pdf_ua(binder: bytes, tmp_path: Path) -> None:
    sheet = tmp_path / "flyermap.pdf"
    sheet.write_bytes(binder)
    assert failed_rules([sheet]) == ()


def test_one_part_stays_as_it_is() -> None:
    assert join_parts([b"%PDF"]) == b"%PDF"
