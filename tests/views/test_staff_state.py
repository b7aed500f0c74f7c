"""The state of all records, of the invented neighbourhood."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.fields import Text
from generator.model.outside_links import LinkReport, LinkState
from generator.project import Project
from generator.source import Source, load
from generator.state import all_outside_links, state_of, view_of
from generator.views.staff_shapes import MatrixView, StateView, ToDoGroup
from tests.tools.keeper import Keeper
from tests.tools.paths import INVENTED
from tests.tools.records import secrets

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def source() -> Source:
    return load(Project(INVENTED), TODAY)


@pytest.fixture(scope="module")
def state(source: Source) -> StateView:
    return state_of(source)


def test_texts_that_are_the_same_are_read_for_advice_once(
    source: Source, state: StateView, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper("advice")
    monkeypatch.setattr("generator.state.outside.kept", keeper)
    hard = Text((("nl", "Een informatiebijeenkomstenkalender."),))
    first = source.guide.offers[0].model_copy(update={"summary": hard})
    other = replace(source, guide=replace(source.guide, offers=(first, *source.guide.offers[1:])))
    for count, (of, expected) in enumerate(((source, state), (other, None)), start=1):
        made = [group(state_of(of), "plain") for _again in range(2)]
        assert made[0] == made[1]
        assert (made[0] == group(state, "plain")) is (expected is state)
        assert len(keeper.made) == count


def group(state: StateView, name: str) -> ToDoGroup:
    return next(group for group in state.groups if group.id == name)


def names(state: StateView, name: str) -> set[str]:
    return {row.href.rstrip("/").rpartition("/")[2] for row in group(state, name).rows}


def matrix(state: StateView, name: str) -> MatrixView:
    return next(matrix for matrix in state.matrices if matrix.id == name)


def test_what_is_due_is_there_with_file_and_line(state: StateView) -> None:
    due = group(state, "due")
    assert {"afdeling-dromen", "nooit-nagekeken"} <= names(state, "due")
    assert "koffie-met-koek" not in names(state, "due")
    assert "opgeheven-dienst" not in names(state, "due")
    assert due.count == len(due.rows)
    for row in due.rows:
        file, line = row.location.split(":")
        text = (INVENTED / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert "checked:" in text or "id:" in text, row


def test_who_is_asked_is_an_organisation_and_nothing_private_is_told(
    source: Source, state: StateView
) -> None:
    known = {organisation.name.first for organisation in source.guide.organisations}
    known.add(source.guide.neighbourhood.fallback.name.first)
    assert {row.responsible for group in state.groups for row in group.rows} <= {*known, ""}
    told = repr(state)
    assert [secret for secret in secrets(INVENTED) if secret in told] == []


def test_a_phone_of_the_organiser_is_enough(source: Source, state: StateView) -> None:
    missing = names(state, "phone")
    assert missing
    for offer in source.guide.current_offers:
        organiser = source.guide.organisation.get(offer.organiser or "")
        if organiser and organiser.phones:
            assert offer.id not in missing


def test_a_hidden_address_is_no_missing_address(state: StateView) -> None:
    assert not [row for row in group(state, "address").rows if row.href == "plaatsen/veilige-haven/"]


def test_a_missing_translation_leads_to_its_line(state: StateView) -> None:
    rows = group(state, "translation-fr").rows
    assert rows
    for row in rows:
        file, _, line = row.location.partition(":")
        assert file == "content/translations/fr.po"
        if line:
            text = (INVENTED / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert text.startswith("msgctxt")


def test_links_that_nobody_looked_at_are_not_said_to_be_well(state: StateView) -> None:
    links = group(state, "links")
    assert not links.known
    assert "python -m generator links" in links.lead


def test_a_dead_link_is_there_and_a_living_one_is_not(source: Source) -> None:
    links = list(all_outside_links(source))
    dead, *others = dict.fromkeys(link.address for link in links)
    states = {address: LinkState(TODAY, 200) for address in others} | {dead: LinkState(TODAY, 404)}
    rows = group(view_of(source, LinkReport(TODAY, states)), "links").rows
    assert {row.details[-1] for row in rows} == {dead}
    assert all(":" in row.location for row in rows)


def test_holes_show_in_both_tables(source: Source, state: StateView) -> None:
    by_day = matrix(state, "theme-day")
    assert [name for name, _cells in by_day.rows] == [theme.name.first for theme in source.guide.themes]
    assert len(by_day.columns) == 8
    assert any(cell.count == 0 for _name, cells in by_day.rows for cell in cells)
    for _name, cells in by_day.rows:
        for cell in cells:
            assert sum(int(line.split()[0]) for line in cell.lines) == cell.count
    functions = matrix(state, "audience-function")
    counted = sum(cell.count for _name, cells in functions.rows for cell in cells)
    offers = source.guide.current_offers
    assert counted == sum(len(offer.functions) * max(1, len(offer.audience)) for offer in offers)


def test_a_theme_without_any_offer_is_named(source: Source) -> None:
    nothing = replace(source, guide=replace(source.guide, offers=()))
    day = matrix(state_of(nothing), "theme-day")
    assert source.guide.themes[0].name.first in day.holes[1]
    assert "maandag" in day.holes[0]
