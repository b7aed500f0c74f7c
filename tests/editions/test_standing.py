"""How today's binder stands to the editions on paper: what to swap, and what each code has to say."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.codes import code_of
from generator.problems import BuildStopped, Problem, Severity
from generator.project import Project
from generator.source import load, read_project
from generator.views.checklist import view_checklist
from generator.views.editions import PrintedCode, Standing, SwapEntry, SwapView
from generator.wording.words import Words
from tests.editions.stage import FIRST_DAY, Stage
from tests.sheets.factory import dutch_words, make_guide, make_offer

LATER = date(2027, 1, 4)
ENDED = """    status: ended
    ended: {on: 2026-12-31, instead: Kom naar Koffie met koek.}
    checked: {on: 2026-10-10}"""
NEW = """
  - id: kleine-kring
    name: Kleine kring
    summary: We zitten in een kring.
    kind: activity
    functions: ontmoeten
    themes: samen
    checked: {on: 2026-11-20}
"""


def swapped(standing: Standing, since: int = 1) -> dict[str, list[str]]:
    edition = standing.ledger.edition(since)
    assert edition
    swap = standing.swap(edition)
    groups = {"replaced": swap.replaced, "removed": swap.removed, "added": swap.added}
    return {name: [entry.record for entry in entries] for name, entries in groups.items()}


def code(standing: Standing, offer: str, edition: int = 1) -> PrintedCode:
    (found,) = (c for c in standing.codes if c.record == f"offer/{offer}" and c.edition == edition)
    return found


def test_a_binder_without_editions_is_a_draft_with_plain_codes(stage: Stage) -> None:
    bound = stage.bound()
    assert bound.standing.current is None
    assert bound.standing.editions == ()
    assert bound.standing.codes == ()
    assert bound.binder.marks == {}


def test_the_binder_of_an_edition_carries_its_number(printed: Stage) -> None:
    bound = printed.bound(LATER)
    assert bound.standing.current is not None
    mark = bound.binder.marks["offer/koffie-met-koek"]
    assert mark.edition == "editie 1, 23 november 2026"
    assert mark.qr
    wanted = f"{code_of('offer', 'koffie-met-koek')}-1"
    assert (mark.qr.href, mark.qr.code) == (f"Q/{wanted}/", wanted)
    cover = bound.binder.marks["front"].qr
    assert cover
    assert cover.href == "E/1/"


def test_a_draft_carries_no_edition_on_any_sheet(printed: Stage) -> None:
    printed.change("      from: 9u30\n", "      from: 10u\n")
    bound = printed.bound(LATER)
    assert bound.standing.current is None
    assert bound.binder.marks == {}


def test_sheets_keep_the_edition_in_which_they_last_changed(printed: Stage) -> None:
    printed.change("      from: 9u30\n", "      from: 10u\n")
    printed.freeze(LATER)
    marks = printed.bound(LATER).binder.marks
    assert marks["front"].edition == marks["offer/koffie-met-koek"].edition == "editie 2, 4 januari 2027"
    others = {m.edition for record, m in marks.items() if record not in ("front", "offer/koffie-met-koek")}
    assert others == {"editie 1, 23 november 2026"}
    qr = marks["offer/op-afspraak"].qr
    assert qr
    assert qr.code.endswith("-1")


def test_what_is_swapped_after_a_change_an_end_and_a_beginning(printed: Stage) -> None:
    printed.change("      from: 9u30\n", "      from: 10u\n")
    printed.change("    checked: {on: 2026-10-10}", ENDED)
    printed.add(NEW)
    standing = printed.bound(LATER).standing
    assert swapped(standing) == {
        # The map names what there is at each place; the tabs, what is behind them.
        "replaced": ["map", "theme/samen", "offer/koffie-met-koek"],
        "removed": ["offer/eerste-donderdag"],
        "added": ["offer/kleine-kring"],
    }
    swap = standing.editions[0].swap
    assert swap.front
    assert swap.until is None
    (added,) = swap.added
    assert (added.number, added.tab_name, added.after) == ("1.1a", "1 Samen", "1.1")
    assert code(standing, "koffie-met-koek").state == "changed"
    assert code(standing, "eerste-donderdag").state == "gone"
    assert code(standing, "op-afspraak").state == "right"


def test_an_offer_that_goes_to_another_tab_is_taken_out_and_put_in(printed: Stage) -> None:
    printed.change(
        "    themes: [leren, wonen]\n    when: {by_appointment: yes}",
        "    themes: [wonen, leren]\n    when: {by_appointment: yes}",
    )
    standing = printed.bound(LATER).standing
    (out,) = standing.editions[0].swap.removed
    (came,) = standing.editions[0].swap.added
    assert (out.number, out.now) == ("2.3", "3.2")
    assert (came.number, came.after) == ("3.2", "3.1")
    # Whoever holds the sheet need not care where it is in the binder; only its pictogram is another one.
    assert (code(standing, "op-afspraak").was, code(standing, "op-afspraak").other) == ({}, True)


def test_an_offer_that_is_paused_and_goes_on_gets_its_number_back(printed: Stage) -> None:
    number = printed.bound().binder.number["eerste-donderdag"]
    printed.change("    checked: {on: 2026-10-10}", "    status: paused\n    checked: {on: 2026-10-10}")
    printed.freeze(LATER)
    assert "eerste-donderdag" not in printed.bound(LATER).binder.number
    printed.change("    status: paused\n    checked: {on: 2026-10-10}", "    checked: {on: 2026-10-10}")
    assert printed.bound(LATER).binder.number["eerste-donderdag"] == number


def test_a_flyer_that_is_no_longer_valid_is_not_in_the_binder(printed: Stage) -> None:
    printed.change(
        "    checked: {on: 2026-10-10}",
        "    flyer: {valid_until: 2026-12-31}\n    checked: {on: 2026-10-10}",
    )
    assert "eerste-donderdag" in printed.bound(date(2026, 12, 31)).binder.number
    standing = printed.bound(LATER).standing
    assert swapped(standing)["removed"] == ["offer/eerste-donderdag"]
    assert code(standing, "eerste-donderdag").state == "gone"


def test_a_new_theme_comes_behind_the_others(printed: Stage) -> None:
    """Wherever it stands in the file: no tab changes its number."""
    themes = "themes:\n"
    printed.change(
        themes, themes + "  - {id: nieuw, name: Aan het begin, pictogram: home}\n", "socialmap.yaml"
    )
    tabs = {tab.record: tab.number for tab in printed.bound(LATER).binder.tabs}
    assert tabs["theme/samen"] == 1
    assert tabs["theme/nieuw"] == max(tabs.values())


def test_a_record_with_a_new_id_keeps_its_sheet_its_number_and_its_code(printed: Stage) -> None:
    printed.change("  - id: vaste-data\n", "  - id: wandelen\n    previous_ids: vaste-data\n")
    bound = printed.bound(LATER)
    assert bound.standing.current is not None
    qr = bound.binder.marks["offer/wandelen"].qr
    assert qr
    assert qr.code == f"{code_of('offer', 'vaste-data')}-1"
    assert code(bound.standing, "wandelen").state == "right"


def test_a_code_says_only_what_is_no_longer_so(printed: Stage) -> None:
    printed.change("      from: 9u30\n", "      from: 10u\n")
    found = code(printed.bound(date(2026, 12, 2)).standing, "koffie-met-koek")
    assert found.was == {
        "when": ("Elke vrijdag van 9.30 tot 11.30 uur, niet in de schoolvakanties en op feestdagen",)
    }
    assert not found.other


def test_an_edition_that_is_retired_takes_along_the_sheets_that_no_other_has(printed: Stage) -> None:
    printed.change("      from: 9u30\n", "      from: 10u\n")
    printed.freeze(LATER)
    ledger = printed.ledger.read_text(encoding="utf-8")
    printed.ledger.write_text(f"{ledger}- retired: 1\n  date: 2027-02-01\n", encoding="utf-8")
    standing = printed.bound(LATER).standing
    assert code(standing, "koffie-met-koek", 1).retired
    assert not code(standing, "koffie-met-koek", 2).retired
    # Still in the binder of edition 2.
    assert not code(standing, "op-afspraak", 1).retired
    assert [edition.retired for edition in standing.editions] == [date(2027, 2, 1), None]


def test_a_code_that_would_lead_nowhere_stops_the_build(printed: Stage) -> None:
    text = (printed.root / "offers.yaml").read_text(encoding="utf-8")
    number = printed.bound().binder.number["vaste-data"]
    start = text.index("  - id: vaste-data\n")
    record = text[start : text.index("  - id:", start + 1)]
    printed.change(record, "")
    problem = only_mistake(printed)
    assert "Wandelen op vaste data" in problem.message
    assert f"blad {number} van editie 1" in problem.message
    assert problem.remedy.startswith("Is het gestopt? Zet de fiche terug, met: status: ended")
    assert "offer/vaste-data" in printed.ledger.read_text(encoding="utf-8").splitlines()[problem.line + 1]


def test_a_new_id_without_the_old_one_stops_the_build_and_is_guessed(printed: Stage) -> None:
    printed.change("  - id: vaste-data\n", "  - id: wandelen\n")
    problem = only_mistake(printed)
    wanted = "Heeft het nu de id wandelen? Schrijf daar dan: previous_ids: [vaste-data]"
    assert problem.remedy.startswith(wanted)


def only_mistake(stage: Stage) -> Problem:
    with pytest.raises(BuildStopped) as stopped:
        load(Project(stage.root), LATER)
    (problem,) = (p for p in stopped.value.problems if p.severity is Severity.ERROR)
    return problem


def test_a_site_that_moved_is_a_warning(printed: Stage) -> None:
    printed.change("https://verzonnen.example/Wijk/", "https://elders.example/", "mkdocs.yml")
    found = read_project(Project(printed.root), LATER)
    assert found.guide is not None
    (problem,) = (p for p in found.problems if p.kind == "moved")
    assert problem.excerpt.strip() == 'site: "https://verzonnen.example/Wijk/"'


def checklist(words: Words, **groups: tuple[SwapEntry, ...]) -> dict[str, list[tuple[str, str, str]]]:
    swap = replace(SwapView(1, 2, front=True), **groups)  # type: ignore[arg-type]
    view = view_checklist(swap, make_guide((make_offer(0),)), words)
    return {g.title: [(line.number, str(line.name), line.detail) for line in g.lines] for g in view.groups}


def test_the_checklist_in_words() -> None:
    said = checklist(
        dutch_words(),
        replaced=(
            SwapEntry("offer/a", "Digipunt", "3.2", changed=("when", "where", "pin", "other")),
            SwapEntry("theme/wonen", "Wonen", "3", changed=("other",)),
            SwapEntry("map", ""),
        ),
        removed=(SwapEntry("offer/b", "Naaien", "4.1", now="5.2"),),
        added=(
            SwapEntry("offer/c", "Soep", "3.2a", tab_name="3 Wonen", after="3.2"),
            SwapEntry("offer/d", "Brei", "6.1", tab_name="6 Geld"),
        ),
    )
    assert said == {
        "Wissel": [
            ("3.2", "Digipunt", "Anders: de dag of het uur, de plaats en de uitleg"),
            ("3", "Wonen (tabblad)", ""),
            ("", "Buurtkaart", ""),
        ],
        "Haal eruit": [("4.1", "Naaien", "Zit nu achter een andere tab, als blad 5.2.")],
        "Steek erbij": [
            ("3.2a", "Soep", "Achter tab 3 Wonen, na blad 3.2"),
            ("6.1", "Brei", "Vlak achter tab 6 Geld"),
        ],
        "Vooraan": [],
    }


def test_nothing_to_swap_is_nothing_to_do(printed: Stage) -> None:
    (edition,) = printed.bound(FIRST_DAY).standing.editions
    assert not edition.swap
    assert edition.newest
