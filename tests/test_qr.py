"""Every QR drawing reads back as what it says."""

import re

import numpy
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from generator.qr import QUIET_ZONE, qr_svg, qr_version

CONTENT = "HTTPS://VERZONNEN.EXAMPLE/Q/7K3PX/"


def _pixels(svg: str, scale: int = 6) -> NDArray[numpy.uint8]:
    """The drawing in black and white: even-odd, counted along each row of modules."""
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index]
    crossings = numpy.zeros((side, side), dtype=int)
    outline = re.findall(r' d="([^"]+)"', svg)[1]
    for loop in outline.split("z")[:-1]:
        start = re.match(r"M(\d+) (\d+)", loop)
        assert start
        x, y = first_x, first_y = int(start[1]), int(start[2])
        steps = re.findall(r"([hv])(-?\d+)", loop)
        for direction, length in steps:
            if direction == "h":
                x += int(length)
            else:
                low, high = sorted((y, y + int(length)))
                crossings[low:high, x] += 1
                y += int(length)
        assert x == first_x or y == first_y
        if x == first_x and y != first_y:
            low, high = sorted((y, first_y))
            crossings[low:high, x] += 1
    dark = numpy.cumsum(crossings, axis=1) % 2 == 1
    return numpy.kron(numpy.where(dark, 0, 255), numpy.ones((scale, scale))).astype(numpy.uint8)


def _read(svg: str) -> zxingcpp.Barcode:
    found = zxingcpp.read_barcodes(_pixels(svg))
    assert len(found) == 1
    return found[0]


def test_the_code_reads_back_at_level_m() -> None:
    found = _read(qr_svg(CONTENT))
    assert found.text == CONTENT
    assert found.ec_level == "M"


@given(st.text("ABCDEFGHJKMNPQRSTVWXYZ0123456789abcxyz/:.-?=é", min_size=1, max_size=60))
def test_any_content_reads_back(content: str) -> None:
    assert _read(qr_svg(content)).text == content


@pytest.mark.parametrize("content", ["A", CONTENT, "https://verzonnen.example/lang/pad/Q/7K3PX/"])
def test_the_quiet_zone_is_four_modules_of_white(content: str) -> None:
    pixels = _pixels(qr_svg(content), scale=1)
    assert pixels.shape[0] == 17 + 4 * qr_version(content) + 2 * QUIET_ZONE
    inner = pixels[QUIET_ZONE:-QUIET_ZONE, QUIET_ZONE:-QUIET_ZONE]
    assert (pixels == 0).sum() == (inner == 0).sum()
    assert QUIET_ZONE == 4


def test_upper_case_content_needs_a_smaller_symbol() -> None:
    assert qr_version(CONTENT) == 2
    assert qr_version(CONTENT) < qr_version(CONTENT.lower() + "x" * 8)


def test_the_drawing_is_compact_and_always_the_same() -> None:
    svg = qr_svg(CONTENT)
    qr_svg.cache_clear()
    assert svg == qr_svg(CONTENT)
    assert len(svg) < 2000
