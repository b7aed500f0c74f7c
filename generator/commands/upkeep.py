"""The commands that keep records fresh: `stale` and `confirm`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.mail.sending import send
from generator.model.fields import parse_date
from generator.model.guide import Guide
from generator.model.reviews import Review, reviews, reviews_elsewhere
from generator.project import Project, staff_words
from generator.reading.confirming import Confirmation, confirm_records
from generator.reminders import Reminder, reminders
from generator.source import load
from generator.wording.dates import full_date
from generator.wording.lines import one_line

MAILS = Path(".build/mail")
"""Where mails go if nobody says where."""
OFFERS, SOCIALMAP = "offers.yaml", "socialmap.yaml"


def _add_stale(stale: ArgumentParser) -> None:
    _ = staff_words().gettext
    stale.add_argument("--all", action="store_true", help=_("also what is not due yet"))
    stale.add_argument(
        "--mail",
        nargs="?",
        type=Path,
        const=MAILS,
        metavar="DIR",
        help=_("write a mail to each who is to be asked, in this folder ({folder})").format(folder=MAILS),
    )
    stale.add_argument("--send", action="store_true", help=_("send these mails, through a mail server"))


def _add_confirm(confirm: ArgumentParser) -> None:
    _ = staff_words().gettext
    confirm.add_argument("ids", nargs="+", metavar="ID", help=_("the id of a record, such as digipunt"))
    confirm.add_argument("--by", required=True, metavar="NAME", help=_("who says so"))
    confirm.add_argument("--on", metavar="DATE", help=_("when that was (today)"))
    confirm.add_argument("--how", metavar="TEXT", help=_("how they know: phoned, visited, mailed"))


def _run_stale(project: Project, options: Namespace, today: date) -> int:
    """`stale`: what is due, by person, soonest first. Raises BuildStopped with all mistakes."""
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    source = load(project, today)
    if options.send:
        return _send_mails(reminders(source))
    if options.mail:
        return _write_mails(project, reminders(source), project.root / options.mail)
    every = sorted(reviews(source.guide), key=_urgency)
    shown = [review for review in every if options.all or review.is_due(today)]
    by_person = sorted(shown, key=lambda review: (review.checked is None, _person(review).casefold()))
    for heading, found in groupby(by_person, lambda review: _heading(review, today)):
        print(heading)
        for review in found:
            print(_row(review))
        print()
    _tell_of_others(source.guide, today, everything=options.all)
    count = sum(review.is_due(today) for review in every)
    print(ngettext("{count} record is due.", "{count} records are due.", count).format(count=count))
    if count:
        print(_('Still right? Then write it down with: python -m generator confirm ID --by "Your name"'))
    return DONE


def _heading(review: Review, today: date) -> str:
    """Who knows more of it, and when it was due; most records of a person were checked on one day."""
    _ = staff_words().gettext
    if review.checked is None:
        return _("Never checked by anybody:")
    return f"{_person(review).rstrip(':')}, {_state(review, today)}:"


def _row(review: Review) -> str:
    """The id and what is said of it; a long id stands on a line of its own, so that the column holds."""
    first = f"{review.id}\n  {'':<32}" if len(review.id) > 32 else f"{review.id:<32}"
    return f"  {first} {one_line(review.name)}"


def _tell_of_others(guide: Guide, today: date, *, everything: bool) -> None:
    """Records that were taken over: it is not for us to ask, but we can tell their keepers."""
    _ = staff_words().gettext
    found = sorted(reviews_elsewhere(guide), key=lambda pair: (pair[0].name.first, *_urgency(pair[1])))
    # No guide publishes when its helplines were checked.
    told = [(home, review) for home, review in found if review.shelf != "helplines"]
    shown = [(home, review) for home, review in told if everything or review.is_due(today)]
    for (name, site), kept in groupby(shown, lambda pair: (pair[0].name.first, pair[0].site)):
        print(_("Kept by {home}, {site}:").format(home=one_line(name), site=site))
        for _home, review in kept:
            print(f"{_row(review)}, {_state(review, today)}")
        print()


def _write_mails(project: Project, mails: Sequence[Reminder], folder: Path) -> int:
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    outside.write_files(folder, {mail.file: mail.message for mail in mails})
    unknown = _("fill in the address yourself")
    for mail in mails:
        said = ngettext("{file}: {person}, {count} record", "{file}: {person}, {count} records", mail.records)
        line = said.format(file=mail.file, person=one_line(mail.person), count=mail.records)
        print(line if mail.email else f"{line} ({unknown})")
    print(_("Open them in your mail program, and send them: {folder}").format(folder=project.in_root(folder)))
    return DONE


def _send_mails(mails: Sequence[Reminder]) -> int:
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    try:
        server = outside.mail_server()
    except ValueError:
        said = _("STEKWIJZER_SMTP_PORT is a number, and STEKWIJZER_SMTP_SECURITY starttls, ssl or none.")
        print(said, file=sys.stderr)
        return WRONG_USE
    if server is None:
        print(_("Which mail server? Put it in STEKWIJZER_SMTP_HOST; the README tells more."), file=sys.stderr)
        return WRONG_USE
    known = [mail for mail in mails if mail.email]
    if known and not server.sender and b"\r\nFrom: " not in known[0].message:
        print(_("From whom? Put an address in STEKWIJZER_SMTP_FROM."), file=sys.stderr)
        return WRONG_USE
    try:
        send((mail.message for mail in known), server)
    except OSError as error:
        print(_("The mail server did not take the mails: {why}").format(why=error), file=sys.stderr)
        return MISTAKES
    print(ngettext("{count} mail was sent.", "{count} mails were sent.", len(known)).format(count=len(known)))
    for mail in mails:
        if not mail.email:
            print(_("No mail to {person}: there is no address.").format(person=one_line(mail.person)))
    return DONE


def _run_confirm(project: Project, options: Namespace, today: date) -> int:
    """`confirm ID...`: writes `checked` into the files, and nothing else. Raises BuildStopped."""
    words = staff_words()
    _ = words.gettext
    day = _day(options.on, today)
    if day is None:
        print(_("After --on comes a date that is not in the future, such as 2026-11-23."), file=sys.stderr)
        return WRONG_USE
    if not options.by.strip():
        print(_("After --by comes a name."), file=sys.stderr)
        return WRONG_USE
    guide = load(project, today).guide
    found = [match for name in options.ids if (match := _find(guide, name))]
    if len(found) < len(options.ids):
        print(_("Nothing was changed."), file=sys.stderr)
        return WRONG_USE
    confirmation = Confirmation(day, options.by.strip(), options.how)
    before = {name: project.text(name) for name in (OFFERS, SOCIALMAP)}
    texts: dict[str, str] = {}
    for shelf, records in groupby(sorted(found, key=lambda review: review.shelf), lambda r: r.shelf):
        file = OFFERS if shelf == "offers" else SOCIALMAP
        text = texts.get(file) or before[file]
        texts[file] = confirm_records(text, shelf, {review.id for review in records}, confirmation)
    project.rewrite(texts, before)
    for review in found:
        print(
            _("{name}: confirmed by {person} on {day}.").format(
                name=one_line(review.name), person=confirmation.by, day=full_date(words, day)
            )
        )
    return DONE


def _urgency(review: Review) -> tuple[date, str]:
    return review.due or date.min, review.id


def _person(review: Review) -> str:
    """Who checked it the last time."""
    _ = staff_words().gettext
    if review.checked is None:
        return ""
    return one_line(review.checked.by or "") or _("Nobody's name is with it:")


def _state(review: Review, today: date) -> str:
    words = staff_words()
    _ = words.gettext
    if review.due is None:
        return _("never checked")
    day = full_date(words, review.due)
    return (_("was due on {day}") if review.is_due(today) else _("is due on {day}")).format(day=day)


def _day(typed: str | None, today: date) -> date | None:
    try:
        day = parse_date(typed) if typed else today
    except PydanticCustomError:
        return None
    return day if day <= today else None


def _find(guide: Guide, typed: str) -> Review | None:
    """The record of that id (or "places/huis", where two have the same); says so if there is none."""
    _ = staff_words().gettext
    every = list(reviews(guide))
    shelf, slash, name = typed.rpartition("/")
    found = [review for review in every if review.id == name and (not slash or review.shelf == shelf)]
    if len(found) == 1:
        return found[0]
    if found:
        said = _("There is more than one {id}. Choose one of: {choices}.")
        choices = ", ".join(f"{review.shelf}/{review.id}" for review in found)
        print(said.format(id=typed, choices=choices), file=sys.stderr)
        return None
    elsewhere = (home for home, review in reviews_elsewhere(guide) if review.id == name)
    if keeper := next(elsewhere, None):
        said = _("{id} was taken over from {home}: let them confirm it. {site}")
        print(said.format(id=typed, home=one_line(keeper.name.first), site=keeper.site), file=sys.stderr)
        return None
    said = _("There is no record {id}, or it has ended.").format(id=typed)
    near = get_close_matches(name, [review.id for review in every], n=3, cutoff=0.6)
    meant = _("Did you mean {meant}?").format(meant=", ".join(near))
    print(f"{said} {meant}" if near else said, file=sys.stderr)
    return None


COMMANDS = {"stale": Command(_run_stale, _add_stale), "confirm": Command(_run_confirm, _add_confirm)}
