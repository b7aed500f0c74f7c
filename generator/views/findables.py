"""Everything that a person may look for, as one list: for the search and for the list from A to Z."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.views.finder_shapes import QuestionView
from generator.views.shapes import (
    GuideView,
    HelplineView,
    Link,
    OfferView,
    OrganisationView,
    PlaceView,
    Said,
    ThemeView,
)
from generator.wording.alphabet import first_letter, sort_key
from generator.wording.words import Words

KINDS = ("question", "offer", "organisation", "place", "theme", "helpline", "page")
"""What there is to find, in the order of `view_findables`."""

_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s")
_SYNONYMS_SHOWN = 5


@dataclass(frozen=True)
class Findable:
    """One thing to find: what a list shows of it, and by which other words it is found."""

    kind: str
    """One of KINDS."""
    id: str
    href: str
    """From the root of the language; "tel:112" for a helpline."""
    name: Said
    pictogram: str
    line: Said | None = None
    """What it is, in a line."""
    within: str = ""
    """Id of the question that a choice of the finder belongs to."""
    when: str = ""
    where: Said | None = None
    status_text: str = ""
    """Empty while it runs; else a full sentence."""
    function: str = ""
    shape: str = ""
    themes: tuple[str, ...] = ()
    """Ids of its themes: it is found by their words too."""
    synonyms: tuple[str, ...] = ()
    """People's own words, worth as much as the name."""
    about: tuple[str, ...] = ()
    """Other texts that mention what it is about."""


def view_findables(guide: GuideView) -> tuple[Findable, ...]:
    """All of them, kind by kind in the order of KINDS; past offers come after the current ones."""
    return (
        *(_question(step) for step in guide.steps),
        *(_offer(offer) for offer in (*guide.offers, *guide.past_offers)),
        *(_organisation(organisation) for organisation in guide.organisations),
        *(_place(place) for place in guide.places),
        *(_theme(theme) for theme in guide.themes),
        *(_helpline(line) for line in guide.helplines),
    )


def view_register(
    words: Words, findables: Iterable[Findable]
) -> tuple[tuple[str, tuple[Findable, ...]], ...]:
    """From A to Z: each first letter with what begins with it."""
    letters: dict[str, list[Findable]] = {}
    for found in sorted(
        findables, key=lambda found: (*sort_key(words, found.name.text), found.kind, found.id)
    ):
        letters.setdefault(first_letter(words, found.name.text), []).append(found)
    return tuple((letter, tuple(members)) for letter, members in letters.items())


def _question(step: QuestionView) -> Findable:
    """A choice also says to which question it belongs, and is found by that question's words."""
    return Findable(
        "question",
        step.id,
        step.href,
        step.question,
        step.pictogram,
        line=step.trail[-1].text if step.trail else _first_sentence(step.answer),
        within=step.trail[-1].id if step.trail else "",
        themes=_ids(step.themes),
        synonyms=tuple(synonym.text for synonym in step.synonyms),
        about=(*(link.text.text for link in step.trail), *([step.answer.text] if step.answer else [])),
    )


def _offer(offer: OfferView) -> Findable:
    about = [
        str(offer.summary),
        *(label.text for label in offer.audience),
        *(f.text for f in offer.functions),
    ]
    about += [str(offer.where.lines[0])] if offer.where.known else []
    about += [str(offer.organiser.text)] if offer.organiser else []
    return Findable(
        "offer",
        offer.id,
        offer.href,
        offer.name,
        offer.pictogram,
        line=offer.summary,
        when=offer.when.lines[0] if offer.when.known else "",
        where=offer.where.lines[0] if offer.where.known else None,
        status_text=offer.status_text,
        function=offer.function.id,
        shape=offer.function.shape,
        themes=_ids(offer.themes),
        about=tuple(about),
    )


def _organisation(organisation: OrganisationView) -> Findable:
    return Findable(
        "organisation",
        organisation.id,
        organisation.href,
        organisation.name,
        organisation.pictogram,
        line=organisation.summary,
        status_text=organisation.status_text,
        themes=_ids(organisation.themes),
        about=(
            str(organisation.summary),
            organisation.kind.text,
            *(label.text for label in organisation.audience),
        ),
    )


def _place(place: PlaceView) -> Findable:
    # The first line of an address is the name of the place.
    address = place.where.lines[1] if place.where.known and len(place.where.lines) > 1 else None
    line = address or place.summary
    return Findable(
        "place",
        place.id,
        place.href,
        place.name,
        place.pictogram,
        line=line,
        status_text=place.status_text,
        about=tuple(str(text) for text in (line, place.summary) if text),
    )


def _theme(theme: ThemeView) -> Findable:
    synonyms = tuple(str(synonym) for synonym in theme.synonyms)
    own = [synonym.text for synonym in theme.synonyms if synonym.lang == theme.name.lang]
    line = Said(", ".join(own[:_SYNONYMS_SHOWN]), theme.name.lang) if own else None
    return Findable(
        "theme",
        theme.id,
        theme.href,
        theme.name,
        theme.pictogram,
        line=line,
        themes=(theme.id,),
        synonyms=synonyms,
    )


def _helpline(line: HelplineView) -> Findable:
    same = line.name.text == line.number
    name = line.name if same else Said(f"{line.name.text} · {line.number}", line.name.lang)
    return Findable(
        "helpline", line.id, f"tel:{line.tel}", name, "phone", line=line.purpose, about=(str(line.purpose),)
    )


def _first_sentence(text: Said | None) -> Said | None:
    return Said(_SENTENCE_END.split(text.text, maxsplit=1)[0], text.lang) if text else None


def _ids(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(link.id for link in links)
