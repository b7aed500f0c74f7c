"""What the site says of its open data: the page that explains the files, and the news to follow."""

from collections.abc import Callable, Container

from markupsafe import Markup

from generator.site.addresses import absolute, language_folder
from generator.site.shapes import Page, SiteInput
from generator.views.series_shapes import CALENDAR_FILE

PAGE = "data/"
FEED = "feed.xml"
_FOLLOWED = ("nieuwsbrief/",)


def data_files(
    _: Callable[[str], str], folder: str, calendars: Container[str]
) -> tuple[tuple[str, str], ...]:
    """(path from the root of the site, what it is) of each file that others can use."""
    dates = _("All dates, as a calendar (iCalendar). Offers, themes and places have one of their own.")
    calendar = f"{folder}{CALENDAR_FILE}"
    return (
        (
            "data/guide.json",
            _("The whole guide, in all languages: offers, organisations, places, themes, questions."),
        ),
        ("data/guide.schema.json", _("What is in that file, key by key (JSON Schema).")),
        ("data/guide.csv", _("The guide as a table in Dutch, for a spreadsheet. UTF-8, with semicolons.")),
        ("data/places.geojson", _("The places, as points on a map (GeoJSON).")),
        (f"{folder}{FEED}", _("The news: messages, newsletters, what changed (Atom).")),
        (
            "data/hsds/services/page-1.json",
            _("The offers and the help as a list, in the standard of social services (HSDS 3.0)."),
        ),
        (
            "data/hsds/index.json",
            _(
                "Where HSDS begins. Each record has a file of its own, in the folders services, "
                "organizations, locations, taxonomies and taxonomy_terms."
            ),
        ),
        (
            "data/uitdatabank/index.json",
            _("The activities, as UiTdatabank takes them, and why the others are not there."),
        ),
        *(((calendar, dates),) if calendar in calendars else ()),
        ("sitemap.xml", _("The addresses of all pages.")),
    )


def data_calls(site_url: str) -> tuple[str, ...]:
    """Examples that work when they are typed."""
    return (
        f"curl {absolute(site_url, 'data/guide.json')}",
        f"curl {absolute(site_url, 'data/hsds/services/page-1.json')}",
        f"curl {absolute(site_url, 'data/uitdatabank/index.json')}",
        f"curl -o places.geojson {absolute(site_url, 'data/places.geojson')}",
    )


def feed_links(site: SiteInput, page: Page) -> Markup:
    """For the head of a page on which news stands: where a reader finds it."""
    folder = language_folder(page.language, site.first_language)
    news = site.guides[page.language].newsfeed
    below = page.path.removeprefix(folder)
    if news is None or not (below == "" or below.startswith(_FOLLOWED)):
        return Markup()
    line = Markup('<link rel="alternate" type="application/atom+xml" title="{}" href="{}">\n')
    return line.format(news.title, absolute(site.site_url, folder + FEED))
