""" "Still right" goes into the text as people typed it: the check, and not one byte besides."""

from datetime import date

import pytest
import yaml

from generator.reading.confirming import Confirmation, confirm_records

ZITA = Confirmation(date(2026, 11, 23), "Zita")
BEFORE = "# Van ons\noffers:\n  - id: thee\n    name: Thee\n"
AFTER = "  - id: soep\n    name: Soep   # blijft\n    checked: {on: 2020-01-01}\n\n# einde\n"
NEW = "{on: 2026-11-23, by: Zita}"


@pytest.mark.parametrize(
    ("record", "confirmed"),
    [
        ("    checked: {on: 2025-01-01, by: Jan, how: gebeld}\n", f"    checked: {NEW}\n"),
        (
            "    checked: {on: 2025-01-01} # met Jan\n    price: gratis\n",
            f"    checked: {NEW} # met Jan\n    price: gratis\n",
        ),
        ("    checked: 2025-01-01\n", f"    checked: {NEW}\n"),
        ("    checked:\n    price: gratis\n", f"    checked: {NEW}\n    price: gratis\n"),
        ("    price: gratis\n", f"    price: gratis\n    checked: {NEW}\n"),
        ("    price: gratis # nog\n\n", f"    price: gratis # nog\n    checked: {NEW}\n\n"),
        (
            "    description: |\n      Een regel.\n\n      Nog een.\n\n",
            f"    description: |\n      Een regel.\n\n      Nog een.\n    checked: {NEW}\n\n",
        ),
        (
            "    when:\n      every: week\n      on: monday\n",
            f"    when:\n      every: week\n      on: monday\n    checked: {NEW}\n",
        ),
        (
            "    checked:\n      on: 2025-01-01 # pas op\n      by: Jan\n      how: x\n    price: gratis\n",
            "    checked:\n      on: 2026-11-23 # pas op\n      by: Zita\n    price: gratis\n",
        ),
        (
            "    checked:\n      on: 2025-01-01\n",
            "    checked:\n      on: 2026-11-23\n      by: Zita\n",
        ),
    ],
)
def test_only_the_check_changes(record: str, confirmed: str) -> None:
    assert confirm_records(BEFORE + record + AFTER, "offers", {"thee"}, ZITA) == BEFORE + confirmed + AFTER


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(ends: str, mark: str) -> None:
    text = mark + (BEFORE + AFTER).replace("\n", ends)
    wanted = mark + (BEFORE + f"    checked: {NEW}\n" + AFTER).replace("\n", ends)
    assert confirm_records(text, "offers", {"thee"}, ZITA) == wanted


def test_a_file_may_end_without_a_line_end() -> None:
    text = BEFORE.rstrip("\n")
    assert confirm_records(text, "offers", {"thee"}, ZITA) == f"{text}\n    checked: {NEW}"


def test_records_on_one_line() -> None:
    text = (
        "places:\n  - {id: huis, name: Ons huis}\n"
        "  - {id: park, name: 'Park: groen', checked: {on: 2020-01-01}}\n"
    )
    wanted = (
        f"places:\n  - {{id: huis, name: Ons huis, checked: {NEW}}}\n"
        f"  - {{id: park, name: 'Park: groen', checked: {NEW}}}\n"
    )
    assert confirm_records(text, "places", {"huis", "park"}, ZITA) == wanted


@pytest.mark.parametrize(
    "name", ["Zita & Jo", "no", "'t Huis", "An: de baas", 'Jef "Sloef"', "a # b", "{Zus}", "Zoë"]
)
def test_any_name_reads_back_as_it_was_given(name: str) -> None:
    confirmation = Confirmation(date(2026, 11, 23), name, "gebeld, twee keer: 's morgens")
    text = confirm_records(BEFORE + AFTER, "offers", {"thee", "soep"}, confirmation)
    for record in yaml.load(text, Loader=yaml.BaseLoader)["offers"]:
        told = {"on": "2026-11-23", "by": name, "how": "gebeld, twee keer: 's morgens"}
        assert record["checked"] == told
