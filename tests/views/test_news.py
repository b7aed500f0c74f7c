"""What the newsletter says of what is new, changed or stopped: only what an edition of before can tell."""

from datetime import date
from pathlib import Path

import pytest

from generator.editions import bound_today
from generator.newsletters import newsletter_of
from generator.project import Project
from generator.views.editions import PrintedEdition, SwapView
from generator.views.news import edition_before
from generator.views.programme_shapes import NewsView
from tests.editions.stage import Stage

DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


def news(stage: Stage, month: date, today: date) -> NewsView | None:
    source, guide, bound = bound_today(Project(stage.root), today)
    return newsletter_of(source, guide, bound.standing, month).news


def edition(number: int, day: date) -> PrintedEdition:
    return PrintedEdition(number, day, None, newest=False, swap=SwapView(number, None))


def test_the_edition_of_before_the_last_month_is_the_one_to_compare_with() -> None:
    first, second, third = (
        edition(n, day)
        for n, day in ((1, date(2026, 10, 1)), (2, date(2026, 10, 28)), (3, date(2026, 11, 26)))
    )
    assert edition_before((first, second, third), DECEMBER) == second
    assert edition_before((third,), DECEMBER) == third
    assert edition_before((third,), date(2026, 11, 1)) is None
    assert edition_before((), DECEMBER) is None


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    stage = Stage.copied(tmp_path_factory.mktemp("news"))
    stage.freeze()
    return stage


def test_nothing_is_claimed_without_an_edition_of_before(tmp_path: Path, stage: Stage) -> None:
    assert news(Stage.copied(tmp_path), DECEMBER, date(2026, 11, 24)) is None
    assert news(stage, DECEMBER, date(2026, 11, 24)) is None, "nothing has changed since"
    assert news(stage, date(2026, 11, 1), date(2026, 11, 24)) is None, "printed in the month itself"


def test_what_is_new_changed_and_stopped_is_told_with_how_it_is_now(tmp_path: Path) -> None:
    stage = Stage.copied(tmp_path)
    stage.freeze()
    stage.change('price: "3"', 'price: "4"')
    stage.change("from: 19u, until: 21u", "from: 18u, until: 20u")
    stage.change("    internal: GEHEIM-NOTITIE over vaste-data\n", "    internal: niets\n")
    stage.change(
        "  - id: lichtjesfeest\n",
        "  - id: lichtjesfeest\n    status: gestopt\n"
        "    ended: {on: 2026-11-30, instead: Kom koffie drinken.}\n",
    )
    stage.add(
        "  - id: nieuw-koor\n    name: Nieuw koor\n    summary: Je zingt samen.\n    kind: activity\n"
        "    functions: ontmoeten\n    themes: samen\n"
    )
    found = news(stage, JANUARY, date(2026, 12, 20))
    assert found
    assert found.lead == "Sinds 23 november 2026"
    groups = {
        group.id: {str(line.name): [str(d) for d in line.details] for line in group.lines}
        for group in found.groups
    }
    assert groups["new"] == {"Nieuw koor": ["Je zingt samen."]}
    assert groups["changed"] == {
        "Praten op de eerste donderdag": [
            "Anders: de dag of het uur.",
            "Elke eerste donderdag van de maand van 18.00 tot 20.00 uur tot en met 30 juni 2027",
        ],
        "Wandelen op vaste data": ["Anders: de prijs.", "€ 4"],
    }
    assert list(groups["stopped"]) == ["Lichtjesfeest"]
    assert groups["stopped"]["Lichtjesfeest"][-1] == "Kom koffie drinken."
