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
            close = get_close_matches(name.lower().replace(" ", "-"), names, n=3, cutoff=0.7)
            raw.findings.error(
                *raw.tree.value((*raw.path, "pictogram")),
                _("There is no pictogram with the name {name}.").format(name=name),
                _("Did you mean {meant}?").format(meant=", ".join(close))
                if close
                else _("Choose one of Material's icons, such as: {names}.").format(names=_OFTEN),
            )
