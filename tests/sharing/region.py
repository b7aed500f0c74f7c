"""An invented region, as its website publishes it, and a neighbourhood that takes things over from it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.reading.reader import Reading, read_guide
from generator.reading.sources import Sources
from generator.sharing.guides import as_json, read_published
from generator.sharing.keeping import KeptGuide, render_kept
from generator.sharing.records import read_shared
from generator.wording.words import Words
from tests.feeds.stage import open_data
from tests.reading.samples import ENGLISH, OFFERS, SITE_URL, SOCIALMAP, TODAY
from tests.tools.paths import INVENTED

ADDRESS = "https://verzonnen.example/Wijk/data/guide.json"
FETCHED = date(2026, 11, 20)
HELPS = "verzinselhuis-vzw"
"""An organisation of the region, in a place of the region."""
INCLUDE = f"""\
  include:
    - id: regio
      from: {ADDRESS}
      organisations: [{HELPS}, nooit-nagekeken]
      helplines: all
"""


def published() -> dict[str, Any]:
    """What the region publishes, as plain values."""
    return as_json(open_data(INVENTED).guide)


def kept(change: Callable[[dict[str, Any]], None] = lambda guide: None) -> bytes:
    """The file of the guide that was fetched, after a change at its source."""
    guide = published()
    change(guide)
    return render_kept(KeptGuide(ADDRESS, FETCHED, read_published(json.dumps(guide).encode())))


def read(
    file: bytes | None,
    *,
    include: str = INCLUDE,
    organisations: str = "",
    places: str = "",
    today: date = TODAY,
    words: Words = ENGLISH,
) -> Reading:
    """The neighbourhood with these records besides, and with that file of the region."""
    text = SOCIALMAP.replace("\nthemes:", f"\n{include}\nthemes:", 1).replace("\n\n  include", "\n  include")
    text = text.replace("\norganisations:\n", f"\norganisations:\n{organisations}", 1)
    text = text.replace("\nplaces:\n", f"\nplaces:\n{places}", 1)
    return read_guide(
        Sources(OFFERS.encode(), text.encode()),
        words,
        today=today,
        site_url=SITE_URL,
        holidays={},
        shared=read_shared({"regio": file} if file else {}),
    )
