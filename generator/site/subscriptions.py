"""The calendar that goes with a page: to subscribe to, or to take as a file."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.site.addresses import absolute
from generator.site.shapes import SiteInput
from generator.views.series_shapes import CALENDAR_FILE, CALENDAR_PAGE


@dataclass(frozen=True)
class Subscription:
    path: str
    """From the root of the language: "themas/samen/agenda.ics"."""
    webcal: str
    """The address that opens the calendar of a phone, where the calendar is fetched again now and then."""


def subscription_of(site: SiteInput, folder: str, path: str) -> Subscription | None:
    """Of the page at `path` in the folder of a language; the weeks and months share the calendar of all."""
    own = CALENDAR_FILE if path.startswith(CALENDAR_PAGE) else path + CALENDAR_FILE
    if not path or folder + own not in site.calendars:
        return None
    parts = urlsplit(absolute(site.site_url, folder + own))
    return Subscription(own, parts._replace(scheme="webcal").geturl())
