"""The commands `import hsds`, `import ics` and `import review`: a partner's data, reviewed by staff first."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from generator import project as outside
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.fetching import FetchError, Manners, Visitor
from generator.incoming.calendars.offers import read_offers
from generator.incoming.calendars.reading import read_calendar
from generator.incoming.hsds.collecting import collect, collect_texts
from generator.incoming.hsds.records import Origin, read_hsds
from generator.incoming.likeness import lay_beside
from generator.incoming.review_file import write_review
from generator.incoming.shapes import MODELS, Ask, Feed, FeedError, Identities
from generator.incoming.taking import at_their_lines, choose, new_texts
from generator.incoming.telling import Teller, count_shelves
from generator.problems import BuildStopped
from generator.project import RECORD_FILES, Project, staff_words
from generator.reading.files import read_tree
from generator.reading.likely import slugified
from generator.source import Source, load, read_project
from generator.wording.lines import one_line

FEEDS = ("hsds", "ics")
REVIEW = "review"
MOST_BYTES = 20_000_000
T = TypeVar("T")


def run_incoming(project: Project, options: Namespace, today: date) -> int:
    """Raises BuildStopped with all mistakes in our own files, or in the file under review."""
    if missing := project.missing_files():
        _ = staff_words().gettext
        said = _(
            "Before you import from a partner, there has to be a guide. In {folder} there is no {files}."
        )
        print(said.format(folder=project.root, files=", ".join(missing)), file=sys.stderr)
        return WRONG_USE
    source = load(project, today)
    if options.format == REVIEW:
        return _take_over(source, options)
    return _bring_in(source, options)


def _bring_in(source: Source, options: Namespace) -> int:
    """A feed becomes a file to review; the guide stays as it is."""
    words, project = staff_words(), source.project
    _ = words.gettext
    named = _is_address(options.file)
    host = urlsplit(options.file).hostname if named else Path(options.file).stem
    target = options.to or project.root / f"nakijken-{slugified(host or '') or 'import'}.yaml"
    if not options.dry_run and (refusal := _refusal(project, target)):
        print(refusal, file=sys.stderr)
        return WRONG_USE
    origin = Origin(_("Data of {partner}").format(partner=host), options.file if named else "")
    try:
        feed = _feed(source, options, origin)
    except FeedError as error:
        print(f"{options.file}: {error.message}\n{error.remedy}".rstrip(), file=sys.stderr)
        return MISTAKES if not isinstance(error.__cause__, FetchError | OSError) else WRONG_USE
    beside = lay_beside(feed, source.guide, _)
    print(_("Read: {counts}.").format(counts=count_shelves(feed.records, words) or "0"))
    for line in (*feed.notes, *Teller(beside, source.guide, words, source.today).lines()):
        print(line)
    for one in beside.new:
        for left in one.incoming.left_out:
            print(_("{id}, not taken over: {what}").format(id=one.incoming.id, what=left))
    if not beside.new:
        print(_("There is nothing new to review."))
        return DONE
    if options.dry_run:
        print(_("Nothing was written yet. Type it again without --dry-run to review this."))
        return DONE
    shown = project.in_root(target)
    text = write_review(beside, feed.title, shown, [theme.id for theme in source.guide.themes], _)
    try:
        Project(target.resolve().parent).rewrite({target.name: text}, {})
    except OSError as error:
        return _cannot(str(target), error)
    print(_("Written: {path}").format(path=shown))
    print(
        _("Nothing of it is in the guide yet. Open the file and choose; how, stands at its top. Then type:")
    )
    print(f"  .venv/bin/python -m generator import review {shown}")
    return DONE


def _feed(source: Source, options: Namespace, origin: Origin) -> Feed:
    words = staff_words()
    _, guide = words.gettext, source.guide
    ids = Identities({shelf: frozenset(r.id for r in getattr(guide, shelf)) for shelf in MODELS})
    if options.format == "ics":
        typed = options.file
        raw = _asking(source, lambda ask: ask(typed)) if origin.address else _file(Path(typed))
        events = read_calendar(raw, _)
        return read_offers(events, origin.title, origin.address, guide, words, source.today, ids)
    if origin.address:
        found = _asking(source, lambda ask: collect(options.file, ask, _))
    else:
        found = collect_texts(_texts(Path(options.file)), _)
    return read_hsds(found, origin, guide, words, source.today, ids)


def _asking(source: Source, use: Callable[[Ask], T]) -> T:
    """Lends a function that gets addresses; the first one is what somebody typed."""
    manners = Manners(f"Stekwijzer-import/1.0 (+{source.settings.url})")
    with Visitor(manners) as visitor:

        def ask(address: str) -> bytes:
            try:
                return visitor.fetch(address).body
            except FetchError as error:
                message, remedy = _trouble(error)
                raise FeedError(message, remedy) from error

        return use(ask)


def _trouble(error: FetchError) -> tuple[str, str]:
    _ = staff_words().gettext
    said: Mapping[str, str] = {
        "scheme": _("It leads to something that is no website: {address}"),
        "private": _("It leads to a computer on your own network: {address}. I do not go there."),
        "status": _("The website answers {status} for {address}."),
        "large": _("What stands at {address} is far too large."),
        "timeout": _("The website takes too long to answer: {address}"),
        "secure": _("The website has no valid certificate: {address}"),
        "loop": _("The address keeps leading to another one: {address}"),
        "name": _("There is no website of that name: {address}"),
        "refused": _("The website does not answer: {address}"),
        "other": _("Nothing that I can read comes from {address}."),
    }
    message = said[error.trouble].format(address=one_line(error.address)[:200], status=error.status)
    return message, _("Look whether the address is right, and try again later.")


def _texts(path: Path) -> list[bytes]:
    """The records in a file, or in a folder such as data/hsds."""
    _ = staff_words().gettext
    if not path.is_dir():
        return [_file(path)]
    found = [
        file
        for shelf in ("services", "organizations", "locations")
        for file in outside.files_below(path / shelf, ".json")
        if not file.name.startswith("page-")
    ]
    if not found:
        raise FeedError(
            _("There is no HSDS in this folder."), _("It has folders named services and organizations.")
        )
    return [_file(file) for file in found]


def _file(path: Path) -> bytes:
    _ = staff_words().gettext
    try:
        raw = outside.start_of(path, MOST_BYTES)
    except OSError as error:
        reason = error.strerror or str(error)
        said = _("I cannot open {path}: {reason}").format(path=path, reason=reason)
        raise FeedError(said) from error
    if len(raw) > MOST_BYTES:
        raise FeedError(_("This file is far too large."), _("Ask the partner for a smaller one."))
    return raw


def _take_over(source: Source, options: Namespace) -> int:
    """What staff chose in a file comes into the guide."""
    words, project = staff_words(), source.project
    _, ngettext = words.gettext, words.ngettext
    path = Path(options.file)
    try:
        taking = choose(_file(path), path.name, source.guide, _)
    except FeedError as error:
        print(f"{error.message}\n{error.remedy}".rstrip(), file=sys.stderr)
        return WRONG_USE
    if taking.problems:
        raise BuildStopped(taking.problems)
    texts = {name: project.text(name) for name in RECORD_FILES[:2]}
    data: dict[str, object] = {}
    for name, text in texts.items():
        tree, _findings = read_tree(text.encode(), name, _)
        data |= tree.data if isinstance(tree.data, dict) else {}
    made = new_texts(taking, texts, data, RECORD_FILES)
    checked = read_project(project.draft(made), source.today)
    if checked.guide is None:
        raise BuildStopped(tuple(at_their_lines(checked.problems, made, taking, _)))
    if new := taking.new:
        said = ngettext("{count} record comes in:", "{count} records come in:", len(new))
        print(said.format(count=len(new)), *(choice.id for choice in new), sep="\n  ")
    for count, said in (
        (
            len(taking.same),
            ngettext("{count} record is one of ours.", "{count} records are ours.", len(taking.same)),
        ),
        (
            len(taking.before),
            ngettext(
                "{count} record was taken over before.",
                "{count} records were taken over before.",
                len(taking.before),
            ),
        ),
        (taking.left, ngettext("{count} record is left.", "{count} records are left.", taking.left)),
    ):
        if count:
            print(said.format(count=count))
    if not made:
        print(_("Nothing was chosen. Write ja behind take where you want to take something over."))
    elif options.dry_run:
        print(_("Nothing was written yet. Type it again without --dry-run to take this over."))
    else:
        project.rewrite(made, texts)
        print(_("Written: {path}").format(path=", ".join(made)))
        print(_("You can throw away {path} now.").format(path=path))
    return DONE


def _refusal(project: Project, target: Path) -> str:
    _ = staff_words().gettext
    if target.exists():
        said = _("There is a {path} already. Finish that one or throw it away, or choose a name with --to.")
        return said.format(path=project.in_root(target))
    if target.resolve().is_relative_to((project.root / "content").resolve()):
        return _("What is in content comes on the website. Choose another folder with --to.")
    return ""


def _is_address(typed: str) -> bool:
    return "://" in typed


def _cannot(path: str, error: OSError) -> int:
    _ = staff_words().gettext
    print(
        _("I cannot open {path}: {reason}").format(path=path, reason=error.strerror or error), file=sys.stderr
    )
    return WRONG_USE
