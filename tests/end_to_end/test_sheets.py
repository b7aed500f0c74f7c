"""The sheets: their sizes, their pages, their accessibility, and what stands on them."""

import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.tools.builds import TODAY, Built
from tests.tools.legible import pages
from tests.tools.pdf import Sheet
from tests.tools.records import current_offers, in_dutch, partner_flyers, social_map, translated_offers
from tests.tools.verapdf import failed_rules

A3, A4, A4_LANDSCAPE, A5 = (420, 297), (210, 297), (297, 210), (148, 210)
BOOKLET, LARGE = "onthaalbrochure-boekje.pdf", "onthaalbrochure-groot.pdf"
POSTERS = {"weekblad.pdf": A4, "weekblad-a3.pdf": (297, 420)}
FORMS = ("aanmelding.pdf", "doorverwijzing.pdf", "turfblad.pdf")
PRODUCTS = {
    *("onthaalbrochure.pdf", LARGE, BOOKLET, "flyermap.pdf", "buurtkaart.pdf", "aanbod-op-een-blad.pdf"),
    *FORMS,
    *POSTERS,
}
LARGE_PRINT = 18
"""Points."""


def takes_names(offer: dict[str, Any]) -> bool:
    signup = offer.get("signup")
    needed = signup.get("needed") if isinstance(signup, dict) else signup
    return needed in ("recommended", "required", "aanbevolen", "verplicht")


def ours(built: Built) -> list[Path]:
    """The sheets that we made ourselves: a partner's flyer says what its partner wanted to say."""
    return [path for path in built.some_sheets() if path.parent.name != "partners"]


def squeezed(text: str) -> str:
    """Without white space and soft hyphens: a line may end anywhere."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def test_all_sheets_are_there(built: Built) -> None:
    names = {path.relative_to(built.print).as_posix() for path in built.sheets()}
    offers = current_offers(built.root)
    current = {offer["id"] for offer in offers}
    flyers, translations = {f"flyers/{offer}.pdf" for offer in current}, set[str]()
    for language in set(social_map(built.root)["neighbourhood"]["languages"]) - {"nl"}:
        translated = current & translated_offers(built.root, language)
        assert translated
        forms = {f"flyers/{o}.{form}.pdf" for o in translated for form in (language, f"nl-{language}")}
        assert forms & names
        translations |= forms
    if not built.whole:
        translations &= names
        assert len(translations) > 40
    letters = {
        f"nieuwsbrief-{path.stem}.pdf"
        for path in (built.root / "content" / "nieuwsbrief").glob("20*.md")
        if path.stem >= TODAY[:7]
    }
    signups = {f"aanmelding/{offer['id']}.pdf" for offer in offers if takes_names(offer)}
    slips = {name for name in names if name.startswith("doorverwijzing/")}
    assert len(slips) > 4
    partners = {f"partners/{flyer_id}.pdf" for flyer_id in partner_flyers(built.root, TODAY)}
    assert names == PRODUCTS | letters | flyers | translations | signups | slips | partners


def test_a_language_into_which_an_offer_is_not_translated_is_not_offered(built_invented: Built) -> None:
    """Its name alone is not enough: then the rest of the sheet would be Dutch."""
    assert (built_invented.print / "flyers" / "koffie-met-koek.nl-fr.pdf").exists()
    assert not (built_invented.print / "flyers" / "veilig-gesprek.fr.pdf").exists()
    assert (
        "veilig-gesprek.fr.pdf" not in (built_invented.out / "aanbod/veilig-gesprek/index.html").read_text()
    )


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("onthaalbrochure.pdf", A5),
        (LARGE, A4),
        (BOOKLET, A4_LANDSCAPE),
        ("flyermap.pdf", A4),
        ("buurtkaart.pdf", A3),
        *POSTERS.items(),
        *((name, A4) for name in FORMS),
    ],
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


def test_every_product_but_the_booklet_is_pdf_ua(built_real: Built, built_invented: Built) -> None:
    """And of the small sheets a sample: the leaves of the flyers are in the binder too."""
    real = [path for path in built_real.some_sheets() if path.name != BOOKLET]
    products = [path for path in real if path.parent == built_real.print]
    small = [path for path in real if path.parent != built_real.print]
    invented = [path for path in built_invented.some_sheets() if path.name != BOOKLET]
    assert [str(rule) for rule in failed_rules([*products, *small[::12], *invented])] == []


@pytest.mark.soak
def test_every_sheet_but_the_booklet_is_pdf_ua(built: Built) -> None:
    sheets = [path for path in built.sheets() if path.name != BOOKLET]
    assert [str(rule) for rule in failed_rules(sheets)] == []


def test_large_print_is_large_and_has_the_same_pages(built: Built) -> None:
    """Who reads along with others finds the same on the same page."""
    normal, large = (Sheet(built.print / name) for name in ("onthaalbrochure.pdf", LARGE))
    assert [squeezed(text) for text in large.texts] == [squeezed(text) for text in normal.texts]
    words = [word for page in pages(large.path) for word in page.words if len(word.text) > 2]
    # What is smaller stands on the map, where each letter is on its own.
    assert [str(word) for word in words if word.size < LARGE_PRINT - 0.05] == []


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
    dutch = [path for path in ours(built) if "." not in path.stem or ".nl-" in path.name]
    unmarked = [path.name for path in dutch if "proefdruk" not in Sheet(path).text.lower()]
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
    for path in built.some_sheets():
        reader = PdfReader(path)
        assert reader.metadata is not None, path.name
        assert reader.metadata.title, path.name
        if path.name != BOOKLET:
            language = path.stem.partition(".")[2].partition("-")[0] or "nl"
            assert str(reader.root_object.get("/Lang")).startswith(language), path.name
