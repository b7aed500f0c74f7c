"""The pages behind the printed codes, and those that send on from an old address.

They stand outside the shell: one page in all languages, without script, small enough
for a phone with hardly any signal. A code on paper knows its edition, so that its page can
say whether the paper is still right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.site.addresses import absolute, language_folder, way_up
from generator.site.edition_news import SheetNews, edition_news, flyer_news, sheet_news
from generator.site.environment import make_environment
from generator.site.shapes import SiteInput
from generator.site.share_pictures import offer_pictures, picture_path
from generator.views.binder import flyer_record, offer_record
from generator.views.finder_shapes import QuestionView
from generator.views.flyers import FlyerView
from generator.views.shapes import GuideView, Link, OfferView, OrganisationView, PlaceView, Said
from generator.wording.words import Words


@dataclass(frozen=True)
class _Target:
    """What a code leads to, in one language; `code_page` is "Q/A1B2C/"."""

    code_page: str
    title: Said
    href: str
    summary: Said | None = None
    status_text: str = ""
    instead: Said | None = None
    replaced_by: Link | None = None
    offer: OfferView | None = None
    news: SheetNews | None = None
    """What has become of the sheet that the code is on, where the code knows its edition."""
    step: QuestionView | None = None
    flyer: FlyerView | None = None
    """A partner's own."""
    pictures: tuple[str, ...] = ()
    """Those of the page where somebody shares it."""


@dataclass(frozen=True)
class _Version:
    """A target with what its part of the page needs."""

    target: _Target
    words: Words
    guide: GuideView
    home: str
    """From the page of the code to the root of this language."""


def render_code_pages(site: SiteInput, only: str | None = None) -> dict[str, str]:
    """Path ("Q/A1B2C/") -> HTML, for every record that has a code, former codes included; or for one path."""
    versions: dict[str, list[_Version]] = {}
    for language, guide in site.guides.items():
        words = site.words[language]
        folder = language_folder(language, site.first_language)
        for target in (*_targets(guide, words), *_printed_targets(site, guide, words)):
            if only not in (None, target.code_page):
                continue
            home = way_up(target.code_page) + folder
            versions.setdefault(target.code_page, []).append(_Version(target, words, guide, home))
    environment = make_environment(site.words[site.first_language], site.icons, site.keep)
    template = environment.get_template("code.html")
    return {
        path: template.render(
            versions=found,
            root=way_up(path),
            site_name=site.site_name,
            canonical=absolute(site.site_url, found[0].target.href),
            picture=absolute(site.site_url, picture_path(site.pictures, *found[0].target.pictures)),
        )
        for path, found in versions.items()
    }


def render_edition_pages(site: SiteInput) -> dict[str, str]:
    """Path ("E/2/") -> HTML, for every edition: what to do with a binder of it."""
    environment = make_environment(site.words[site.first_language], site.icons, site.keep)
    template = environment.get_template("edition.html")
    pages = {}
    for edition in site.editions:
        path = f"E/{edition.number}/"
        versions = [
            edition_news(edition, guide, site.words[language], language_folder(language, site.first_language))
            for language, guide in site.guides.items()
        ]
        pages[path] = template.render(
            versions=versions,
            root=way_up(path),
            site_name=site.site_name,
            canonical=absolute(site.site_url, path),
            swap_sheets=site.swap_sheets.get(edition.number),
        )
    return pages


def former_addresses(guide: GuideView) -> tuple[tuple[str, str], ...]:
    """(old path, new path) of every record that had another id before, from the root of its language."""
    records: tuple[OfferView | OrganisationView | PlaceView | QuestionView | FlyerView, ...]
    records = (
        *guide.offers,
        *guide.past_offers,
        *guide.organisations,
        *guide.places,
        *guide.steps,
        *guide.flyers,
    )
    return tuple((former.href, record.href) for record in records for former in record.former)


def render_moved_pages(site: SiteInput) -> dict[str, str]:
    """Old path -> a page that sends on to the new one, in every language's folder."""
    pages = {}
    for language in site.guides:
        environment = make_environment(site.words[language], site.icons, site.keep)
        folder = language_folder(language, site.first_language)
        for old, new in site.renamed:
            path = folder + old
            pages[path] = environment.get_template("moved.html").render(
                language=language,
                root=way_up(path),
                target=way_up(old) + new,
                canonical=absolute(site.site_url, folder + new),
            )
    return pages


def _targets(guide: GuideView, words: Words) -> Iterator[_Target]:
    _ = words.gettext
    yield _Target(guide.home.href, guide.name, "")
    yield _Target(guide.map.href, Said(_("Map")), "kaart/")
    yield _Target(guide.finder.href, Said(_("I have a question")), "wegwijzer/")
    yield _Target(guide.calendar_code.href, Said(_("Calendar")), "agenda/")
    for offer in (*guide.offers, *guide.past_offers):
        for code_page in _code_pages(offer):
            yield _offer_target(code_page, offer)
    for organisation in guide.organisations:
        for code_page in _code_pages(organisation):
            yield _Target(
                code_page,
                organisation.name,
                organisation.href,
                summary=organisation.summary,
                status_text=organisation.status_text,
                instead=organisation.instead,
                pictures=("map-of-help",),
            )
    for place in guide.places:
        for code_page in _code_pages(place):
            yield _Target(
                code_page,
                place.name,
                place.href,
                summary=place.summary,
                status_text=place.status_text,
                pictures=("map",),
            )
    for flyer in guide.flyers:
        for code_page in _code_pages(flyer):
            yield _flyer_target(code_page, flyer)
    for step in guide.steps:
        for code_page in _code_pages(step):
            yield _Target(
                code_page, step.question, step.href, summary=step.answer, step=step, pictures=("finder",)
            )


def _offer_target(code_page: str, offer: OfferView) -> _Target:
    return _Target(
        code_page,
        offer.name,
        offer.href,
        summary=offer.summary,
        status_text=offer.status_text,
        instead=offer.instead,
        replaced_by=offer.replaced_by,
        offer=offer,
        pictures=offer_pictures(offer),
    )


def _flyer_target(code_page: str, flyer: FlyerView) -> _Target:
    return _Target(
        code_page,
        flyer.title,
        flyer.href,
        summary=flyer.summary,
        status_text=flyer.over,
        flyer=flyer,
        pictures=("offers",),
    )


def _printed_targets(site: SiteInput, guide: GuideView, words: Words) -> Iterator[_Target]:
    offers = {offer_record(offer.id): offer for offer in (*guide.offers, *guide.past_offers)}
    flyers = {flyer_record(flyer.id): flyer for flyer in guide.flyers}
    for printed in site.printed_codes:
        code_page = f"Q/{printed.code}-{printed.edition}/"
        if printed.record in flyers:
            flyer = flyers[printed.record]
            yield replace(_flyer_target(code_page, flyer), news=flyer_news(printed, flyer, words))
        else:
            offer = offers[printed.record]
            news = sheet_news(printed, offer, site.first_language, words)
            yield replace(_offer_target(code_page, offer), news=news)


def _code_pages(record: OfferView | OrganisationView | PlaceView | QuestionView | FlyerView) -> Iterator[str]:
    yield record.qr.href
    for former in record.former:
        yield former.qr.href
