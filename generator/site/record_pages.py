"""The pages of one record each: they may name little, so that what was made of the same may be kept.

A template finds nothing here but what its record shows, so a name that tells all of that tells all that
its page depends on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from jinja2 import Environment

from generator.keeping import Keep, keeping
from generator.site.flyers import flyers_of_offers
from generator.site.routes import FILE
from generator.site.shapes import SiteInput
from generator.views.flyers import FlyerView
from generator.views.shapes import ContactView, GuideView, Link, OfferView, OrganisationView

V = TypeVar("V")
RecordView = OfferView | OrganisationView
_TOOLS = ("Jinja2", "MarkupSafe", "babel", "mkdocs-material", "zxing-cpp")
"""Libraries that make a page what it is, with the pictograms and the codes."""


@dataclass(frozen=True)
class AroundRecord:
    """All that the page of a record may say of the guide; a template finds nothing else of it."""

    language: str
    ask: str
    ask_briefly: str
    fallback: ContactView


class RecordPages:
    """What stands on the pages of the records in one language."""

    def __init__(self, site: SiteInput, language: str, environment: Environment, keep: Keep) -> None:
        guide = site.guides[language]
        self._site, self._environment, self._keep = site, environment, keep
        self._guide = AroundRecord(guide.language, guide.ask, guide.ask_briefly, guide.fallback)
        self._routes = site.route_maps.get(language, {})
        self._flyers = flyers_of_offers(site, language)
        self._partner_flyers = current_flyers(guide)

    def body(self, template: str, record: RecordView, at: Mapping[str, object]) -> str:
        """The page of a record; `at` tells where it stands."""
        named = {**at, **self._named(record)}
        # Views are plain and frozen: as Python writes them, they tell all that they hold.
        return self._keep(f"{template} {named!r}", partial(self._render, template, named)).decode()

    def _named(self, record: RecordView) -> dict[str, object]:
        """All that its page may name, beside where it stands: plain values only."""
        place = record.where.place
        named: dict[str, object] = {
            "guide": self._guide,
            "first_language": self._site.first_language,
            "cutouts": _only(self._site.cutouts, place.id) if place else {},
        }
        if isinstance(record, OrganisationView):
            own = [flyer for flyer in self._partner_flyers if _is(flyer.organisation, record)]
            return named | {"organisation": record, "partner_flyers": own}
        return named | {
            "offer": record,
            "partner_flyers": [flyer for flyer in self._partner_flyers if _is(flyer.offer, record)],
            "flyers": _only(self._flyers, record.id),
            "route_maps": _only(self._routes, record.id),
            "gpx_file": FILE,
        }

    def _render(self, template: str, named: Mapping[str, object]) -> bytes:
        page = self._environment.get_template(template)
        return page.render(named, qr_svg=self._site.qr_svg).encode()


def current_flyers(guide: GuideView) -> tuple[FlyerView, ...]:
    """Those of partners that are not over."""
    return tuple(flyer for flyer in guide.flyers if not flyer.over)


def keeping_pages(keep: Keep) -> Keep:
    """For the pages of one build."""
    return keeping(keep, "pages", ".html", _TOOLS)


def _only(known: Mapping[str, V], key: str) -> dict[str, V]:
    return {key: known[key]} if key in known else {}


def _is(link: Link | None, record: RecordView) -> bool:
    return link is not None and link.id == record.id
