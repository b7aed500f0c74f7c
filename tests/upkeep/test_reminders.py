"""`stale --mail` and `stale --send`: whom we ask, with what, and that no name can do harm."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.mail.staff_reminder import render_reminder
from generator.project import Project, words_of
from generator.reminders import reminders
from generator.source import Source, load, view_context
from generator.views.staff_reminder import Desk, ReminderView, view_reminders
from tests.tools.builds import command_here
from tests.tools.html import start_tags
from tests.tools.paths import INVENTED
from tests.tools.records import secrets

TODAY = date(2026, 11, 23)
GITHUB = Desk(repository="https://github.com/voorbeeld/gids")


@cache
def source() -> Source:
    return load(Project(INVENTED), TODAY)


@cache
def views(desk: Desk) -> tuple[ReminderView, ...]:
    return view_reminders(view_context(source(), "nl"), desk)


def read(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def parts(raw: bytes) -> tuple[str, str]:
    """The plain text and the HTML of a mail."""
    message = read(raw)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_everything_that_is_due_is_asked_once_and_text_and_html_have_the_same_links() -> None:
    found = views(GITHUB)
    pages = [record.page for view in found for record in view.records if record.page]
    assert len(pages) == len(set(pages))
    assert f"{source().settings.url}sociale-kaart/nooit-nagekeken/" in pages
    for view in found:
        text, html = parts(render_reminder(view, words_of("nl")))
        addresses = [values["href"] for tag, values in start_tags(html) if tag == "a"]
        for record in view.records:
            assert record.name in text
            assert len(record.links) == 3
            for link in record.links:
                assert f"{link.text}: {link.address}" in text
                assert link.address in addresses


@pytest.mark.parametrize(
    ("desk", "begins", "title"),
    [
        (GITHUB, "https://github.com/voorbeeld/gids/issues/new?", "title"),
        (
            Desk(repository="https://gitlab.com/voorbeeld/gids/"),
            "https://gitlab.com/voorbeeld/gids/-/issues/new?",
            "issue[title]",
        ),
        (
            Desk(repository="https://git.voorbeeld.example/a/b"),
            "https://git.voorbeeld.example/a/b/issues/new?",
            "title",
        ),
        (Desk(email="huis@voorbeeld.example"), "mailto:huis@voorbeeld.example?", "subject"),
        (Desk(), "mailto:?", "subject"),
    ],
)
def test_an_answer_is_filled_in_already(desk: Desk, begins: str, title: str) -> None:
    right, change, ended = views(desk)[0].records[0].links
    for link, word in ((right, "Klopt nog: "), (change, "Aan te passen: "), (ended, "Gestopt: ")):
        assert link.address.startswith(begins)
        filled = parse_qs(urlsplit(link.address).query)
        assert filled[title][0].startswith(word)
        assert "/" in filled[title][0]


def test_a_change_goes_to_the_form_where_there_is_one() -> None:
    desk = replace(GITHUB, form="https://voorbeeld.example/beheer/")
    right, change, ended = views(desk)[0].records[0].links
    assert change.address.startswith("https://voorbeeld.example/beheer/#/collections/")
    assert "/issues/new?" in right.address
    assert "/issues/new?" in ended.address


def test_nothing_secret_and_nothing_to_log_in_with_is_in_a_mail() -> None:
    told = "".join(text for mail in reminders(source()) for text in parts(mail.message))
    assert [secret for secret in secrets(INVENTED) if secret in told] == []
    assert not any(word in told.lower() for word in ("token", "password", "wachtwoord", "secret"))


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (reminders(load(Project(INVENTED), TODAY)) for _ in range(2))
    assert first == second
    assert read(first[0].message)["Date"] == "Mon, 23 Nov 2026 00:00:00 +0000"
    identities = [read(mail.message)["Message-ID"] for mail in first]
    assert len(set(identities)) == len(identities)


@pytest.mark.parametrize("where", ["person", "subject", "sender"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\u2028", "\x00"])
def test_a_hostile_name_adds_no_line_to_the_head_of_a_mail(where: str, end: str) -> None:
    hostile = f'Zita{end}Bcc: dief@elders.example{end}{end}<script>alert(1)</script>" <x@y.example>'
    view = replace(views(GITHUB)[0], email="zita@voorbeeld.example", greeting=hostile)
    changed = {
        "person": replace(view, person=hostile),
        "subject": replace(view, subject=hostile),
        "sender": replace(view, sender=(hostile, "huis@voorbeeld.example")),
    }
    raw = render_reminder(changed[where], words_of("nl"))
    message = read(raw)
    assert message["Bcc"] is None
    assert [address.addr_spec for address in message["To"].addresses] == ["zita@voorbeeld.example"]
    assert "<script>" not in parts(raw)[1]


@pytest.mark.parametrize("address", ["zita@c.example\r\nBcc: x@y.example", "a b@c.example", "é@c.example"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    message = read(render_reminder(replace(views(GITHUB)[0], email=address), words_of("nl")))
    assert message["To"] is None
    assert message["Bcc"] is None


class _Taken(socketserver.StreamRequestHandler):
    """As much of a mail server as it takes to be given a mail."""

    taken: list[tuple[str, bytes]] = []  # noqa: RUF012 - shared by all mails of a test on purpose

    def handle(self) -> None:
        self.wfile.write(b"220 voorbeeld\r\n")
        to = ""
        while line := self.rfile.readline().strip():
            command = line[:4].upper()
            if command == b"RCPT":
                to = line.decode()
            if command == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                mail = b""
                while (text := self.rfile.readline()) != b".\r\n":
                    mail += text
                self.taken.append((to, mail))
            self.wfile.write(b"221 bye\r\n" if command == b"QUIT" else b"250 yes\r\n")
            if command == b"QUIT":
                return


@contextmanager
def _mail_server() -> Iterator[int]:
    _Taken.taken.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Taken) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_mails_go_into_a_folder_and_nothing_there_is_lost(invented_copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "brief.txt").write_text("van mij", encoding="utf-8")
    place = ("--root", str(invented_copy), "--today", str(TODAY))
    code, said = command_here("stale", "--mail", str(folder), *place)
    assert code == 0
    made = sorted(path.name for path in folder.glob("*.eml"))
    assert made
    assert all(name in said for name in made)
    assert (folder / "brief.txt").read_text(encoding="utf-8") == "van mij"


def test_mails_are_sent_to_who_has_an_address(invented_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = ("--root", str(invented_copy), "--today", str(TODAY))
    code, said = command_here("stale", "--send", *place)
    assert code == 2
    assert "STEKWIJZER_SMTP_HOST" in said
    monkeypatch.setenv("STEKWIJZER_SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("STEKWIJZER_SMTP_SECURITY", "none")
    with _mail_server() as port:
        monkeypatch.setenv("STEKWIJZER_SMTP_PORT", str(port))
        code, said = command_here("stale", "--send", *place)
    assert code == 0, said
    assert _Taken.taken
    for to, mail in _Taken.taken:
        assert read(mail)["To"].addresses[0].addr_spec in to
        assert b"X-Unsent" not in mail
        assert parts(mail)[0].startswith("Dag ")
    assert "er is geen adres" in said
    monkeypatch.setenv("STEKWIJZER_SMTP_PORT", "1")
    code, said = command_here("stale", "--send", *place)
    assert code == 1
    assert "nam de mails niet aan" in said
