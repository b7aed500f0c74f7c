"""The pages behind the printed codes, and those that send on from an old address.

They stand outside the shell: one page in all languages, without script, small enough
for a phone with hardly any signal.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.addresses import absolute, language_folder, way_up
from generator.site.environment import make_environment
from generator.site.shapes import SiteInput
from generator.views.shapes import GuideView, Link, OfferView, QrView, Said
from generator.wording.words import Words


@dataclass(frozen=True)
class _Version:
    """What a code leads to, in one language."""

    words: Words
    guide: GuideView
    home: str
    """From the page of the code to the root of this language."""
    title: Said
    summary: Said | None
    href: str
    status_text: str = ""
    instead: Said | None = None
    replaced_by: Link | None = None
    offer: OfferView | None = None


_Target = tuple[QrView, Said, Said | None, str, str, Said | None, Link | None, OfferView | None]


def render_code_pages(site: SiteInput) -> dict[str, str]:
    """Path ("Q/A1B2C/") -> HTML, for every record that has a code."""
    versions: dict[str, list[_Version]] = {}
    for language, guide in site.guides.items():
        words = site.words[language]
        folder = language_folder(language, site.first_language)
        for qr, *rest in _targets(guide, words):
            title, summary, href, status, instead, replaced_by, offer = rest
            version = _Version(
                words, guide, way_up(qr.href) + folder, title, summary, href, status, instead, replaced_by, offer
            )
            versions.setdefault(qr.href, []).append(version)
    environment = make_environment(site.words[site.first_language], site.icons)
    template = environment.get_template("code.html")
    return {
        path: template.render(
            versions=found,
            root=way_up(path),
            site_name=site.site_name,
            canonical=absolute(site.site_url, found[0].href),
        )
        for path, found in versions.items()
    }


def render_moved_pages(site: SiteInput) -> dict[str, str]:
    """Old path -> a page that sends on to the new one, in every language's folder."""
    pages = {}
    for language in site.guides:
        environment = make_environment(site.words[language], site.icons)
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
    yield guide.home, guide.name, None, "", "", None, None, None
    yield guide.map, Said(_("Map")), None, "kaart/", "", None, None, None
    yield guide.finder, Said(_("I have a question")), None, "wegwijzer/", "", None, None, None
    for offer in (*guide.offers, *guide.past_offers):
        yield (
            offer.qr, offer.name, offer.summary, offer.href,
            offer.status_text, offer.instead, offer.replaced_by, offer,
        )  # fmt: skip
    for organisation in guide.organisations:
        yield (
            organisation.qr, organisation.name, organisation.summary, organisation.href,
            organisation.status_text, organisation.instead, None, None,
        )  # fmt: skip
    for place in guide.places:
        yield place.qr, place.name, place.summary, place.href, place.status_text, None, None, None
    for question in guide.questions:
        yield question.qr, question.question, question.answer, question.href, "", None, None, None
