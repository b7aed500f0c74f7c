"""What the map for the wall shows."""

from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, places_data, qr_data
from generator.views.shapes import GuideView
from generator.wording.words import Words


def wallmap_data(guide: GuideView, drawing: str, words: Words) -> Data:
    """The data of `map.typ`; `drawing` is the SVG of the map."""
    emergency = next((line for line in guide.helplines if line.emergency), None)
    title = words.gettext("Map of {name}").format(name=guide.name)
    return {
        **sheet_data(guide, title, words),
        "map": drawing,
        "places": places_data(guide),
        "qr": qr_data(guide.map),
        "emergency": emergency,
    }
