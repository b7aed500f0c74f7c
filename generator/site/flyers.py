"""The flyers of each offer, as a page in one language offers them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.site.shapes import Download, SiteInput

Tongues = tuple[tuple[str, str], ...]
"""Languages: code, and the language's own name."""


@dataclass(frozen=True)
class FlyerLink:
    """One flyer, and the languages on it."""

    href: str
    languages: Tongues


@dataclass(frozen=True)
class OfferedFlyers:
    """All that a page offers of an offer."""

    main: FlyerLink
    """In the language of the page, or else in the first language."""
    facing: tuple[FlyerLink, ...]
    """In two languages. A page in the first language has those with each of the others."""
    alone: tuple[FlyerLink, ...]
    """In another language. A page in another language than the first has the first one only."""
    missing: tuple[str, ...]
    """Codes of languages in which there are flyers, but not of this offer."""


@dataclass(frozen=True)
class FlyerKind:
    """The flyers in one language, or in two."""

    ending: str
    """Of their names, behind the id of the offer: ".nl-ar.pdf"."""
    codes: tuple[str, ...]
    name: str
    """ "Nederlands + العربية"."""


def flyers_of_offers(site: SiteInput, language: str) -> dict[str, OfferedFlyers]:
    """Offer id -> its flyers, as the pages in a language offer them."""
    by_offer: dict[str, list[Download]] = {}
    for download in site.downloads:
        if download.languages:
            by_offer.setdefault(download.record, []).append(download)
    names = dict(site.guides[language].languages)
    spoken = {code for download in site.downloads for code in download.languages}
    every = tuple(code for code in names if code in spoken)
    return {
        offer_id: _offered(found, names, every, site.first_language, language)
        for offer_id, found in by_offer.items()
    }


def _offered(
    found: Sequence[Download], names: Mapping[str, str], every: tuple[str, ...], first: str, language: str
) -> OfferedFlyers:
    links = {
        download.languages: FlyerLink(
            download.href, tuple((code, names[code]) for code in download.languages)
        )
        for download in found
    }
    main = links.get((language,)) or links[(first,)]
    # Who reads another language needs that one and the first; beside the first anybody may want any other.
    wanted = every if language == first else (first, language)
    others = [link for codes, link in links.items() if link != main and set(codes) <= set(wanted)]
    return OfferedFlyers(
        main,
        facing=tuple(link for link in others if len(link.languages) > 1),
        alone=tuple(link for link in others if len(link.languages) == 1),
        missing=tuple(code for code in every if (code,) not in links),
    )


def flyer_kinds(site: SiteInput, language: str) -> tuple[FlyerKind, ...]:
    """All kinds that there are of any offer: those in one language first, in the order of the site."""
    names = dict(site.guides[language].languages)
    endings = {
        download.languages: download.href.rpartition("/")[2].removeprefix(download.record)
        for download in site.downloads
        if download.languages
    }
    order = list(names)
    kinds = sorted(endings, key=lambda codes: (len(codes), [order.index(code) for code in codes]))
    return tuple(
        FlyerKind(endings[codes], codes, " + ".join(names[code] for code in codes)) for codes in kinds
    )
