"""print/flyers/: whether each file is described, each description has its file, and each file can be used.

What staff write is theirs to mend, so a description without its file is a mistake. What a
partner sends is not: a file that cannot be used is left out, with a warning, and costs no other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date

from generator.model.flyers import PartnerFlyer, flyer_of
from generator.model.freshness import over
from generator.model.records import Offer
from generator.model.vocabulary import Status
from generator.partners import LIMITS, Clean, CleanFile, Reason, Refusal
from generator.problems import Problem, Severity
from generator.reading.keys import nearest
from generator.reading.marks import Path
from generator.reading.sources import FLYERS_FILE, FLYERS_FOLDER
from generator.reading.traps import Gettext
from generator.reading.upkeep import Placed

_AT_ONCE = 2
"""Each takes a processor and some hundred megabytes."""


def _refuse(data: bytes) -> Refusal:
    return Refusal(Reason.TOO_HEAVY)


@dataclass(frozen=True)
class FlyerFolder:
    """The files of partners, and how to clean them."""

    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """Name -> what reads it: no more of it than `LIMITS.bytes` and one."""
    clean: Clean = _refuse


@dataclass(frozen=True)
class _Described:
    """A flyer, and where it is described."""

    flyer: PartnerFlyer
    entry: Placed
    file: Path
    until: Path
    ended: bool = False
    """Whether its offer is no longer there."""


def check_file_names(placed: Iterable[Placed], folder: FlyerFolder, today: date, _: Gettext) -> None:
    """Adds a mistake for each flyer that should be in the binder and whose file is not there."""
    for found in _described(placed):
        if found.flyer.file in folder.files or found.ended or over(found.flyer.valid_until, today):
            continue
        meant = nearest(found.flyer.file, list(folder.files))
        line, column = found.entry.tree.value((*found.entry.raw.path, *found.file))
        found.entry.findings.error(
            line,
            column,
            _("There is no file {file} in {folder}.").format(file=found.flyer.file, folder=FLYERS_FOLDER),
            _("Did you mean {meant}?").format(meant=meant)
            if meant
            else _("Put the file in that folder, or write its name as it is there."),
        )


def read_flyers(
    placed: Iterable[Placed], folder: FlyerFolder, today: date, _: Gettext
) -> tuple[dict[str, CleanFile], tuple[Problem, ...]]:
    """The files that can be used, by name; and a warning for each file that nobody describes.

    What is wrong with the others is added to the findings of the file that names them.
    """
    described = tuple(_described(placed))
    wanted: dict[str, None] = {}
    for found in described:
        end = over(found.flyer.valid_until, today)
        if end:
            found.entry.warn(
                found.until,
                _("The flyer of {id} was valid until {day}: it is not in the binder any more.").format(
                    id=found.flyer.id, day=end
                ),
                _("Look whether it is still right, and give it a new date. Keep these lines if it is over."),
                "flyer",
            )
        elif not found.ended and found.flyer.file in folder.files:
            wanted[found.flyer.file] = None
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        outcomes = dict(
            zip(wanted, threads.map(lambda name: folder.clean(folder.files[name]()), wanted), strict=True)
        )
    for found in described:
        outcome = outcomes.get(found.flyer.file)
        if isinstance(outcome, Refusal) and not over(found.flyer.valid_until, today) and not found.ended:
            message, remedy = explain_refusal(found.flyer.file, outcome, _)
            found.entry.warn(found.file, message, remedy, "flyer-file")
    named = {found.flyer.file for found in described}
    usable = {name: outcome for name, outcome in outcomes.items() if isinstance(outcome, CleanFile)}
    return usable, tuple(_undescribed(name, _) for name in folder.files if name not in named)


def _described(placed: Iterable[Placed]) -> Iterator[_Described]:
    for entry in placed:
        record = entry.record
        if isinstance(record, PartnerFlyer):
            yield _Described(record, entry, ("file",), ("valid_until",))
        elif isinstance(record, Offer) and (flyer := flyer_of(record)):
            ended = record.status not in (Status.RUNNING, Status.PLANNED)
            yield _Described(flyer, entry, ("flyer", "file"), ("flyer", "valid_until"), ended)


def _undescribed(name: str, _: Gettext) -> Problem:
    return Problem(
        f"{FLYERS_FOLDER}/{name}",
        0,
        0,
        _("Nothing is said of this file, so it is not in the binder."),
        _("Describe it in {file}: id, title, theme, organisation, valid_until, summary, file.").format(
            file=FLYERS_FILE
        ),
        severity=Severity.WARNING,
        kind="flyer-file",
    )


def explain_refusal(name: str, refusal: Refusal, _: Gettext) -> tuple[str, str]:
    """What is wrong with a file, and what to do about it."""
    again = _("Ask the partner for a new PDF, or print this one and scan it.")
    smaller = _("Ask the partner for a smaller PDF, or save it again with fewer or smaller pictures.")
    match refusal.reason:
        case Reason.EMPTY:
            what, remedy = (
                _("{file} is empty."),
                _("Save or copy it once more, or ask the partner for it again."),
            )
        case Reason.TOO_LARGE:
            what = _("{file} is larger than {most} MB.")
            remedy = smaller
        case Reason.OTHER_KIND if refusal.detail:
            what = _("{file} is no PDF, PNG or JPEG, but {kind}.")
            remedy = _("Open it in its own program and save it as PDF. Put that PDF in the folder.")
        case Reason.OTHER_KIND:
            what, remedy = _("{file} is no PDF, PNG or JPEG, whatever its name says."), again
        case Reason.LOCKED:
            what = _("{file} is locked with a password.")
            remedy = _("Ask the partner for a PDF without a password.")
        case Reason.CUT_OFF:
            what = _("The end of {file} is missing: it was not sent or copied whole.")
            remedy = _("Save or copy it once more, or ask the partner for it again.")
        case Reason.NO_PAGES:
            what, remedy = _("{file} has no pages."), again
        case Reason.TOO_MANY_PAGES:
            what = _("{file} has {detail} pages. A flyer in the binder has {pages} at most.")
            remedy = _("Save only the pages that people need as a new PDF.")
        case Reason.PAGE_TOO_LARGE:
            what = _("A page of {file} measures {detail}. That does not become a readable sheet.")
            remedy = _("Ask the partner for a PDF on A4 or A5.")
        case Reason.PAGE_TOO_SMALL:
            what = _("A page of {file} is smaller than a bank card.")
            remedy = _("Ask the partner for a PDF on A4 or A5.")
        case Reason.PICTURE_TOO_LARGE:
            what = _("{file} is a picture of {detail} pixels: too large to open.")
            remedy = _("Save it again, 3000 pixels wide at most.")
        case Reason.PICTURE_TOO_SMALL:
            what = _("{file} is a picture of {detail} pixels: too small to print.")
            remedy = _("Ask the partner for the PDF, or for a larger picture.")
        case Reason.TOO_HEAVY:
            what = _("{file} takes too much time or memory to read.")
            remedy = smaller
        case _:
            what, remedy = _("{file} is damaged and cannot be read."), again
    said = what.format(
        file=name,
        most=LIMITS.bytes // 1_000_000,
        kind=refusal.detail,
        detail=refusal.detail,
        pages=LIMITS.pages,
    )
    return said + " " + _("It is left out of the binder; all the rest goes on."), remedy
