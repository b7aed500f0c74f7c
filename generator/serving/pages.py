"""The pages that only the preview has: the list of all offers, an offer beside its flyer, and no page yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.project import FIRST_LANGUAGE
from generator.serving.stand import Stand
from generator.sheets import flyer_of
from generator.views.shapes import OfferView
from generator.wording.words import Words

_HERE = Path(__file__).parent
ASSETS = {path.name: path for path in sorted((_HERE / "assets").iterdir()) if path.is_file()}


@dataclass(frozen=True)
class FlyerChoice:
    """A flyer of an offer in the preview."""

    ending: str
    """What comes behind the id of the offer: ".nl-fr", empty for the first language."""
    name: str
    """ "Nederlands + français"."""
    current: bool


class PreviewPages:
    """Renders them; `prefix` is where the site begins ("/" or "/Wijk/"), `home` where the preview does."""

    def __init__(self, words: Words, prefix: str, home: str) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
        )
        self._shared = {"prefix": prefix, "home": home, "language": words.language}

    def nothing_yet(self, version: str) -> bytes:
        """For when the files have had mistakes from the start."""
        return self._render("nothing_yet.html", version=version)

    def offers(self, stand: Stand, version: str) -> bytes:
        return self._render(
            "offers.html", version=version, guide=stand.first, past={o.id for o in stand.first.past_offers},
            offers=tuple(stand.offers()),
        )  # fmt: skip

    def offer(self, stand: Stand, offer_id: str, ending: str, version: str) -> bytes | None:
        """The page of an offer beside its flyer; None where there is no such offer."""
        offers = tuple(stand.offers())
        at = next((n for n, offer in enumerate(offers) if offer.id == offer_id), None)
        if at is None:
            return None
        offer = offers[at]
        flyers = tuple(_choices(stand, offer, ending))
        return self._render(
            "offer.html",
            version=version,
            offer=offer,
            flyers=flyers,
            flyer=next((flyer for flyer in flyers if flyer.current), None),
            before=offers[at - 1] if at else None,
            after=offers[at + 1] if at + 1 < len(offers) else None,
        )

    def _render(self, template: str, **values: object) -> bytes:
        return self._environment.get_template(template).render(self._shared | values).encode()


def _choices(stand: Stand, offer: OfferView, ending: str) -> Iterator[FlyerChoice]:
    own_names = dict(stand.first.languages)
    for name in stand.flyers_of(offer) if offer in stand.first.offers else ():
        _id, codes = flyer_of(name, FIRST_LANGUAGE)
        own = "" if codes == (FIRST_LANGUAGE,) else "." + "-".join(codes)
        yield FlyerChoice(own, " + ".join(own_names[code] for code in codes), own == ending)
