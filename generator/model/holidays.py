"""School holidays and public holidays, with their Dutch names.

School holidays come from the OpenHolidays data (ODbL), public holidays are computed.
"""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

import holidays

from generator.model.schedule import ClosedDays

_DUTCH_SPEAKING = "NL"

_EASTER_2028 = (date(2028, 4, 3), date(2028, 4, 17), date(2028, 4, 16))
"""First day, last day in the data, last day by law.

The data counts Easter Monday (17 April 2028) as a school holiday. The decree closes the
Easter holidays on Sunday 16 April; the Monday is a public holiday and is listed as such.
"""

_IN_FULL = {"O. L. H. Hemelvaart": "Hemelvaart", "O. L. V. Hemelvaart": "Onze-Lieve-Vrouw-Hemelvaart"}
"""Names that the package abbreviates; whoever learns Dutch cannot read the abbreviation."""


def read_school_holidays(csv_text: str) -> ClosedDays:
    """The holidays of the Dutch-speaking schools, in order of date.

    The text is the CSV of the OpenHolidays API: semicolons, a StartDate and an EndDate
    (both included), a Name such as "NL Kerstvakantie,FR ..." and Groups that list the
    school systems. A row that does not fit raises a ValueError or KeyError: the file is
    ours, not a user's.
    """
    rows = csv.DictReader(StringIO(csv_text.lstrip("\ufeff")), delimiter=";")
    return ClosedDays(tuple(sorted(_spans(rows))))


def _spans(rows: "csv.DictReader[str]") -> Iterator[tuple[date, date, str]]:
    for row in rows:
        if _DUTCH_SPEAKING not in row["Groups"].split(","):
            continue
        first, last = date.fromisoformat(row["StartDate"]), date.fromisoformat(row["EndDate"])
        if (first, last) == _EASTER_2028[:2]:
            last = _EASTER_2028[2]
        yield first, last, _dutch_name(row["Name"])


def _dutch_name(names: str) -> str:
    """ "NL Kerstvakantie,FR Vacances d'hiver" -> "Kerstvakantie"."""
    return next(name.strip()[3:] for name in names.split(",") if name.strip().startswith("NL "))


def public_holidays(first_year: int, last_year: int) -> ClosedDays:
    """The Belgian public holidays of those years, both included, one span a day."""
    days = holidays.country_holidays("BE", years=range(first_year, last_year + 1), language="nl")
    return ClosedDays(tuple((day, day, _IN_FULL.get(days[day], days[day])) for day in sorted(days)))
