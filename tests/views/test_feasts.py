"""The feasts of the invented neighbourhood, on Monday 23 November 2026."""

from datetime import date

from generator.project import Project
from generator.source import load, view_languages
from tests.tools.paths import INVENTED
from tests.views.invented import view_invented


def test_a_feast_with_a_date_comes_first() -> None:
    first, second = view_invented().feasts
    assert first.link.id == "lichtjesfeest"
    assert first.next is not None
    assert (first.next.date, first.day) == ("2026-12-12", "zaterdag 12 december")
    assert (str(first.where), first.sure) == ("Droompark", True)
    assert (second.next, second.day, second.when) == (None, "", "Vier keer per jaar")


def test_a_cancelled_feast_has_no_date() -> None:
    """In 2027 there are no lights left."""
    source = load(Project(INVENTED), date(2026, 12, 13))
    lights = next(f for f in view_languages(source, ("nl",))["nl"].feasts if f.link.id == "lichtjesfeest")
    assert lights.next is None
