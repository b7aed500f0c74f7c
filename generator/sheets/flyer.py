"""The flyers: what each shows, in one language or in two."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.sheets.facing import facing_data
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, face_data
from generator.sheets.tongue import Tongue
from generator.views.binder import Mark, offer_record
from generator.views.shapes import GuideView, OfferView
from generator.wording.words import Words

FOLDER = "flyers"


def flyers(
    first: Tongue, others: Sequence[Tongue], cutouts: Mapping[str, str]
) -> Iterator[tuple[str, Callable[[], Data]]]:
    """File name below print/ -> what makes the data of `flyer.typ`, of every offer whose flyer is valid.

    In the first language, then in each other one into which it is translated: alone
    ("flyers/soep.ar.pdf"), and beside the first ("flyers/soep.nl-ar.pdf"). The flyers of an
    offer follow each other: the typesetter still knows its drawings then.
    """
    translated = [
        (other, {offer.id: offer for offer in other.guide.offers if offer.is_translated}) for other in others
    ]
    for offer in first.guide.offers:
        if offer.flyer_over:
            continue
        record = offer_record(offer.id)
        mark = first.marks.get(record)
        yield flyer_name(offer.id), partial(flyer_data, offer, first.guide, cutouts, first.words, mark)
        for other, offers in translated:
            there = offers.get(offer.id)
            if there is None:
                continue
            language = other.guide.language
            their_mark = other.marks.get(record)
            own = partial(flyer_data, there, other.guide, cutouts, other.words, their_mark)
            yield flyer_name(offer.id, language), own
            both = partial(facing_data, offer, there, first, other, cutouts, mark)
            yield flyer_name(offer.id, first.guide.language, language), both


def flyer_name(offer_id: str, *languages: str) -> str:
    """ "flyers/soep.pdf" in the first language, "flyers/soep.ar.pdf", "flyers/soep.nl-ar.pdf"."""
    return f"{FOLDER}/{'.'.join(part for part in (offer_id, '-'.join(languages)) if part)}.pdf"


def flyer_of(name: str, first: str) -> tuple[str, tuple[str, ...]]:
    """The other way round: the id of the offer and the languages on its flyer; `first` is the first language.

    An empty id for a sheet that is no flyer.
    """
    folder, _, name = name.rpartition("/")
    if folder != FOLDER:
        return "", ()
    offer_id, _, languages = name.removesuffix(".pdf").partition(".")
    return offer_id, tuple(languages.split("-")) if languages else (first,)


def flyer_data(
    offer: OfferView,
    guide: GuideView,
    cutouts: Mapping[str, str],
    words: Words,
    mark: Mark | None = None,
) -> Data:
    """The data of `flyer.typ`; `mark` is that of the same flyer in the binder."""
    return {
        **sheet_data(guide, f"{offer.name}, {guide.name}", words),
        "offer": face_data(offer, guide, cutouts, words, mark),
        "label": mark.edition if mark else guide.edition.label,
    }
