"""What a flyer shows."""

from collections.abc import Mapping

from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, face_data
from generator.views.binder import Mark
from generator.views.shapes import GuideView, OfferView
from generator.wording.words import Words


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
