"""All sheets of a guide, in one language."""

from collections.abc import Iterable

from generator.sheets.binder import binder_parts
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.imposition import impose_booklet
from generator.sheets.joining import join_parts, page_count
from generator.sheets.offers import Data
from generator.sheets.stationery import Stationery
from generator.sheets.typesetting import Typesetter
from generator.sheets.wallmap import wallmap_data
from generator.views.shapes import GuideView
from generator.wording.words import Words


def render_sheets(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """File name ("flyers/<id>.pdf") -> PDF, each PDF/UA-1 but the imposed booklet."""
    typesetter = Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)
    cutouts, prose = stationery.cutouts, stationery.prose
    sheets = {
        f"flyers/{offer.id}.pdf": typesetter.typeset("flyer", flyer_data(offer, guide, cutouts, words))
        for offer in guide.offers
    }
    brochure = typesetter.typeset("brochure", brochure_data(guide, stationery.map_a5, prose, words))
    binder = binder_parts(guide, stationery.map_a4, cutouts, prose, words)
    title = words.gettext("Welcome brochure")
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}"),
        "flyermap.pdf": _binder(typesetter, binder),
        "buurtkaart.pdf": typesetter.typeset("map", wallmap_data(guide, stationery.map_a3, words)),
        **sheets,
    }


def _binder(typesetter: Typesetter, parts: Iterable[Data]) -> bytes:
    """One document, however many parts it is set in: its page numbers go on."""
    made: list[bytes] = []
    first = 1
    for data in parts:
        pdf = typesetter.typeset("binder", {**data, "first": first})
        # The front matter in a part of its own has Roman numbers, and does not count.
        if data["tabs"] or made:
            first += page_count(pdf)
        made.append(pdf)
        typesetter.forget()
    return join_parts(made)
