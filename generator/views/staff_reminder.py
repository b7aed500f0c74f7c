"""Whom to ask whether records are still right, and with which links; no link holds what lets somebody in."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urlencode, urlsplit

from generator.model.guide import Guide
from generator.model.reviews import Review, organisation_of, reviews
from generator.views.context import ViewContext
from generator.views.staff_state import kind_of, page_of
from generator.wording.dates import full_date


@dataclass(frozen=True)
class Desk:
    """Where an answer can go. Whatever is empty is not there."""

    form: str = ""
    """The address of the form in the browser: "https://.../beheer/"."""
    repository: str = ""
    """The address of the project on GitHub, GitLab, Gitea or Forgejo: "https://github.com/wijk/gids"."""
    email: str = ""


@dataclass(frozen=True)
class AnswerLink:
    text: str
    address: str


@dataclass(frozen=True)
class ReminderRecord:
    """A record that is due."""

    name: str
    state: str
    """ "aanbod, nagekeken op 19 december 2022"."""
    page: str
    """Its address on the website, or empty."""
    links: tuple[AnswerLink, ...]
    """Still right, change it, it ended."""


@dataclass(frozen=True)
class ReminderView:
    """One mail to one person or organisation."""

    person: str
    email: str
    """Empty where nobody wrote it down: the sender fills it in."""
    subject: str
    greeting: str
    lead: str
    records: tuple[ReminderRecord, ...]
    closing: str
    signed: str
    sender: tuple[str, str]
    """Name, and address if it is known."""
    today: str
    root: str


def view_reminders(context: ViewContext, desk: Desk) -> tuple[ReminderView, ...]:
    """A mail for each who is to be asked, by name; within it the longest due first."""
    guide, today = context.guide, context.today
    due = [review for review in reviews(guide) if review.is_due(today) and _is_shown(review, guide)]
    due.sort(key=lambda review: (review.due is not None, review.due or today, review.id))
    asked = sorted(((_person(review, guide), review) for review in due), key=lambda pair: pair[0].casefold())
    return tuple(
        _reminder(context, desk, person, [review for _person, review in found])
        for person, found in groupby(asked, key=lambda pair: pair[0])
    )


def _is_shown(review: Review, guide: Guide) -> bool:
    """A worker who is named nowhere is not named in a mail either."""
    return review.shelf != "contacts" or guide.contact[review.id].publish


def _person(review: Review, guide: Guide) -> str:
    """Who checked it the last time; else the organisation that knows; else the meeting house."""
    if review.checked and review.checked.by:
        return " ".join(review.checked.by.split())
    return (organisation_of(review, guide) or guide.neighbourhood.fallback).name.first


def _email(person: str, found: Iterable[Review], guide: Guide) -> str:
    """That of the person or the organisation of that name; else of the organisation of all records."""
    fallback = guide.neighbourhood.fallback
    for contact in guide.contacts:
        if contact.name == person and contact.email:
            return contact.email
    named = [organisation.email for organisation in guide.organisations if organisation.name.first == person]
    if fallback.name.first == person:
        named.append(fallback.email)
    owners = {owner.id: owner for review in found if (owner := organisation_of(review, guide))}
    if len(owners) == 1:
        named += [owner.email for owner in owners.values()]
    return next((email for email in named if email), "")


def _reminder(context: ViewContext, desk: Desk, person: str, found: list[Review]) -> ReminderView:
    _, ngettext = context.words.gettext, context.words.ngettext
    neighbourhood = context.guide.neighbourhood
    count = len(found)
    subject = ngettext(
        "Is this still right? {count} record of {place}",
        "Is this still right? {count} records of {place}",
        count,
    )
    lead = ngettext(
        "Is this record still right? Choose one of the three below it. It takes a minute.",
        "Are these {count} records still right? Choose one of the three below each of them.",
        count,
    )
    return ReminderView(
        person=person,
        email=_email(person, found, context.guide),
        subject=subject.format(count=count, place=neighbourhood.name.first),
        greeting=_("Hello {name},").format(name=person),
        lead=lead.format(count=count),
        records=tuple(_record(context, desk, review) for review in found),
        closing=_("Does a link not work? Just answer this mail. Thank you for your help!"),
        signed=neighbourhood.fallback.name.first,
        sender=(neighbourhood.publisher.first, desk.email),
        today=context.today.isoformat(),
        root=context.site_url,
    )


def _record(context: ViewContext, desk: Desk, review: Review) -> ReminderRecord:
    _ = context.words.gettext
    if review.checked:
        state = _("checked on {date}").format(date=full_date(context.words, review.checked.on))
    else:
        state = _("never checked")
    state = f"{kind_of(context.words, review)}, {state}"
    page = page_of(review)
    key, name = f"{review.shelf}/{review.id}", review.name
    right = _("{name} is still right.").format(name=name)
    changed = _("This is not right any more at {name}, and how it is now:").format(name=name)
    ended = _("{name} has ended, since this day, and what people can do instead:").format(name=name)
    form = f"{desk.form}#/collections/{review.shelf}/entries/{quote(review.id)}" if desk.form else ""
    return ReminderRecord(
        name=name,
        state=state,
        page=f"{context.site_url}{page}" if page else "",
        links=(
            AnswerLink(_("Still right"), _answer(desk, _("Still right: {key}").format(key=key), right)),
            AnswerLink(
                _("Change it"), form or _answer(desk, _("To change: {key}").format(key=key), f"{changed}\n\n")
            ),
            AnswerLink(_("It ended"), _answer(desk, _("Ended: {key}").format(key=key), f"{ended}\n\n")),
        ),
    )


def _answer(desk: Desk, title: str, body: str) -> str:
    """An issue that is filled in already, where there is a project; else a mail that is."""
    if not desk.repository:
        filled = urlencode({"subject": title, "body": body.replace("\n", "\r\n")}, quote_via=quote)
        return f"mailto:{quote(desk.email, safe='@')}?{filled}"
    root = desk.repository.rstrip("/")
    if "gitlab" in (urlsplit(root).hostname or ""):
        filled = urlencode({"issue[title]": title, "issue[description]": body}, quote_via=quote)
        return f"{root}/-/issues/new?{filled}"
    return f"{root}/issues/new?{urlencode({'title': title, 'body': body}, quote_via=quote)}"
