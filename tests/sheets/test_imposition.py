"""The order in which the pages of a booklet stand on the sheets."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from generator.sheets.imposition import folding_order, impose_booklet


def test_eight_pages_make_two_sheets() -> None:
    assert folding_order(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_missing_pages_are_blank_at_the_end() -> None:
    assert folding_order(6) == [(None, 0), (1, None), (5, 2), (3, 4)]


@pytest.mark.parametrize("pages", [1, 4, 7, 12, 24, 100])
def test_every_page_stands_once_and_faces_its_neighbour(pages: int) -> None:
    order = folding_order(pages)
    placed = [page for side in order for page in side if page is not None]
    assert sorted(placed) == list(range(pages))
    for front, back in zip(order[::2], order[1::2], strict=True):
        # Back to back on one leaf: the right page of the front and the left one of the back.
        if front[1] is not None and back[0] is not None:
            assert back[0] == front[1] + 1


def test_the_same_brochure_gives_the_same_booklet() -> None:
    writer = PdfWriter()
    for _ in range(4):
        writer.add_blank_page(419.53, 595.28)
    source = BytesIO()
    writer.write(source)
    assert impose_booklet(source.getvalue(), "Boekje") == impose_booklet(source.getvalue(), "Boekje")


@pytest.mark.parametrize("creep", [0, 0.1, 0.15])
def test_each_inner_sheet_moves_to_the_fold_by_the_thickness_of_the_paper(creep: float) -> None:
    """Left pages to the right and right pages to the left, from the cover (not at all) inwards."""
    writer = PdfWriter()
    for _ in range(20):
        writer.add_blank_page(419.53, 595.28)
    source = BytesIO()
    writer.write(source)
    sides = PdfReader(BytesIO(impose_booklet(source.getvalue(), "Boekje", creep))).pages
    half = 841.8898 / 2
    for number, side in enumerate(sides):
        moved = creep * (number // 2) * 72 / 25.4
        lines = side.get_contents().get_data().decode().splitlines()  # type: ignore[union-attr]
        left, right = (float(line.split()[5]) for line in lines)
        assert left == pytest.approx(moved, abs=0.01)
        assert right == pytest.approx(half - moved, abs=0.01)
