"""The mails that ask people whether their records are still right."""

import re
import unicodedata
from dataclasses import dataclass

from generator import project as outside
from generator.mail.staff_reminder import render_reminder
from generator.source import Source, view_context
from generator.views.staff_reminder import Desk, view_reminders

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Reminder:
    """One mail."""

    file: str
    """What to call it: "jan-peeters.eml"."""
    person: str
    email: str
    """Empty if it is not known."""
    records: int
    message: bytes


def reminders(source: Source) -> tuple[Reminder, ...]:
    """A mail for each who has records that are due, by name."""
    words = outside.words_of(outside.FIRST_LANGUAGE)
    names: dict[str, int] = {}
    made = []
    for view in view_reminders(view_context(source, outside.FIRST_LANGUAGE), desk_of(source)):
        name = _file_name(view.person)
        names[name] = names.get(name, 0) + 1
        number = f"-{names[name]}" if names[name] > 1 else ""
        message = render_reminder(view, words)
        made.append(Reminder(f"{name}{number}.eml", view.person, view.email, len(view.records), message))
    return tuple(made)


def desk_of(source: Source) -> Desk:
    """Where answers go in this neighbourhood."""
    neighbourhood = source.guide.neighbourhood
    # The form comes with a setting of its own; a neighbourhood without it has no form.
    form = f"{source.settings.url}beheer/" if getattr(neighbourhood, "editor", None) else ""
    return Desk(form, source.settings.repository, neighbourhood.fallback.email or "")


def _file_name(person: str) -> str:
    plain = unicodedata.normalize("NFKD", person).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")[:60] or "iemand"
