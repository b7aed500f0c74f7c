"""What a stranger may send: it becomes a clear sentence or a clean record, and never half a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.incoming.shapes import Identities
from tests.incoming.stage import files_of, impolite, run, small
from tests.tools.effort import at_most
from tests.tools.partner import Partner, a_partner


@pytest.fixture
def partner(monkeypatch: pytest.MonkeyPatch) -> Iterator[Partner]:
    impolite(monkeypatch)
    with a_partner() as found:
        yield found


def service(id_: str = "a1", **more: object) -> dict[str, object]:
    return {
        "id": id_,
        "name": f"Theekrans {id_}",
        "status": "active",
        "description": "Je drinkt thee.",
        **more,
    }


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        ("hsds", b"<!DOCTYPE html><html>", "webpagina"),
        ("hsds", b'[{"id": "a1", "name": "Th', "geen JSON"),
        ("hsds", b"[" * 100_000, "geen JSON"),
        ("hsds", b"{}", "geen diensten"),
        ("ics", b"<html></html>", "webpagina"),
        ("ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM", "geen kalender"),
        ("ics", b"\x00\xff\xfe", "geen kalender"),
    ],
)
def test_what_is_no_feed_is_said(tmp_path: Path, kind: str, raw: bytes, said: str) -> None:
    root = small(tmp_path)
    before = files_of(root)
    (tmp_path / "feed").write_bytes(raw)
    code, told = run(root, kind, str(tmp_path / "feed"))
    assert (code, said in told) == (1, True), told
    assert files_of(root) == before


def test_what_does_not_come_is_said(tmp_path: Path, partner: Partner) -> None:
    root = small(tmp_path)
    partner.has("/away", b"", 302, Location="file:///etc/passwd")
    for address, said in ((f"{partner.address}/gone", "404"), (f"{partner.address}/away", "geen website")):
        code, told = run(root, "hsds", address)
        assert (code, said in told) == (2, True), told
    code, told = run(root, "hsds", "file:///etc/passwd")
    assert (code, "geen website" in told) == (2, True), told
    code, told = run(root, "ics", str(tmp_path / "niets.ics"))
    assert (code, "niet openen" in told) == (2, True), told
    assert not list(root.glob("nakijken*"))


def test_an_address_does_nothing_in_a_terminal(tmp_path: Path, partner: Partner) -> None:
    partner.has("/away", b"", 302, Location="ftp://x/\x1b[2J")
    code, told = run(small(tmp_path), "hsds", f"{partner.address}/away")
    assert (code, "geen website" in told) == (2, True), told
    assert {sign for sign in told if not sign.isprintable()} <= {"\n"}


def test_pages_are_followed_and_whole_records_asked(tmp_path: Path, partner: Partner) -> None:
    root = small(tmp_path)
    for number in (1, 2):
        page = {"contents": [service(f"a{number}")], "page_number": number, "total_pages": 2}
        partner.has("/services" if number == 1 else "/services?page=2", json.dumps(page).encode())
        whole = service(f"a{number}", schedules=[{"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-12-01"}])
        partner.has(f"/services/a{number}", json.dumps(whole).encode())
    code, told = run(root, "hsds", f"{partner.address}/services", "--to", str(tmp_path / "x.yaml"))
    assert code == 0, told
    text = (tmp_path / "x.yaml").read_text(encoding="utf-8")
    assert text.count("on: tuesday") == 2


def test_a_circle_of_pages_ends(tmp_path: Path, partner: Partner) -> None:
    root = small(tmp_path)
    page = {"contents": [service(schedules=[])], "next": "/services"}
    partner.has("/services", json.dumps(page).encode())
    code, told = run(root, "hsds", f"{partner.address}/services", "--dry-run")
    assert (code, "kring" in told) == (0, True), told
    assert len(partner.asked) < 5


def test_hostile_texts_become_plain_ones(tmp_path: Path) -> None:
    root = small(tmp_path)
    bad = service(
        "../../etc/passwd",
        name="=cmd|' /C calc'!A0\x00\x1b[31m<b>Thee</b>\u202e\n- take: ja",
        description="<script>alert(1)</script><p>Je drinkt <i>thee</i>.</p>",
        url="javascript:alert(1)",
        languages=[{"code": "nl"}, 7, None],
        schedules=[{"freq": "WEEKLY", "byday": "XX", "opens_at": "25:99", "dtstart": "2026-13-45"}],
        cost_options=[{"amount": "1e999999"}, {"amount": -3}],
    )
    (tmp_path / "feed.json").write_text(json.dumps([bad, 3, None]), encoding="utf-8")
    code, told = run(root, "hsds", str(tmp_path / "feed.json"))
    assert code == 0, told
    assert "\x1b" not in told
    text = (root / "nakijken-feed.yaml").read_text(encoding="utf-8")
    assert text.count("take: ja") == 2  # in what is explained, and as a part of the name
    assert "\n  - take: nee\n" in text
    assert not {"<", "\x00", "\x1b", "\u202e", "javascript"} & {
        sign for sign in text if sign in "<\x00\x1b\u202e"
    }
    assert "Je drinkt thee." in text
    assert "javascript" not in text


def calendar(*lines: str) -> bytes:
    """Ten times the same event."""
    event = ("BEGIN:VEVENT", "UID:u", "SUMMARY:Theekrans", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", *event * 10, "END:VCALENDAR", "")).encode()


MANY = ",".join(map(str, range(2, 60)))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("DTSTART:20260101T100000", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), "weggelaten"),
        (("DTSTART:19570101T100000", "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO"), "weggelaten"),
        (("DTSTART:00010101T100000", "RRULE:FREQ=DAILY;BYMONTHDAY=30"), "weggelaten"),
        (("DTSTART:00010101T100000", "RRULE:FREQ=WEEKLY;COUNT=3"), "weggelaten"),
        (("DTSTART:20260101T100000", "RRULE:FREQ=YEARLY;BYWEEKNO=54"), "weggelaten"),
        (("DTSTART:20260101T100000", "RRULE:FREQ=YEARLY;BYEASTER=9999"), "weggelaten"),
        (("DTSTART:19570101T100000", f"RRULE:FREQ=DAILY;BYSETPOS={MANY}"), "weggelaten"),
        (("DTSTART:20260101T100000", f"RRULE:FREQ=YEARLY;BYYEARDAY={'366,' * 5_000}366"), "weggelaten"),
        (("DTSTART:20260101T100000", "RRULE:FREQ=DAILY;INTERVAL=0"), "weggelaten"),
        (("DTSTART:20260101T100000", "RRULE:FREQ=DAILY;BYMONTHDAY=3;UNTIL=19500101"), "voorbij"),
        (("DTSTART:20260101T100000", "RRULE:FREQ=WEEKLY;UNTIL=99991231"), "1 keer aanbod"),
        (("DTSTART:20270101T100000", "RECURRENCE-ID:gisteren"), "Gelezen: 0"),
        (("DTSTART:99991231T235959Z", "DURATION:P99999999D"), "Gelezen: 0"),
        (("DTSTART;TZID=../../etc/passwd:20270101T100000",), "1 keer aanbod"),
    ],
)  # fmt: skip
def test_a_rule_that_never_comes_true_takes_no_time(
    tmp_path: Path, lines: tuple[str, ...], said: str
) -> None:
    root = small(tmp_path)
    (tmp_path / "feed.ics").write_bytes(calendar(*lines))
    with at_most(2_000_000):
        code, told = run(root, "ics", str(tmp_path / "feed.ics"), "--dry-run")
    assert (code, said in told) == (0, True), told


def test_a_rule_of_strange_words_is_left_out(tmp_path: Path) -> None:
    """JSON may hold any text, also one that would be a second rule."""
    root = small(tmp_path)
    for byday in ("++1MO", "MO;FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "MO RRULE:FREQ=SECONDLY;BYMONTH=13"):
        when = {"freq": "MONTHLY", "byday": byday, "dtstart": "2026-01-01"}
        (tmp_path / "feed.json").write_text(json.dumps([service(schedules=[when])]), encoding="utf-8")
        code, told = run(root, "hsds", str(tmp_path / "feed.json"), "--dry-run")
        assert (code, "weggelaten" in told) == (0, True), told


def test_many_of_one_name_get_their_ids_in_no_time() -> None:
    """Counted anew for each, it would not end before the run gives up."""
    ids = Identities({})
    assert [ids.of("places", str(number), "zaal") for number in range(300_000)][-1] == "zaal-300000"
