"""A calendar file around events: its head, and the zone of its times."""

import re
from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar
from icalendar.prop import vDuration, vText, vUri

_ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n").encode()
"""The clocks of Belgium since 1996 (directive 2000/84/EC), for any year to come."""
_END = b"END:VCALENDAR\r\n"
_FETCH_EVERY = timedelta(days=1)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Without characters that would end a line of the file; its own line breaks stay."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n"))


def write_calendar(name: str, language: str, page: str, address: str, events: Iterable[bytes]) -> bytes:
    """The file at `address`, as whoever subscribes fetches it; `page` is where people read the same."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Stekwijzer//{language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(clean(name)))
    calendar.add("url", vUri(page))
    calendar.add("source", vUri(address))
    calendar.add("refresh-interval", vDuration(_FETCH_EVERY), {"VALUE": "DURATION"})
    # What programs read that do not know RFC 7986.
    calendar.add("x-wr-calname", vText(clean(name)))
    calendar.add("x-wr-timezone", vText("Europe/Brussels"))
    calendar.add("x-published-ttl", vDuration(_FETCH_EVERY))
    head = calendar.to_ical().removesuffix(_END)
    return b"".join((head, _ZONE, *events, _END))


def events_in(calendar: bytes) -> bytes:
    """What was written into it."""
    return calendar.partition(_ZONE)[2].removesuffix(_END)
