"""Addresses as people type them are found."""

import pytest

from generator.cartography import MapDataError, read_addresses
from generator.model.fields import Coordinates

BOOK = read_addresses(
    b"street,number,lat,lon\n"
    b"Nergensstraat,9,51.601,2.501\n"
    b"Nergensstraat,9A,51.602,2.502\n"
    b"'t Verzonnen,12,51.603,2.503\n"
    b"Elfde-Novemberstraat,3,51.604,2.504\n"
)


@pytest.mark.parametrize(
    ("typed", "lat"),
    [
        ("Nergensstraat 9", 51.601),
        ("nergensstraat 9", 51.601),
        ("  Nergensstraat   9  ", 51.601),
        ("Nergensstraat 9 bus 2", 51.601),
        ("Nergensstraat 9, bus 2", 51.601),
        ("Nergensstraat 9/2", 51.601),
        ("Nergensstraat 9-11", 51.601),
        ("Nergensstraat 9, 9999 Verzonnenstad", 51.601),
        ("Nergensstraat 9a", 51.602),
        ("Nergensstraat 9 A", 51.602),
        ("Nergensstraat 9C", 51.601),
        ("'t Verzonnen 12", 51.603),
        ("’t verzonnen 12", 51.603),
        ("Elfde Novemberstraat 3", 51.604),
    ],
)
def test_an_address_is_found_as_people_type_it(typed: str, lat: float) -> None:
    found = BOOK.locate(typed)
    assert found is not None
    assert found.lat == lat


@pytest.mark.parametrize(
    "typed", ["", "Nergensstraat", "9", "Nergensstraat 99", "Elders 9", "Nergensstraat 91"]
)
def test_an_unknown_address_is_none(typed: str) -> None:
    assert BOOK.locate(typed) is None


def test_the_first_point_of_a_number_counts() -> None:
    book = read_addresses(b"street,number,lat,lon\nX-laan,1,51,2\nX-laan,1,52,2\n")
    assert book.locate("X-laan 1") == Coordinates(51, 2)


@pytest.mark.parametrize(
    "content",
    [
        b"street,number\nA,1\n",
        b"street,number,lat,lon\nA,1,noord,oost\n",
        b"\xff\xfe\x00",
        b"street,number,lat,lon\nA\n",
    ],
)
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(MapDataError) as caught:
        read_addresses(content)
    assert caught.value.file == "addresses.csv"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nergenstraat 9", "Nergensstraat 9"),
        ("Nergenstraat 9a", "Nergensstraat 9a"),
        ("Nergenstraat 99", None),
        ("Nergensstraat 99", None),
        ("Vergeetstraat 9", None),
        ("Nergenstraat", None),
    ],
)
def test_a_street_with_a_slip_gives_the_one_that_is_there(typed: str, meant: str | None) -> None:
    assert BOOK.find(typed) == meant
    assert BOOK.find("Nergensstraat 9") == Coordinates(51.601, 2.501)
