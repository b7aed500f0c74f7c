"""`python -m tests.tools.sampled`: the command line, where a build makes a sample of what it makes most of.

All flyers in the first language, some of the translated ones, and pictures to share of some offers. The site
offers what is there, as it always does.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any
from unittest.mock import patch

from generator.cli import main
from generator.sheets.cards import card_data
from generator.sheets.flyer import flyer_of, flyers

ONE_IN = 13
"""Prime to the ten kinds of translated flyers (five languages, two forms), so that all come by turns."""


def in_sample(number: int) -> bool:
    """Whether the translated flyer, or the offer with pictures, of this number is in; the first two are."""
    return number < 2 or number % ONE_IN == 2


def _some_flyers(*arguments: Any) -> Iterator[tuple[str, Any]]:
    first = arguments[0].guide.language
    numbers = count()
    for name, data in flyers(*arguments):
        _, languages = flyer_of(name, first)
        if languages == (first,) or in_sample(next(numbers)):
            yield name, data


def _some_cards(*arguments: Any) -> dict[str, Any]:
    """Of an offer in the sample in every language."""
    cards = card_data(*arguments)
    offer_of = {name: name.rpartition("/")[2] for name in cards if "aanbod/" in name}
    kept = {offer for number, offer in enumerate(dict.fromkeys(offer_of.values())) if in_sample(number)}
    return {name: data for name, data in cards.items() if offer_of.get(name) in {None, *kept}}


def sampled_main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line."""
    with (
        patch("generator.sheets.render.flyers", _some_flyers),
        patch("generator.sheets.cards.card_data", _some_cards),
    ):
        return main(arguments)


if __name__ == "__main__":
    raise SystemExit(sampled_main())
