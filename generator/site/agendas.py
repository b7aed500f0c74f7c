"""A calendar file for each offer with sure dates: all its times of the coming year."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from generator.model.schedule import Occurrence
from generator.site.addresses import absolute, language_folder
from generator.site.shapes import SiteInput
from generator.views.shapes import OfferView

FILE = "agenda.ics"
_ZONE = ZoneInfo("Europe/Brussels")
"""Schedules are wall-clock times here; the file carries the zone, so a change of clocks cannot shift them."""


def render_agendas(site: SiteInput) -> dict[str, bytes]:
    """Path ("aanbod/digipunt/agenda.ics") -> iCalendar, in the folder of each language."""
    files = {}
    for language, guide in site.guides.items():
        folder = language_folder(language, site.first_language)
        for offer in guide.offers:
            dates = site.dates.get(offer.id, ())
            if dates:
                address = absolute(site.site_url, folder + offer.href)
                calendar = _calendar(offer, dates, date.fromisoformat(guide.today), address, language)
                files[f"{folder}{offer.href}{FILE}"] = calendar
    return files


def _calendar(
    offer: OfferView, dates: tuple[Occurrence, ...], today: date, address: str, language: str
) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Stekwijzer//{language}")
    calendar.add("x-wr-calname", offer.name.text)
    for occurrence in dates:
        calendar.add_component(_event(offer, occurrence, today, address))
    if any(occurrence.starts for occurrence in dates):
        calendar.add_missing_timezones(first_date=today, last_date=dates[-1].day + timedelta(days=366))
    return bytes(calendar.to_ical())


def _event(offer: OfferView, occurrence: Occurrence, today: date, address: str) -> Event:
    """One time. Who imports the file again gets the same event, changed, thanks to its id."""
    day, starts, ends = occurrence.day, occurrence.starts, occurrence.ends
    moment = f"{day:%Y%m%d}T{starts:%H%M}" if starts else f"{day:%Y%m%d}"
    event = Event()
    event.add("uid", f"{offer.id}-{moment}@{urlsplit(address).netloc}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", datetime.combine(day, starts, _ZONE) if starts else day)
    if starts and ends:
        event.add("dtend", datetime.combine(day, ends, _ZONE))
    event.add("summary", offer.name.text)
    if offer.where.known:
        event.add("location", ", ".join(line.text for line in offer.where.lines))
    event.add("description", "\n".join(_description(offer)))
    event.add("url", address)
    event.add("status", _status(offer, occurrence))
    return event


def _description(offer: OfferView) -> tuple[str, ...]:
    warning = () if offer.checked.state == "fresh" else (offer.checked.text,)
    return (offer.summary.text, *warning)


def _status(offer: OfferView, occurrence: Occurrence) -> str:
    """A record that nobody confirmed lately is no promise."""
    if occurrence.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if offer.checked.state == "fresh" else "TENTATIVE"
