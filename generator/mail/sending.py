"""Gives mails to a mail server (SMTP)."""

import ssl
from collections.abc import Iterable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import SMTP


@dataclass(frozen=True)
class MailServer:
    """The server that sends our mails, and how it lets us in."""

    host: str
    port: int = 587
    security: str = "starttls"
    """starttls, ssl, or none for a server on this machine."""
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    """The address that the mails come from; else that of the neighbourhood."""


def send(mails: Iterable[bytes], server: MailServer) -> None:
    """Sends each mail to whom it is for. Raises OSError (smtplib's are such) if the server will not."""
    # Every build reads where mails go, and few send any.
    import smtplib

    safe = ssl.create_default_context()
    encrypted = server.security == "ssl"
    connect = smtplib.SMTP_SSL(server.host, server.port, timeout=30, context=safe) if encrypted else (
        smtplib.SMTP(server.host, server.port, timeout=30)
    )  # fmt: skip
    with connect as line:
        if server.security == "starttls":
            line.starttls(context=safe)
        if server.user:
            line.login(server.user, server.password)
        for raw in mails:
            message = message_from_bytes(raw, policy=SMTP)
            # That is for mail programs: this mail is sent already.
            del message["X-Unsent"]
            if server.sender:
                del message["From"]
                message["From"] = server.sender
            line.send_message(message)
