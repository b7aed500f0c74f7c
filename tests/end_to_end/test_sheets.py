"""The sheets: their sizes, their pages, their accessibility, and what stands on them."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.tools.builds import TODAY, Built
from tests.tools.pdf import Sheet
from tests.tools.records import current_offers, in_dutch, partner_flyers
from tests.tools.verapdf import failed_rules

A3, A4, A4_LANDSCAPE, A5 = (420, 297), (210, 297), (297, 210), (148, 210)
BOOKLET = "onthaalbrochure-boekje.pdf"


def ours(built: Built) -> list[Path]:
    """The sheets that we made ourselves: a partner's flyer says what its partner wanted to say."""
    return [path for path in built.sheets() if path.parent.name != "partners"]


def squeezed(text: str) -> str:
    """Without white space and soft hyphens: a line may end anywhere."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def test_all_sheets_are_there(built: Built) -> None:
    names = {path.relative_to(built.print).as_posix() for path in built.sheets()}
    flyers = {f"flyers/{offer['id']}.pdf" for offer in current_offers(built.root)}
    partners = {f"partners/{flyer_id}.pdf" for flyer_id in partner_flyers(built.root, TODAY)}
    assert names == {"onthaalbrochure.pdf", BOOKLET, "flyermap.pdf", "buurtkaart.pdf"} | flyers | partners


@pytest.mark.parametrize(
    ("name", "size"),
    [("onthaalbrochure.pdf", A5), (BOOKLET, A4_LANDSCAPE), ("flyermap.pdf", A4), ("buurtkaart.pdf", A3)],
)
def test_every_page_has_the_size_of_its_sheet(built: Built, name: str, size: tuple[int, int]) -> None:
    assert set(Sheet(built.print / name).sizes) == {size}


def test_a_flyer_is_one_a5_leaf(built: Built) -> None:
    for path in sorted((built.print / "flyers").iterdir()):
        sheet = Sheet(path)
        assert set(sheet.sizes) == {A5}, path.name
        assert len(sheet) <= 2, f"{path.name} has {len(sheet)} pages"


def test_the_brochure_can_be_folded_and_stapled(built: Built) -> None:
    """Its pages are a multiple of four, and two of them stand on each side of the booklet."""
    brochure, booklet = Sheet(built.print / "onthaalbrochure.pdf"), Sheet(built.print / BOOKLET)
    assert len(brochure) % 4 == 0
    assert len(booklet) * 2 == len(brochure)
    outside = squeezed(booklet.texts[0])
    assert squeezed(brochure.texts[-1]) in outside
    assert squeezed(brochure.texts[0]) in outside


def test_every_sheet_but_the_booklet_is_pdf_ua(built: Built) -> None:
    sheets = [path for path in built.sheets() if path.name != BOOKLET]
    assert [str(rule) for rule in failed_rules(sheets)] == []


def test_a_flyer_names_its_offer_and_says_when_it_was_checked(built: Built) -> None:
    for offer in current_offers(built.root):
        text = squeezed(Sheet(built.print / "flyers" / f"{offer['id']}.pdf").text)
        assert squeezed(in_dutch(offer["name"])) in text, offer["id"]
        said = [in_dutch(offer[key]).splitlines()[0] for key in ("simple", "summary") if key in offer]
        assert any(squeezed(line) in text for line in said), offer["id"]
        assert re.search("nagekeken|bevestigd", text, re.IGNORECASE), offer["id"]


def test_every_current_offer_stands_in_brochure_and_binder(built: Built) -> None:
    for name in ("onthaalbrochure.pdf", "flyermap.pdf"):
        text = squeezed(Sheet(built.print / name).text)
        missing = [o["id"] for o in current_offers(built.root) if squeezed(in_dutch(o["name"])) not in text]
        assert missing == [], name


def test_every_sheet_says_that_it_is_a_proof_while_there_is_no_real_address(built: Built) -> None:
    unmarked = [path.name for path in ours(built) if "proefdruk" not in Sheet(path).text.lower()]
    assert unmarked == []


def test_no_page_is_empty(built: Built) -> None:
    """A page that carries nothing wastes paper; only the brochure may be filled up to four."""
    for path in ours(built):
        if not path.name.startswith("onthaalbrochure"):
            sheet = Sheet(path)
            empty = [number + 1 for number, text in enumerate(sheet.texts) if not text.strip()]
            assert empty == [], path.name


def test_partners_flyers_are_in_the_binder_and_behind_a_page(built_invented: Built) -> None:
    """Each with a page on the website; of what is over there is only that page, which says so."""
    text = squeezed(Sheet(built_invented.print / "flyermap.pdf").text)
    for said in ("Hulp bij huren", "Kom naar de Verzonnen Beurs", "Pagina 2 van de flyer", "Koek bakken"):
        assert squeezed(said) in text
    assert "Voorbijebeurs" not in text
    pages = {name: (built_invented.out / "flyers" / name / "index.html").read_text(encoding="utf-8")
             for name in ("hulp-bij-huren", "voorbije-beurs")}  # fmt: skip
    assert "print/partners/hulp-bij-huren.pdf" in pages["hulp-bij-huren"]
    assert "De flyer was geldig tot en met 30 juni 2020." in pages["voorbije-beurs"]
    assert "print/partners" not in pages["voorbije-beurs"]


def test_every_sheet_has_title_and_language(built: Built) -> None:
    for path in built.sheets():
        reader = PdfReader(path)
        assert reader.metadata is not None, path.name
        assert reader.metadata.title, path.name
        if path.name != BOOKLET:
            assert str(reader.root_object.get("/Lang")).startswith("nl"), path.name
