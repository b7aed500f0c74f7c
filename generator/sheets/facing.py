"""A flyer in two languages, line by line: what the first one says, and beside it what the other one says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.sheets.facts import FactRow, flyer_rows
from generator.sheets.labels import labels, sheet_data
from generator.sheets.offers import Data, checked_sentence, face_data, plain_words
from generator.sheets.tongue import Tongue
from generator.views.binder import Mark
from generator.views.shapes import OfferView, Said


@dataclass(frozen=True)
class Facing:
    """A text in both languages; `other` is None where both write the same: a number, an address."""

    first: Said
    other: Said | None


@dataclass(frozen=True)
class FacingRow:
    """A row of facts in both languages, as `FactRow` has it in one."""

    id: str
    icon: str
    label: Facing
    lines: tuple[Facing, ...]
    strong: bool
    number: int | None
    level: int | None


def facing_data(
    offer: OfferView,
    there: OfferView,
    first: Tongue,
    other: Tongue,
    cutouts: Mapping[str, str],
    mark: Mark | None = None,
) -> Data:
    """The data of `flyer.typ` for an offer in two languages; `there` is the offer in the other one."""
    guide, names = first.guide, dict(first.guide.languages)
    own_names = [names[guide.language], names[other.guide.language]]
    face = face_data(offer, guide, cutouts, first.words, mark)
    # The drawings are those of the first language: the street names on them stay as they are in the street.
    far = face_data(there, other.guide, cutouts, other.words)
    rows = zip(
        flyer_rows(offer, guide.fallback, first.words),
        flyer_rows(there, other.guide.fallback, other.words),
        strict=True,
    )
    return {
        **sheet_data(guide, f"{offer.name}, {guide.name} ({' – '.join(own_names)})", first.words),
        "label": mark.edition if mark else guide.edition.label,
        "languages": own_names,
        "other": {
            "language": other.guide.language,
            "direction": other.guide.direction,
            "labels": labels(other.words),
        },
        "offer": {
            **face,
            "name": facing(offer.name, there.name),
            "function-name": facing(offer.function.text, there.function.text),
            "summary": facing(offer.summary, there.summary),
            "simple": list(_plain_words(offer, there)),
            "notice": facing(offer.notice, there.notice) if offer.notice and there.notice else None,
            "notice-dates": facing(offer.notice_dates, there.notice_dates),
            "status": facing(offer.status_text, there.status_text),
            "rows": [facing_row(row, beside) for row, beside in rows],
            "cutout-caption": facing(str(face["cutout-caption"]), str(far["cutout-caption"])),
            "checked": {
                "state": offer.checked.state,
                "text": facing(checked_sentence(offer), checked_sentence(there)),
            },
        },
    }


def facing(first: Said | str, other: Said | str) -> Facing:
    first, other = (said if isinstance(said, Said) else Said(said) for said in (first, other))
    return Facing(first, None if first.text == other.text else other)


def facing_row(first: FactRow, other: FactRow) -> FacingRow:
    return FacingRow(
        first.id,
        first.icon,
        facing(first.label, other.label),
        _facing_lines(first.lines, other.lines),
        first.strong,
        first.number,
        first.level,
    )


def _facing_lines(first: Sequence[Said], other: Sequence[Said]) -> tuple[Facing, ...]:
    return tuple(facing(*lines) for lines in zip_longest(first, other, fillvalue=Said("")))


def _plain_words(offer: OfferView, there: OfferView) -> tuple[Facing, ...]:
    """Sentence by sentence, where both languages have as many."""
    first, other = plain_words(offer), plain_words(there)
    return _facing_lines(first, other) if len(first) == len(other) else ()
