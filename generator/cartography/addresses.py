"""The address book: a street and a number -> a point."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO

from generator.cartography.geodata import MapDataError
from generator.model.fields import Coordinates

_ADDRESS = re.compile(
    r"^\s*(?P<street>.*?\D)\s*(?P<digits>\d+)\s*(?P<letters>[a-z]{0,2})\b"
    r"(?:\s*[-/+]\s*\w+)?\s*(?:,?\s*(?:bus|b\.|box|app\.?)\s*\w+)?\s*(?:,.*)?$",
    re.IGNORECASE,
)
_ALIKE = 0.85
"""Streets in one town look like each other; only a slip of the keyboard is nearer than this."""
_APART = re.compile(r"[\s.\-'’]+")


@dataclass(frozen=True)
class AddressBook:
    """Points by street and number, both in the plain spelling of `_plain`."""

    points: Mapping[tuple[str, str], Coordinates]
    streets: Mapping[str, str] = field(default_factory=dict)
    """Street in the plain spelling -> as it is written."""

    def find(self, address: str) -> Coordinates | str | None:
        """The point of an address, or what is probably meant: "Dorpstraat 9" gives "Dorpsstraat 9"."""
        if point := self.locate(address):
            return point
        if not (found := _ADDRESS.match(address)):
            return None
        close = get_close_matches(_plain(found["street"]), self.streets, 1, _ALIKE)
        meant = (f"{self.streets[street]} {found['digits']}{found['letters']}" for street in close)
        return next(filter(self.locate, meant), None)

    def locate(self, address: str) -> Coordinates | None:
        """The point of "Dorpsstraat 9", "dorpsstraat 9 bus 2" or "Dorpsstraat 9, 0000 ...".

        A letter that the file does not know ("9C") gives the number without it; None
        where street or number is unknown.
        """
        found = _ADDRESS.match(address)
        if not found:
            return None
        street, digits = _plain(found["street"]), found["digits"].lstrip("0")
        with_letter = self.points.get((street, _plain(digits + found["letters"])))
        return with_letter or self.points.get((street, digits))


def _plain(text: str) -> str:
    """Without capitals, spaces, hyphens, points and apostrophes: "'t Ooste" is "tooste"."""
    return _APART.sub("", text).casefold()


def read_addresses(content: bytes, file: str = "addresses.csv") -> AddressBook:
    """The address book out of a CSV with the columns street, number, lat and lon (WGS 84).

    Raises MapDataError when a column is missing or a point is no point.
    """
    try:
        rows = csv.DictReader(StringIO(content.decode("utf-8-sig")))
        points: dict[tuple[str, str], Coordinates] = {}
        streets: dict[str, str] = {}
        for row in rows:
            point = Coordinates(float(row["lat"]), float(row["lon"]))
            points.setdefault((_plain(row["street"]), _plain(row["number"])), point)
            streets.setdefault(_plain(row["street"]), row["street"].strip())
    except UnicodeDecodeError as error:
        raise MapDataError(file, "not in UTF-8") from error
    except (KeyError, TypeError, ValueError, AttributeError, csv.Error) as error:
        raise MapDataError(file, "needs the columns street, number, lat, lon on each line") from error
    return AddressBook(points, streets)
