"""A whole mail as a file (.eml): open it in a mail program, choose to whom it goes, and send it."""

from datetime import UTC, date, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import urlsplit

from generator.mail.letter import Letter


def render_message(letter: Letter, html: str, text: str) -> bytes:
    """Both versions as alternatives; the same input gives the same bytes."""
    guide, view = letter.guide, letter.view
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"{view.title} ({guide.name})"
    if guide.fallback.email:
        message["From"] = Address(str(guide.publisher), addr_spec=guide.fallback.email)
    message["Date"] = format_datetime(datetime.combine(date.fromisoformat(guide.today), time(), UTC))
    identity = sha256(f"{text}{html}".encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{view.month}.{identity}@{urlsplit(letter.root).hostname}>"
    # Outlook then opens it as a mail to be sent.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = guide.language
    # Python would draw the boundary by lot.
    message.set_boundary(f"=_{identity}")
    return message.as_bytes()
