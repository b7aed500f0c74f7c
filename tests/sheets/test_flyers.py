"""Flyers in other languages: in one, and in two that face each other, from right to left too."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from generator.sheets import Tongue, flyer_of
from generator.sheets.facing import facing_data
from generator.sheets.flyer import flyer_data, flyers
from generator.sheets.template_data import as_read
from generator.sheets.typesetting import Typesetter
from generator.views.binder import Mark, offer_record
from generator.views.shapes import ContactView, Fact, OfferView, QrView, Said, WhenView
from tests.sheets.factory import (
    dutch_words,
    make_guide,
    make_offer,
    make_stationery,
    qr,
    set_small_sheets,
    words_in,
)
from tests.tools.legible import MM, pages
from tests.tools.pdf import Sheet
from tests.tools.verapdf import failed_rules

PHONE = "012 34 56 78"
DUTCH = make_offer(
    0,
    name=Said("Verzonnen soep"),
    contacts=(ContactView("An Verzonnen", "buurtwerker", None, PHONE, tel="+3212345678"),),
    simple=(Said("We koken."), Said("Jij ook?")),
)
ARABIC = replace(
    DUTCH,
    name=Said("حساء متخيل"),
    summary=Said("نطبخ معاً ونأكل معاً."),
    simple=(Said("نطبخ."), Said("وأنت؟")),
    when=WhenView(("كل يوم جمعة من الساعة 9:30 إلى 11:30",), True),
    price=Fact("مجاني", True),
    contacts=(replace(DUTCH.contacts[0], role="عامل حي"),),
    translation="لا علم.",
)
UNTRANSLATED = make_offer(1)


def tongue(language: str, *offers: OfferView, **marks: Mark) -> Tongue:
    guide = replace(
        make_guide(offers), languages=(("nl", "Nederlands"), ("ar", "العربية"), ("fr", "Français"))
    )
    direction = "rtl" if language == "ar" else "ltr"
    return Tongue(
        replace(guide, language=language, direction=direction),
        words_in(language),
        {offer_record(offer_id.replace("_", "-")): mark for offer_id, mark in marks.items()},
    )


NL = tongue("nl", DUTCH, UNTRANSLATED)
AR = tongue("ar", ARABIC, replace(UNTRANSLATED, name=Said("اسم"), summary=Said("Enkel Nederlands.", "nl")))


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    stationery = make_stationery()
    return Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)


@pytest.fixture(scope="module")
def sheet(typesetter: Typesetter, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Sheet]:
    """The flyer of that name."""
    folder = tmp_path_factory.mktemp("flyers")
    made = dict(flyers(NL, [AR], make_stationery().cutouts))

    def find(name: str) -> Sheet:
        path = folder / Path(name).name
        if not path.exists():
            path.write_bytes(typesetter.typeset("flyer", made[name]()))
        return Sheet(path)

    return find


def test_an_offer_has_flyers_only_in_languages_into_which_it_is_translated() -> None:
    """A name may stay as it is, so the summary tells."""
    names = [name for name, _ in flyers(NL, [AR], {})]
    assert names == [
        "flyers/aanbod-0.pdf", "flyers/aanbod-0.ar.pdf", "flyers/aanbod-0.nl-ar.pdf", "flyers/aanbod-1.pdf"
    ]  # fmt: skip
    assert [flyer_of(name, "nl") for name in names] == [
        ("aanbod-0", ("nl",)), ("aanbod-0", ("ar",)), ("aanbod-0", ("nl", "ar")), ("aanbod-1", ("nl",))
    ]  # fmt: skip
    assert flyer_of("flyermap.pdf", "nl") == ("", ())


def test_all_flyers_are_among_the_sheets() -> None:
    made = set_small_sheets(NL, [AR])
    assert {"flyers/aanbod-0.pdf", "flyers/aanbod-0.ar.pdf", "flyers/aanbod-0.nl-ar.pdf"} <= set(made)


def test_what_both_languages_write_alike_stands_once(sheet: Callable[[str], Sheet]) -> None:
    data = as_read(facing_data(DUTCH, ARABIC, NL, AR, {}))["offer"]
    rows = {row["id"]: row["lines"] for row in data["rows"]}
    assert [line["other"] for line in rows["where"]] == [None, None]
    assert [(line["first"]["text"], line["other"] is None) for line in rows["contact"]] == [
        ("An Verzonnen, buurtwerker", False),
        (PHONE, True),
    ]
    assert rows["price"][0]["other"]["text"] == "مجاني"
    (said,) = sheet("flyers/aanbod-0.nl-ar.pdf").texts
    assert said.replace("\u00a0", " ").count(PHONE) == 1


def test_a_flyer_in_two_languages_says_all_in_both(sheet: Callable[[str], Sheet]) -> None:
    both = sheet("flyers/aanbod-0.nl-ar.pdf")
    assert both.sizes == ((148, 210),)
    seen = "\n".join(both.lines(0))
    for wanted in ("Verzonnensoep", "Elkevrijdagvan9.30tot", "Gratis", "Nagekeken", "Nederlands"):
        assert wanted in seen
    # The eye meets Arabic letters in the opposite order: the last one first. (Dots are drawn apart from
    # their letters, and count as these once more: these words have none.)
    for wanted in ("حساء", "السعر", "عامل"):
        assert wanted[::-1] in seen


@pytest.mark.parametrize("name", ["flyers/aanbod-0.ar.pdf", "flyers/aanbod-0.nl-ar.pdf"])
def test_times_and_numbers_run_from_left_to_right(sheet: Callable[[str], Sheet], name: str) -> None:
    seen = "\n".join(sheet(name).lines(0))
    assert "9:30" in seen
    assert "11:30" in seen
    assert PHONE.replace(" ", "") in seen
    assert "voorbeeldwijk.example/Q/AB000" in seen


def test_a_flyer_in_arabic_is_mirrored(sheet: Callable[[str], Sheet]) -> None:
    """Words begin at the right side, and the code stands where it stands on no Dutch flyer: at the left."""
    dutch, arabic = sheet("flyers/aanbod-0.pdf"), sheet("flyers/aanbod-0.ar.pdf")
    (right,), (left,) = dutch.codes(), arabic.codes()
    assert right.left > 148 / 2
    assert left.left < 148 / 2 - left.side
    assert "Enkel Nederlands" not in arabic.text


def test_arabic_letters_are_joined(typesetter: Typesetter) -> None:
    """The same letter three times is drawn in three forms: it begins, goes on and ends. Its dot stays."""
    offer = make_offer(0, name=Said("ببب", "ar"))
    pdf = typesetter.typeset("flyer", flyer_data(offer, make_guide((offer,)), {}, dutch_words()))
    drawn = arabic_glyphs(pdf)
    assert sorted(Counter(drawn).values()) == [1, 1, 1, 3]


def arabic_glyphs(pdf: bytes) -> list[bytes]:
    """The glyphs of the Arabic fonts, in the order in which they are drawn."""
    reader = PdfReader(BytesIO(pdf))
    page = reader.pages[0]
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]
    names = {key for key, font in fonts.items() if "Arabic" in str(font.get_object()["/BaseFont"])}
    found: list[bytes] = []
    current = None
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            current = operands[0]
        elif operator in (b"Tj", b"TJ") and current in names:
            pieces = operands[0] if operator == b"TJ" else operands
            for piece in pieces:
                if not isinstance(piece, (int, float)):
                    raw = piece.original_bytes
                    found += [raw[at : at + 2] for at in range(0, len(raw), 2)]
    return found


def test_who_did_not_check_a_translation_is_told_so(sheet: Callable[[str], Sheet]) -> None:
    for name in ("flyers/aanbod-0.ar.pdf", "flyers/aanbod-0.nl-ar.pdf"):
        assert "علم"[::-1] in "\n".join(sheet(name).lines(0)), name


def test_plain_words_in_another_language_are_no_words_for_the_summary() -> None:
    there = replace(ARABIC, simple=(Said("We koken.", "nl"),))
    own = flyer_data(there, AR.guide, {}, AR.words)["offer"]
    both = facing_data(DUTCH, there, NL, AR, {})["offer"]
    assert own["simple"] == both["simple"] == []  # type: ignore[index]


def test_a_translated_flyer_has_the_code_of_the_binder() -> None:
    """The same code, and the name of the edition in its own language."""
    printed = replace(qr("AB000-1"), content="HTTPS://VOORBEELD/Q/AB000-1/", typed="voorbeeld/Q/AB000-1")
    first = tongue("nl", DUTCH, aanbod_0=Mark("editie 1", printed))
    other = tongue("ar", ARABIC, aanbod_0=Mark("الطبعة 1", printed))
    made = [make_data() for _, make_data in flyers(first, [other], {})]
    assert {data["offer"]["qr"]["typed"] for data in made} == {"voorbeeld/Q/AB000-1"}  # type: ignore[index]
    assert [data["label"] for data in made] == ["editie 1", "الطبعة 1", "editie 1"]


def test_flyers_in_other_languages_are_accessible(sheet: Callable[[str], Sheet]) -> None:
    paths = [sheet(name).path for name in ("flyers/aanbod-0.ar.pdf", "flyers/aanbod-0.nl-ar.pdf")]
    assert [str(rule) for rule in failed_rules(paths)] == []
    languages = [str(PdfReader(path).root_object["/Lang"])[:2] for path in paths]
    assert languages == ["ar", "nl"]


LONG = {
    "name": Said("Groepswerk rond schuldhulpverlening en budgetbegeleiding voor nieuwe inwoners van de wijk"),
    "summary": Said("Je komt samen met anderen die ook vragen hebben over geld, facturen en brieven. " * 2),
    "notice": Said("Deze maand zijn we in de bibliotheek, want het huis wordt geschilderd."),
    "when": WhenView(("elke maandagvoormiddag van 9.30 tot 11.30 uur, niet in de vakanties",) * 2, True),
    "bring": (Said("je identiteitskaart en alle brieven van het laatste jaar"),),
}


def test_what_is_too_much_for_one_side_goes_on_on_the_back(typesetter: Typesetter, tmp_path: Path) -> None:
    offer = replace(DUTCH, **LONG)  # type: ignore[arg-type]
    there = replace(offer, **{key: _louder(value) for key, value in LONG.items()})  # type: ignore[arg-type]
    path = tmp_path / "vol.pdf"
    data = facing_data(offer, there, NL, tongue("fr", there), make_stationery().cutouts)
    path.write_bytes(typesetter.typeset("flyer", data))
    full = Sheet(path)
    assert len(full) == 2
    assert [code.page for code in full.codes()] == [1]
    assert all("proefdruk" in full.lines(page)[-1] for page in (0, 1))
    assert [str(word) for page in pages(path) for word in page.words if not page.shows(word)] == []
    assert [overlap for page in pages(path) for overlap in page.overlaps()] == []
    assert "identiteitskaart" in full.text
    assert "IDENTITEITSKAART" in full.text


def _louder(value: object) -> object:
    """The same in other letters, as long."""
    match value:
        case Said():
            return Said(value.text.upper())
        case WhenView():
            return WhenView(tuple(line.upper() for line in value.lines), True)
        case tuple():
            return tuple(_louder(item) for item in value)
    return value


MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 62 52" width="62mm" height="52mm">'
    '<text x="30" y="26" font-family="Atkinson Hyperlegible Next" font-size="2.5">M</text></svg>'
)
"""As wide as the build draws them, with letters of 7 points, which is the least on a map."""


@pytest.mark.parametrize(
    "host", ["wijk", "stekwijzer-van-de-hele-wijk", "stek.van-de-wijk-met-de-langste-naam.gent"]
)
def test_a_long_address_leaves_the_map_its_width(typesetter: Typesetter, tmp_path: Path, host: str) -> None:
    """It breaks, and stays whole and beside the map."""
    address = f"{host}.example/Wijk/Q/EP3NT"
    code = QrView("EP3NT", f"HTTPS://{address.upper()}/", "Q/EP3NT/", address)
    dutch, arabic = (tongue(lang, replace(offer, qr=code)) for lang, offer in (("nl", DUTCH), ("ar", ARABIC)))
    made = dict(flyers(dutch, [arabic], {"voorbeeldhuis": MAP}))
    # The one in two languages has no room for a map.
    for name in ("flyers/aanbod-0.pdf", "flyers/aanbod-0.ar.pdf"):
        path = tmp_path / Path(name).name
        path.write_bytes(typesetter.typeset("flyer", made[name]()))
        (page,) = pages(path)
        (middle,) = (word for word in page.words if word.text == "M")
        assert middle.size >= 7, name
        # Above what stands at the foot of the page.
        beside = [word for word in page.words if 25 * MM < word.box.foot < middle.box.foot]
        # pdfium turns the order of an Arabic page, and leaves out a hyphen at the end of a line.
        assert not Counter(address.replace("-", "")) - Counter("".join(word.text for word in beside)), name
        for box in (word.box for word in beside):
            assert min(abs(box.left - middle.box.right), abs(box.right - middle.box.left)) > 31 * MM, name
            assert 9 * MM < box.left < box.right < page.width - 9 * MM, name
        assert page.overlaps() == [], name
