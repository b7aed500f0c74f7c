"""Whether the pictograms that records name exist."""

from collections.abc import Collection
from difflib import get_close_matches

from generator.reading.shelves import Shelves
from generator.reading.traps import Gettext

_OFTEN = "pot-steam, needle, laptop, home-heart, phone, school, bike"


def check_pictograms(shelves: Shelves, icons: Collection[str], _: Gettext) -> None:
    """Adds an error for each pictogram that is not among `icons` (none given: no check)."""
    if not icons:
        return
    known = frozenset(icons)
    names = sorted(known)
    for shelf in shelves.records:
        for raw in shelves.all(shelf):
            name = raw.text("pictogram")
            if name is None or name in known:
                continue
            place = raw.tree.value((*raw.path, "pictogram"))
            raw.findings.error(*place, *no_such_pictogram(name, names, _))


def no_such_pictogram(name: str, icons: Collection[str], _: Gettext) -> tuple[str, str]:
    """Message and remedy."""
    close = get_close_matches(name.lower().replace(" ", "-"), sorted(icons), n=3, cutoff=0.7)
    return (
        _("There is no pictogram with the name {name}.").format(name=name),
        _("Did you mean {meant}?").format(meant=", ".join(close))
        if close
        else _("Choose one of Material's icons, such as: {names}.").format(names=_OFTEN),
    )
