"""A mail that asks somebody whether records are still right: plain text and HTML, in Dutch."""

import textwrap
from collections.abc import Iterator

from generator.mail.environment import mail_environment
from generator.mail.message import Envelope, compose
from generator.views.staff_reminder import ReminderView
from generator.wording.words import Words

_WIDTH = 72


def render_reminder(view: ReminderView, words: Words) -> bytes:
    """One mail as a file (.eml); the same input gives the same bytes."""
    html = mail_environment().get_template("staff_reminder.html").render(view=view, _=words.gettext)
    envelope = Envelope(
        subject=view.subject,
        language=words.language,
        today=view.today,
        root=view.root,
        topic=f"nakijken-{view.today}",
        sender=view.sender,
        recipient=(view.person, view.email),
    )
    return compose(envelope, html, "\n".join(_text(view, words)) + "\n").as_bytes()


def _text(view: ReminderView, words: Words) -> Iterator[str]:
    look = words.gettext("Look at it:")
    yield from (view.greeting, "")
    yield from (*textwrap.wrap(view.lead, _WIDTH), "")
    for record in view.records:
        yield f"* {record.name}"
        yield f"  {record.state}"
        if record.page:
            yield f"  {look} {record.page}"
        for link in record.links:
            yield f"  {link.text}: {link.address}"
        yield ""
    yield from textwrap.wrap(view.closing, _WIDTH)
    yield view.signed
