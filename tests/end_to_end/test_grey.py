"""A black-and-white copy tells all that the sheet tells: colour has a shape, a word or a number beside it.

The contrast of letters in grey is looked at in test_legible.py, the tints of the map in tests/cartography.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.tools.builds import Built
from tests.tools.drawn import Colour, Outline, colours_of_letters, mirrored, shapes
from tests.tools.legible import pages
from tests.tools.pdf import Sheet

FUNCTIONS = ("Ontmoeten", "Leren", "Verwijzen", "Politiseren")
A_SIGN = 30
"""Points across: the signs of the legend are larger than any pictogram on its page."""
INK = (34, 32, 28)
NEARLY_WHITE = 245


@pytest.fixture(scope="module")
def signs(built: Built) -> dict[Colour, Outline]:
    """The colour of each function and its shape, from the legend of the brochure."""
    sheet = Sheet(built.print / "onthaalbrochure.pdf")
    legend = next(
        n for n, text in enumerate(sheet.texts) if all(word in text for word in FUNCTIONS) and n > 0
    )
    large = [shape for shape in shapes(sheet.document[legend]) if shape.width > A_SIGN]
    found = {shape.colour: shape.outline for shape in large if len(set(shape.colour)) == 3}
    return {colour: outline for colour, outline in found.items() if max(colour) < 200 and colour != INK}


def test_each_function_has_a_shape_of_its_own(signs: dict[Colour, Outline]) -> None:
    assert len(signs) == len(set(signs.values())) == len(FUNCTIONS)


def test_no_page_tells_a_function_by_its_colour_alone(built: Built, signs: dict[Colour, Outline]) -> None:
    products = [path for path in built.print.glob("*.pdf") if path.name != "onthaalbrochure-boekje.pdf"]
    flyers = [path for path in built.some_sheets() if path.parent.name == "flyers"]
    assert [said for path in products for said in _by_colour_alone(path, signs)] == []
    # A flyer is one leaf: its front has the sign, its back may do without.
    assert [said for path in flyers[::9] for said in _by_colour_alone(path, signs, fronts_only=True)] == []


def _by_colour_alone(path: Path, signs: dict[Colour, Outline], fronts_only: bool = False) -> Iterator[str]:
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        if number and fronts_only:
            return
        drawn = list(shapes(page, signs))
        used = {shape.colour for shape in drawn} | (colours_of_letters(page) & signs.keys())
        shaped = {
            shape.colour
            for shape in drawn
            if shape.outline in (signs[shape.colour], mirrored(signs[shape.colour]))
        }
        yield from (f"{path.name}, page {number + 1}: {colour}" for colour in used - shaped)


def test_every_pin_has_the_number_of_its_place(built: Built) -> None:
    """White in black: once on the map, digit by digit, and once in the list beside it."""
    digits: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for page in pages(built.print / "buurtkaart.pdf"):
        for word in page.words:
            if word.text.isdigit() and min(word.colour) >= NEARLY_WHITE:
                digits[round(word.size)].update(word.text)
    on_the_map, in_the_list = digits.values()
    assert on_the_map == in_the_list


def test_a_leaf_says_in_words_whether_it_is_confirmed(built: Built) -> None:
    for sheet in (Sheet(path) for path in built.some_sheets() if path.parent.name == "flyers"):
        if "." not in sheet.path.stem:
            said = " ".join(sheet.text.split())
            assert any(words in said for words in ("Nagekeken op", "Niet bevestigd sinds", "Niet nagekeken"))
