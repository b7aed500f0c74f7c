"""What makes a new sheet, and what does not: the fingerprint."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.model.ledger import Line, fingerprint
from tests.editions.stage import FIRST_DAY, Stage

COFFEE = "offer/koffie-met-koek"
Change = Callable[[Stage], None]


def test_what_no_reader_sees_makes_no_new_sheet(printed: Stage) -> None:
    """A comment, the order of keys, a note among staff, who checked it, and when."""
    printed.change("offers:\n", "# Nieuw dit jaar!\noffers:\n")
    printed.change("    pictogram: coffee\n", "")
    printed.change("    kind: activiteit\n", "    pictogram: coffee\n    kind: activiteit\n")
    printed.change("GEHEIM-NOTITIE-6 de koffie is goedkoop", "een andere notitie")
    printed.change("{on: 2026-11-16, by: Zita, how: ter plaatse}", "{on: 2026-11-22, by: Odiel}")
    printed.change("review_every: 3 maanden", "review_every: 1 jaar")
    printed.change("        Elke vrijdag is er koffie.", "        Elke vrijdag\n        is er koffie.")
    assert printed.changed() == {}
    assert printed.bound().standing.current is not None


def test_confirming_every_record_makes_no_new_sheet(printed: Stage) -> None:
    for file in ("offers.yaml", "socialmap.yaml"):
        path = printed.root / file
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.strip().startswith("checked:")]
        assert len(kept) < len(lines)
        fresh = "    checked: {on: 2026-11-23, by: iedereen}"
        confirmed = [
            new for line in kept for new in ((line, fresh) if line.startswith("  - id:") else (line,))
        ]
        path.write_text("\n".join(confirmed) + "\n", encoding="utf-8")
    # Themes are not checked, nor are they in need of it.
    text = (printed.root / "socialmap.yaml").read_text(encoding="utf-8")
    head, themes, rest = text.partition("themes:\n")
    own, organisations, others = rest.partition("organisations:\n")
    (printed.root / "socialmap.yaml").write_text(
        head
        + themes
        + own.replace("    checked: {on: 2026-11-23, by: iedereen}\n", "")
        + organisations
        + others,
        encoding="utf-8",
    )
    assert printed.changed() == {}


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2027, 1, 20), date(2029, 6, 1)], ids=str)
def test_what_ages_by_itself_makes_no_new_sheet(printed: Stage, today: date) -> None:
    """Dates pass, checks get overdue, a message ends, what was planned begins."""
    assert printed.changed(today) == {}


def test_tidying_up_what_is_over_makes_no_new_sheet(printed: Stage) -> None:
    printed.change(
        "      cancelled: [{on: 2026-11-27, reason: {nl: de koekjes zijn op, fr: plus de biscuits}}]\n", ""
    )
    printed.change(
        "    notice: {text: {nl: Deze week geen suiker., fr: Pas de sucre cette semaine.}, "
        "from: 2026-11-20, until: 2026-12-01}\n",
        "",
    )
    assert printed.changed() == {COFFEE: ("when", "notice")}
    assert printed.changed(date(2026, 12, 2)) == {}


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda s: s.change("      from: 9u30\n", "      from: 10u\n"), {COFFEE: ("when",)}),
        (lambda s: s.change("    price: gratis\n    signup: geen", "    signup: geen"), {COFFEE: ("price",)}),
        (lambda s: s.change("Een goed humeur, fr", "Een warm humeur, fr"), {COFFEE: ("bring",)}),
        (lambda s: s.change("geen suiker.", "geen melk."), {COFFEE: ("notice",)}),
        (lambda s: s.change("Je mag ook thee vragen.", "Je mag ook melk vragen."), {COFFEE: ("other",)}),
        (lambda s: s.change("De koffie is verzonnen.", "De koek is verzonnen."), {COFFEE: ("other",)}),
        (lambda s: s.change("Je drinkt samen koffie", "We drinken samen koffie"), {COFFEE: ("other",)}),
        (
            lambda s: s.change("    phone: 0499 00 00 02", "    phone: 0499 00 00 03", "socialmap.yaml"),
            {
                **dict.fromkeys((COFFEE, "offer/op-afspraak"), ("contact",)),
                **dict.fromkeys(("theme/samen", "theme/leren", "brochure"), ("other",)),
            },
        ),
    ],
    ids=["when", "price", "bring", "notice", "description", "remark", "summary", "contact"],
)
def test_what_a_reader_sees_makes_a_new_sheet(
    printed: Stage, change: Change, changed: dict[str, tuple[str, ...]]
) -> None:
    change(printed)
    assert printed.changed() == changed


def test_a_new_name_is_on_the_leaf_the_tabs_and_the_map(printed: Stage) -> None:
    printed.change(
        "{nl: Koffie met koek, fr: Café et biscuits}", "{nl: Koek met koffie, fr: Café et biscuits}"
    )
    changed = printed.changed()
    assert changed.pop(COFFEE) == ("name",)
    assert changed == {"theme/samen": ("other",), "theme/leren": ("other",), "map": ("other",)}


def test_a_new_hour_is_on_one_leaf_only(printed: Stage) -> None:
    """Tab sheets tell no times, so that what changes often is on few sheets."""
    printed.change("      until: 11.30u", "      until: 12u")
    assert list(printed.changed()) == [COFFEE]


def test_a_fingerprint_says_nothing_of_the_order_of_parts() -> None:
    one = {"name": (Line(text="Soep"),), "price": (Line(text="Gratis"),)}
    other = {"price": (Line(text="Gratis"),), "name": (Line(text="Soep"),), "bring": ()}
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint({**one, "name": (Line(text="soep"),)})


def test_the_same_records_give_the_same_fingerprints_on_any_day(printed: Stage) -> None:
    sheets = printed.bound().standing.bound
    later = printed.bound(date(2028, 2, 2)).standing.bound
    assert {r: fingerprint(s.content(FIRST_DAY)) for r, s in sheets.items() if r != COFFEE} == {
        r: fingerprint(s.content(FIRST_DAY)) for r, s in later.items() if r != COFFEE
    }
