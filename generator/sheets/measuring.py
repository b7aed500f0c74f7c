"""How tall the entries of a long list are: measured some at a time, so that a change measures few anew."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from zlib import crc32

from generator.sheets.offers import Data, Typeset
from generator.sheets.template_data import as_json

MEASURED_AT_ONCE = 32
"""About so many entries."""


def heights_of(
    items: Sequence[Data], plan: str, common: Data, known_by: Callable[[Data], object], typeset: Typeset
) -> list[float]:
    """In points, as the template `plan` says; `known_by` gives what an entry is known by, None for a heading.

    The same entry may stand in more than one place: it is measured once.
    """
    written = [as_json(item) for item in items]
    different = dict(zip(written, items, strict=True))
    runs = list(_runs(different.values(), known_by))
    told = typeset([(plan, {**common, "items": run}) for run in runs])
    heights = dict(zip(different, (height for run in told for height in json.loads(run)), strict=True))
    return [heights[text] for text in written]


def _runs(items: Iterable[Data], known_by: Callable[[Data], object]) -> Iterator[list[Data]]:
    """Some entries at a time. One more or one less moves no others from run to run."""
    run: list[Data] = []
    for item in items:
        run.append(item)
        key = known_by(item)
        if key is not None and crc32(str(key).encode()) % MEASURED_AT_ONCE == 0:
            yield run
            run = []
    if run:
        yield run
