"""The sheets to fill in are sheets of an edition: numbered, kept in the ledger, swapped when they change."""

from datetime import date

from generator.views.checklist import view_checklist
from tests.editions.stage import Stage
from tests.sheets.factory import dutch_words, make_guide

SEWING = "naaien-om-de-twee-weken"
LATER = date(2027, 1, 4)
NEW = """
  - id: kookles
    name: Kookles
    summary: We koken.
    kind: activity
    functions: leren
    themes: samen
    signup: required
    checked: {on: 2026-11-20}
"""


def test_they_are_in_the_ledger_with_their_numbers(printed: Stage) -> None:
    edition = printed.bound().standing.ledger.editions[0]
    found = {s.record: (str(s.number), s.code) for s in edition.sheets if s.record.startswith("form/")}
    assert found == {
        "form/referral": ("5.1", None),
        "form/tally": ("5.2", None),
        "form/signup": ("5.3", None),
        f"form/signup/{SEWING}": ("5.4", None),
        "form/signup/op-afspraak": ("5.5", None),
    }
    assert edition.sheet["forms"].tab == 5


def test_another_hour_makes_a_new_sheet_to_sign_up(printed: Stage) -> None:
    printed.change('from: "13:30", until: "16:00"', 'from: "14:00", until: "16:00"')
    assert printed.changed() == {f"offer/{SEWING}": ("when",), f"form/signup/{SEWING}": ("when",)}
    standing = printed.bound().standing
    checklist = view_checklist(standing.editions[0].swap, make_guide(()), dutch_words())
    lines = [(line.number, line.name.text, line.detail) for line in checklist.groups[0].lines]
    assert ("5.4", "Inschrijfblad: Naaien om de twee weken", "Anders: de dag of het uur") in lines


def test_time_that_goes_by_makes_no_new_one(printed: Stage) -> None:
    assert not [record for record in printed.changed(LATER) if record.startswith("form")]


def test_an_offer_that_takes_names_gets_the_next_number(printed: Stage) -> None:
    printed.add(NEW)
    assert printed.changed()["form/signup/kookles"] == ("new",)
    numbers = {form.record: str(form.number) for form in printed.bound().binder.forms.sheets}
    assert numbers["form/signup/kookles"] == "5.3a"
    assert numbers["form/signup/op-afspraak"] == "5.5"


def test_what_takes_no_names_any_more_goes_out(printed: Stage) -> None:
    printed.change("    signup: {needed: aanbevolen, how: Bel of mail ons.}\n", "    signup: none\n")
    assert printed.changed()[f"form/signup/{SEWING}"] == ("gone",)


def test_a_renamed_offer_keeps_its_sheet(printed: Stage) -> None:
    printed.change(f"  - id: {SEWING}\n", f"  - id: naaien\n    previous_ids: [{SEWING}]\n")
    assert not [record for record in printed.changed() if record.startswith("form/")]


def test_a_theme_that_comes_later_stands_behind_the_forms(printed: Stage) -> None:
    """The forms keep the number of their tab, so a new theme has a higher one and lies further back."""
    printed.change(
        "  - id: leeg-thema\n",
        "  - id: nieuw-thema\n    name: Nieuw\n    pictogram: sleep\n  - id: leeg-thema\n",
        "socialmap.yaml",
    )
    standing = printed.bound().standing
    records = [sheet.record for sheet in standing.sheets]
    assert standing.bound["forms"].tab == 5
    assert standing.bound["theme/nieuw-thema"].tab == 6
    assert records.index("forms") < records.index("theme/nieuw-thema") < records.index("helplines")
