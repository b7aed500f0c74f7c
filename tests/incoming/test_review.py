"""From a calendar to the guide: what is like ours is seen, and only what staff chose comes in."""

from pathlib import Path

from tests.incoming.stage import files_of, run, small

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Verzonnen//NL
BEGIN:VEVENT
UID:soep@verzonnen.example
SUMMARY:Soép!
DTSTART;TZID=Europe/Brussels:20261201T120000
DTEND;TZID=Europe/Brussels:20261201T133000
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=5
EXDATE;TZID=Europe/Brussels:20261215T120000
RDATE;TZID=Europe/Brussels:20261218T120000
LOCATION:Huis Piepklein
GEO:51.4051;2.8101
END:VEVENT
BEGIN:VEVENT
UID:soep@verzonnen.example
RECURRENCE-ID;TZID=Europe/Brussels:20261229T120000
STATUS:CANCELLED
SUMMARY:Soép!
DTSTART;TZID=Europe/Brussels:20261229T120000
END:VEVENT
BEGIN:VEVENT
UID:utc@verzonnen.example
SUMMARY:Avond
DTSTART:20261203T190000Z
DTEND:20261203T210000Z
END:VEVENT
BEGIN:VEVENT
UID:dag@verzonnen.example
SUMMARY:Hele dag
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261207
END:VEVENT
BEGIN:VEVENT
UID:vijftien@verzonnen.example
SUMMARY:De vijftiende
DTSTART;TZID=Verzonnen/Nergens:20261215T100000
RRULE:FREQ=MONTHLY;BYMONTHDAY=15
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_is_reviewed_and_taken_over(tmp_path: Path) -> None:
    root = small(tmp_path)
    before = files_of(root)
    (tmp_path / "feed.ics").write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    code, told = run(root, "ics", str(tmp_path / "feed.ics"))
    assert code == 0, told
    assert "lijkt op soep: zelfde naam" in told
    assert "≠ wanneer" in told
    assert "lijkt op huis: zelfde naam, 13 m van elkaar" in told
    assert "FREQ=MONTHLY;BYMONTHDAY=15 kan in de gids niet als regel staan" in told
    assert "Verzonnen/Nergens" in told
    review = root / "nakijken-feed.yaml"
    assert {name: raw for name, raw in files_of(root).items() if name != review.name} == before
    text = review.read_text(encoding="utf-8")
    assert "every: 2 weeks\n      on: tuesday\n      from: 12:00\n      until: 13:30\n" in text
    assert "last: 2027-01-26\n" in text
    assert "cancelled: [2026-12-15, 2026-12-29]" in text
    assert "{on: 2026-12-18, from: 12:00, until: 13:30}" in text
    assert "{on: 2026-12-03, from: 20:00, until: 22:00}" in text
    assert "dates: [2026-12-05, 2026-12-06]" in text

    code, told = run(root, "ics", str(tmp_path / "feed.ics"))
    assert (code, "Er is al een nakijken-feed.yaml" in told) == (2, True), told

    text = text.replace("take: nee\n    id: avond", "take: ja\n    id: avond")
    text = text.replace("take: nee\n    id: soep-2", "take: soep\n    id: soep-2")
    review.write_text(text, encoding="utf-8")
    code, told = run(root, "review", str(review))
    assert code == 1
    assert "nakijken-feed.yaml:" in told
    assert "ontbreken summary, functions, themes" in told

    text = text.replace("    functions:\n", "    functions: leren\n").replace(
        "    themes:\n", "    themes: samen\n"
    )
    text = text.replace("    summary:\n", "    summary: Een avond.\n")
    review.write_text(text, encoding="utf-8")
    code, told = run(root, "review", str(review))
    assert code == 0, told
    offers = (root / "offers.yaml").read_text(encoding="utf-8")
    assert "id: avond" in offers
    assert "id: soep-2" not in offers
    assert "lines: soep@verzonnen.example" in offers

    code, told = run(root, "ics", str(tmp_path / "feed.ics"), "--dry-run")
    assert "al eerder overgenomen" in told
    assert "avond (aanbod)" not in told.split("al eerder")[0]


def test_what_is_needed_is_asked_for(tmp_path: Path) -> None:
    root = small(tmp_path)
    review = tmp_path / "x.yaml"
    review.write_text(
        "offers:\n  - {take: ja, id: thee, name: Thee, place: zolder}\n"
        "places:\n  - {take: nee, id: zolder, name: Zolder}\n"
        "  - {take: onbekend, id: kelder, name: Kelder}\n",
        encoding="utf-8",
    )
    before = files_of(root)
    code, told = run(root, "review", str(review))
    assert code == 1
    assert "x.yaml:4:12" in told
    assert "Typ ook hier ja" in told
    assert "geen fiche met de id onbekend" in told
    assert files_of(root) == before
