"""A whole mail as a file (.eml): open it in a mail program, choose to whom it goes, and send it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import urlsplit

from generator.mail.letter import Letter
from generator.wording.lines import one_line


@dataclass(frozen=True)
class Envelope:
    """What stands around the texts of a mail. All of it may come from records: nothing is trusted."""

    subject: str
    language: str
    today: str
    """The day of the build, ISO."""
    root: str
    """The address of the site: the identity of the mail has its host."""
    topic: str
    """What the identity begins with: "2026-12"."""
    sender: tuple[str, str] = ("", "")
    """Name, and address; without an address the mail has no sender yet."""
    recipient: tuple[str, str] = ("", "")


def compose(envelope: Envelope, html: str, text: str) -> EmailMessage:
    """Both versions as alternatives; the same input gives the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(envelope.subject)
    for field, (name, address) in (("From", envelope.sender), ("To", envelope.recipient)):
        if known := _address(name, address):
            message[field] = known
    message["Date"] = format_datetime(datetime.combine(date.fromisoformat(envelope.today), time(), UTC))
    identity = sha256(f"{envelope.recipient[1]}{text}{html}".encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{envelope.topic}.{identity}@{urlsplit(envelope.root).hostname}>"
    # Outlook then opens it as a mail to be sent.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.language
    # Python would draw the boundary by lot.
    message.set_boundary(f"=_{identity}")
    return message


def _address(name: str, address: str) -> Address | None:
    """None where the address cannot stand in the head of a mail."""
    if not address or not address.isascii() or one_line(address) != address:
        return None
    try:
        return Address(one_line(name), addr_spec=address)
    except (ValueError, MessageError):
        return None


def render_message(letter: Letter, html: str, text: str) -> bytes:
    """The mail of a newsletter."""
    guide, view = letter.guide, letter.view
    envelope = Envelope(
        subject=f"{view.title} ({guide.name})",
        language=guide.language,
        today=guide.today,
        root=letter.root,
        topic=view.month,
        sender=(str(guide.publisher), guide.fallback.email),
    )
    return compose(envelope, html, text).as_bytes()
