"""What other programs read of a whole site: its calendars, and what its pages say in schema.org's words."""

import json
from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlsplit

from tests.tools.builds import TODAY, Built, site_address
from tests.tools.calendars import expanded
from tests.tools.html import start_tags
from tests.tools.schemaorg import blocks, mistakes

_HORIZON = timedelta(days=400)


def test_the_calendar_of_a_language_has_the_dates_of_its_pages(built: Built) -> None:
    """Those from which the browser fills in the home page; all of them, and no other."""
    first = date.fromisoformat(TODAY)
    for file in built.out.rglob("data/agenda.json"):
        offers = json.loads(file.read_text(encoding="utf-8"))["offers"]
        shown = Counter(
            (day, times["from"], times["until"], off)
            for offer in offers
            for times in offer["times"]
            for days, off in ((times["on"], False), (times["off"], True))
            for day in days
        )
        calendar = (file.parents[1] / "agenda.ics").read_bytes()
        found = Counter(
            {
                (
                    day.isoformat(),
                    f"{starts:%H:%M}" if starts else "",
                    f"{ends:%H:%M}" if ends else "",
                    off,
                ): n
                for (day, starts, ends, off), n in expanded(calendar, first, first + _HORIZON).items()
            }
        )
        assert shown
        assert found == shown, file


def test_every_calendar_that_a_page_offers_is_there(built: Built) -> None:
    address = urlsplit(site_address(built.root))
    offered = {
        urlsplit(values["href"])
        for page in built.pages()
        for tag, values in start_tags(page.read_text(encoding="utf-8"))
        if tag == "a" and values.get("href", "").startswith("webcal:")
    }
    assert {(link.netloc, link.path[: len(address.path)]) for link in offered} == {
        (address.netloc, address.path)
    }
    files = {link.path.removeprefix(address.path) for link in offered}
    assert "agenda.ics" in files
    assert [name for name in sorted(files) if not (built.out / name).is_file()] == []


def test_what_pages_say_to_programs_is_valid(built: Built) -> None:
    """By domain and range of the published vocabulary; one block in a page, of which it says the address."""
    found = {page: blocks(page.read_text(encoding="utf-8")) for page in built.pages()}
    things = {page: json.loads(block) for page, (block, *_) in ((p, b) for p, b in found.items() if b)}
    assert len(things) > 20
    assert max(map(len, found.values())) == 1
    assert [mistake for thing in things.values() for mistake in mistakes(thing)] == []
    base = site_address(built.root)
    assert all(
        thing["@id"] == f"{base}{page.relative_to(built.out).parent.as_posix()}/"
        for page, thing in things.items()
    )
    assert {thing["@type"] for thing in things.values()} >= {"Event", "Service", "Place"}
