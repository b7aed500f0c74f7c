"""All sheets of a guide, in one language."""

from generator.sheets.binder import binder_data
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.imposition import impose_booklet
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
    binder = binder_data(guide, stationery.map_a4, cutouts, prose, words)
    title = words.gettext("Welcome brochure")
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}"),
        "flyermap.pdf": typesetter.typeset("binder", binder),
        "buurtkaart.pdf": typesetter.typeset("map", wallmap_data(guide, stationery.map_a3, words)),
        **sheets,
    }
