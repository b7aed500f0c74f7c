"""What we publish, taken in by an empty guide and published again: nothing that a format can say is lost."""

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.feeds.calendars import Calendars
from generator.feeds.shapes import FeedSource
from generator.project import Project, words_of
from generator.source import load, view_languages
from generator.views.plain_facts import view_plain_facts
from generator.views.series import TWO_YEARS, view_series
from tests.feeds.stage import HSDS, OpenData, open_data
from tests.incoming.stage import run, take_all
from tests.tools.builds import TODAY
from tests.tools.calendars import Time, expanded
from tests.tools.paths import INVENTED

NOW = date.fromisoformat(TODAY)
_HOSTILE = "vijandige-tekst"
"""Its tags of HTML are taken out, on purpose."""

_ENDED = "gesloten-loods"
"""A location of HSDS cannot say that it ended; so it gets its point back."""


@pytest.fixture
def emptied(tmp_path: Path) -> Path:
    """The invented neighbourhood with its themes and the place where everybody can walk in, and no more."""
    root = tmp_path / "leeg"
    shutil.copytree(INVENTED, root, ignore=shutil.ignore_patterns("translations", "ledger.yaml", "flyers"))
    (root / "offers.yaml").write_text("offers: []\n", encoding="utf-8")
    text = (INVENTED / "socialmap.yaml").read_text(encoding="utf-8")
    head = text[: text.index("\norganisations:")]
    meeting = text[
        text.index("  - id: verzinselhuis\n    number: 1") : text.index("  - id: luchtkasteel\n    number")
    ]
    (root / "socialmap.yaml").write_text(f"{head}\nplaces:\n{meeting}", encoding="utf-8")
    return root


def write_open_data(data: OpenData, folder: Path) -> Path:
    for path, raw in data.files.items():
        if path.startswith(HSDS):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(raw)
    return folder / HSDS


def by_id(data: OpenData, shelf: str) -> dict[str, Any]:
    return {record["id"]: record for record in data.records(shelf)}


def test_hsds(emptied: Path, tmp_path: Path) -> None:
    before = open_data(INVENTED)
    folder = write_open_data(before, tmp_path / "partner")
    review = tmp_path / "nakijken.yaml"
    code, said = run(emptied, "hsds", str(folder), "--to", str(review))
    assert code == 0, said
    assert "take: verzinselhuis\n" in review.read_text(encoding="utf-8")
    take_all(emptied, review)
    people = emptied / "socialmap.yaml"
    people.write_text(
        people.read_text(encoding="utf-8").replace("publish: no", "publish: yes"), encoding="utf-8"
    )
    after = open_data(emptied)
    lost = []
    for shelf in ("locations", "organizations", "services"):
        old, new = by_id(before, shelf), by_id(after, shelf)
        assert old.keys() == new.keys(), shelf
        for id_, record in old.items():
            if _HOSTILE not in record.get("url", ""):
                kept = {key: value for key, value in new[id_].items() if key in record}
                lost += [
                    (record["name"], key, record[key], kept.get(key))
                    for key in record
                    if _said(kept.get(key)) != _said(record[key])
                ]
    assert lost == []


def _said(record: Any) -> Any:
    """Without ids, for the id of a contact follows from the name."""
    if isinstance(record, list):
        return sorted((_said(item) for item in record), key=repr)
    if isinstance(record, dict):
        # A rule is told once more in words, in which the days that fall away come in another order.
        aside = {"id", "description"} if "freq" in record else {"id"}
        if record.get("external_identifier") == _ENDED:
            aside |= {"latitude", "longitude"}
        left = {key: value for key, value in record.items() if key not in aside and not key.endswith("_id")}
        return {key: _said(value) for key, value in left.items()}
    return record


def agenda(root: Path) -> bytes:
    source = load(Project(root), NOW)
    view = view_languages(source, ("nl",))["nl"]
    series, facts = view_series(source.guide, NOW), view_plain_facts(source.guide)
    feed = FeedSource({"nl": view}, {"nl": words_of("nl")}, series, facts, source.settings.url, "Gids")
    return Calendars(feed)["agenda.ics"]


def test_the_agenda_has_the_same_dates_for_two_years(emptied: Path, tmp_path: Path) -> None:
    before = agenda(INVENTED)
    (tmp_path / "agenda.ics").write_bytes(before)
    review = tmp_path / "nakijken.yaml"
    code, said = run(emptied, "ics", str(tmp_path / "agenda.ics"), "--to", str(review))
    assert code == 0, said
    text = review.read_text(encoding="utf-8")
    review.write_text(
        re.sub(r"^    functions:$", "    functions: leren", text, flags=re.MULTILINE), encoding="utf-8"
    )
    take_all(emptied, review)
    last = NOW + TWO_YEARS
    old, new = (expanded(raw, NOW, last) for raw in (before, agenda(emptied)))
    assert _going_on(new) == _going_on(old)
    assert sum(_going_on(old).values()) > 200


def _going_on(times: Counter[Time]) -> Counter[Time]:
    """What is left out and what is cancelled both do not take place."""
    return Counter({time: count for time, count in times.items() if not time[3]})
