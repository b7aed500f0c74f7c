"""Which offers are most like an offer."""

from collections.abc import Iterable
from heapq import nsmallest

from generator.model.records import Offer

Filed = tuple[frozenset[str], frozenset[str], str | None]
"""What counts of an offer: themes, functions, place. Offers filed alike are equally like any other."""


class Likeness:
    """Ranks offers: those that share most themes and functions first, the same place as a tie-break.

    `most` are as many as anybody asks for. Each file of offers is ranked once.
    """

    def __init__(self, offers: Iterable[Offer], most: int) -> None:
        self._most = most
        self._files: dict[Filed, list[tuple[int, Offer]]] = {}
        for position, offer in enumerate(offers):
            self._files.setdefault(_filed(offer), []).append((position, offer))
        self._ranked: dict[Filed, tuple[Offer, ...]] = {}

    def nearest(self, offer: Offer) -> tuple[Offer, ...]:
        """The others that are like it, the first `most` of them; of equals, in their order."""
        filed = _filed(offer)
        if filed not in self._ranked:
            self._ranked[filed] = self._rank(filed)
        return tuple(other for other in self._ranked[filed] if other.id != offer.id)[: self._most]

    def _rank(self, filed: Filed) -> tuple[Offer, ...]:
        """One more than anybody asks for: the offer itself may be among them."""
        wanted = self._most + 1
        likes = ((_likeness(filed, other), offers) for other, offers in self._files.items())
        found = (
            (-shared, -same_place, position, offer)
            for (shared, same_place), offers in likes
            if shared
            for position, offer in offers[:wanted]
        )
        return tuple(offer for *_, offer in nsmallest(wanted, found, key=lambda found: found[:3]))


def _filed(offer: Offer) -> Filed:
    return frozenset(offer.themes), frozenset(offer.functions), offer.place


def _likeness(one: Filed, other: Filed) -> tuple[int, int]:
    themes, functions = len(one[0] & other[0]), len(one[1] & other[1])
    return (2 * themes + functions if themes else 0, int(one[2] == other[2]))
