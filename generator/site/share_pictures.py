"""Which picture goes with a page where somebody shares it; the sheets draw them (`sheets/cards.py`)."""

from collections.abc import Mapping

from generator.views.shapes import OfferView

SIZE = (1200, 630)
"""In pixels: what WhatsApp, Facebook and Signal ask for."""
DEFAULT = "home"
_FOLDER = "assets/share/"


def picture_files(pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Path from the root of the site -> PNG. They are no assets: no phone keeps them."""
    return {f"{_FOLDER}{name}.png": png for name, png in pictures.items()}


def picture_name(path: str) -> str:
    """The other way round; empty for any other file."""
    return path.removeprefix(_FOLDER).removesuffix(".png") if path.startswith(_FOLDER) else ""


def picture_path(pictures: Mapping[str, bytes], *names: str) -> str:
    """The file of the first of these pictures that there is, else of the one for all other pages.

    "aanbod/digipunt" is that of an offer, "ar/aanbod/digipunt" that in Arabic, "leren" that of its function.
    """
    name = next((name for name in names if name in pictures), DEFAULT)
    return f"{_FOLDER}{name}.png"


def offer_pictures(offer: OfferView, language: str = "") -> tuple[str, ...]:
    """The pictures for an offer, the best first; a page of all languages has the one in the first."""
    own = (f"{language}/aanbod/{offer.id}",) if language else ()
    return *own, f"aanbod/{offer.id}", offer.function.id
