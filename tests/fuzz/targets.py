"""What is fuzzed: each target takes any bytes, and raises only if the product does not end them cleanly.

Nothing here knows the fuzzer, so that the tests replay its corpus without it.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from io import BytesIO
from types import FrameType

import pypdfium2
from pypdf import PdfReader

from generator.model.guide import Guide
from generator.model.holidays import public_holidays, read_school_holidays
from generator.model.schedule import Holidays, Schedule, first_day, occurrences, skipped
from generator.model.vocabulary import Closure
from generator.partners import CleanFile, Refusal
from generator.partners.cleaning import read_answer
from generator.partners.kinds import clean_any as clean_any  # else the worker imports it, not instrumented
from generator.partners.worker import answer
from generator.problems import Severity
from generator.project import icon_names, school_holidays_csv, staff_words, words_of
from generator.reading.reader import Reading, read_guide
from generator.reading.report import render_problem
from generator.reading.sources import Sources
from generator.views.context import ViewContext
from generator.views.guide import view_guide
from generator.wording.schedules import schedule_lines
from tests.tools.paths import TINY

TODAY = date(2026, 11, 23)
TWO_YEARS = timedelta(days=730)
LANGUAGES = ("nl", "fr", "en", "ar", "uk", "tr")
SITE_URL = "https://piepklein.example/"
OTHER_FILE = b"\n# socialmap.yaml\n"
"""Parts an input for `reading` into offers.yaml and socialmap.yaml; what is not there, is that of TINY."""
SECONDS = 4
"""Of a processor: a file of a partner that takes longer is too heavy, as in the process of its own."""


@cache
def tiny(name: str) -> bytes:
    return (TINY / name).read_bytes()


@cache
def holidays() -> Holidays:
    return {
        Closure.SCHOOL_HOLIDAYS: read_school_holidays(school_holidays_csv()),
        Closure.PUBLIC_HOLIDAYS: public_holidays(2024, 2029),
    }


@cache
def icons() -> frozenset[str]:
    return frozenset(icon_names())


def read(offers: bytes, socialmap: bytes) -> Reading:
    """As a build reads them; every problem is said as well."""
    reading = read_guide(
        Sources(offers=offers, socialmap=socialmap),
        staff_words(),
        today=TODAY,
        site_url=SITE_URL,
        holidays=holidays(),
        icons=icons(),
    )
    assert (reading.guide is None) == any(each.severity is Severity.ERROR for each in reading.problems)
    for problem in reading.problems:
        assert problem.message
        assert problem.remedy or problem.severity is Severity.WARNING
        assert problem.line >= 0
        assert problem.column >= 0
        render_problem(problem, staff_words()).encode()
    return reading


def reading(data: bytes) -> None:
    """offers.yaml and socialmap.yaml -> a guide that can be shown, or problems that can be told."""
    offers, _, socialmap = data.partition(OTHER_FILE)
    guide = read(offers or tiny("offers.yaml"), socialmap or tiny("socialmap.yaml")).guide
    if guide is not None:
        show(guide)


def show(guide: Guide) -> None:
    view_guide(ViewContext(guide, words_of("nl"), TODAY, SITE_URL), ("nl",))


def schedules(data: bytes) -> None:
    """What stands at `when` of an offer -> its dates over two years, and its wording in all languages."""
    when = b"\n".join(b"      " + line for line in data.splitlines())
    reading = read(tiny("offers.yaml").rstrip() + b"\n    when:\n" + when + b"\n", tiny("socialmap.yaml"))
    for offer in reading.guide.offers if reading.guide else ():
        for schedule in offer.when:
            follow(schedule)


def follow(schedule: Schedule) -> None:
    """Its dates are in order, within the span and its own, and never on a day that it stays away."""
    last = TODAY + TWO_YEARS
    times = occurrences(schedule, holidays(), TODAY, last)
    away = {day for day, _name in skipped(schedule, holidays(), TODAY, last)}
    days = [time.day for time in times]
    fixed = {extra.on for extra in schedule.dates}
    assert days == sorted(set(days))
    for time in times:
        assert TODAY <= time.day <= last
        assert time.day not in away or time.day in fixed
        assert time.day in fixed or not schedule.last or time.day <= schedule.last
        assert time.day in fixed or (schedule.since and time.day >= schedule.since)
        assert not (time.starts and time.ends) or time.starts < time.ends
    first = first_day(schedule)
    assert first is None or (schedule.since and first >= schedule.since)
    for language in LANGUAGES:
        lines = schedule_lines(words_of(language), schedule, TODAY)
        assert all(line.text.strip() for line in lines)
        assert not times or lines, "dates of which nothing is said"


def partners(data: bytes) -> None:
    """A partner's file -> pages that only draw, each in its own size, or why it is not taken."""
    with _not_for_ever():
        said = answer(data)
    file = read_answer(said, sha256(data).hexdigest())
    if isinstance(file, Refusal):
        return
    assert isinstance(file, CleanFile)
    assert_inert(file)


def assert_inert(file: CleanFile) -> None:
    clean = PdfReader(BytesIO(file.pdf))
    assert len(clean.pages) == len(file.pages) > 0
    assert set(clean.trailer["/Root"]) <= {"/Type", "/Pages"}  # type: ignore[call-overload]
    for page, size in zip(clean.pages, file.pages, strict=True):
        assert set(page) <= {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}, set(page)
        assert (float(page.mediabox.width), float(page.mediabox.height)) == size
        assert list(page["/Resources"]["/XObject"]) == ["/P"]  # type: ignore[index]
    shown = pypdfium2.PdfDocument(file.pdf)
    assert len(shown) == len(file.pages)
    shown.close()


@contextmanager
def _not_for_ever() -> Iterator[None]:
    """So much time of a processor, and then MemoryError, which the worker takes for too heavy."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise MemoryError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "schedules": schedules,
    "partners": partners,
}
