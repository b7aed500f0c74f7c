"""What is new, changed or stopped since an edition that was printed before a month began.

Only the ledger knows how things were: where no edition is that old, nothing is claimed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.vocabulary import Status
from generator.views.context import ViewContext
from generator.views.editions import PrintedEdition, SwapEntry
from generator.views.programme_shapes import NewsGroup, NewsLine, NewsView
from generator.views.shapes import OfferView, Said
from generator.wording.dates import full_date
from generator.wording.labels import fact_names

_OFFER = "offer/"
_NO_NEWS = ("theme", "pin", "other")
"""Of interest to whoever keeps a binder, not to whoever comes along."""


@dataclass(frozen=True)
class NewsSource:
    """What there is to compare with: the editions that were printed, and the offers of today."""

    editions: tuple[PrintedEdition, ...]
    offers: tuple[OfferView, ...]
    """Current and past ones."""


def edition_before(editions: tuple[PrintedEdition, ...], first: date) -> PrintedEdition | None:
    """The edition to compare with, for the month that begins on `first`.

    The newest one that was there when the month before began; else the oldest that came before this month.
    """
    month_before = (first - timedelta(days=1)).replace(day=1)
    old = [edition for edition in editions if edition.printed_on < first]
    older = [edition for edition in old if edition.printed_on < month_before]
    return older[-1] if older else old[0] if old else None


def view_news(context: ViewContext, source: NewsSource, first: date) -> NewsView | None:
    """What changed since that edition; None if there is none, or nothing changed."""
    edition = edition_before(source.editions, first)
    return _since(context, source, edition) if edition else None


def view_changes(context: ViewContext, source: NewsSource) -> NewsView | None:
    """What changed since the newest edition that was printed; None if nothing did."""
    return _since(context, source, source.editions[-1]) if source.editions else None


def _since(context: ViewContext, source: NewsSource, edition: PrintedEdition) -> NewsView | None:
    _ = context.words.gettext
    offers = {f"{_OFFER}{offer.id}": offer for offer in source.offers}
    swap = edition.swap
    # What moved to another tab goes out and comes in again: that is no news.
    out, into = ({entry.record for entry in entries} for entries in (swap.removed, swap.added))
    fresh = [entry for entry in swap.added if entry.record not in out]
    gone = [entry for entry in swap.removed if entry.record not in into]
    groups = (
        NewsGroup("new", _("New"), tuple(_new(fresh, offers))),
        NewsGroup("changed", _("Changed"), tuple(_changed(context, swap.replaced, offers))),
        NewsGroup("stopped", _("Stopped"), tuple(_stopped(context, gone, offers))),
    )
    told = tuple(group for group in groups if group.lines)
    lead = _("Since {date}").format(date=full_date(context.words, edition.printed_on))
    since = edition.printed_on.isoformat()
    return NewsView(_("What is new?"), lead, told, since) if told else None


def _new(entries: list[SwapEntry], offers: dict[str, OfferView]) -> Iterator[NewsLine]:
    for entry in entries:
        if offer := offers.get(entry.record):
            yield NewsLine(offer.name, offer.href, (offer.summary,))


def _changed(
    context: ViewContext, entries: tuple[SwapEntry, ...], offers: dict[str, OfferView]
) -> Iterator[NewsLine]:
    _ = context.words.gettext
    for entry in entries:
        offer = offers.get(entry.record)
        facts = tuple(fact for fact in entry.changed if fact not in _NO_NEWS)
        if offer and facts:
            what = _("Changed: {facts}.").format(facts=fact_names(context.words, facts))
            yield NewsLine(offer.name, offer.href, (Said(what), *_now(offer, facts)))


def _now(offer: OfferView, facts: tuple[str, ...]) -> Iterator[Said]:
    """How these facts are today, as far as a line can tell them."""
    if "when" in facts:
        yield from (Said(line) for line in offer.when.lines)
    if "where" in facts:
        yield offer.where.lines[0]
    if "price" in facts:
        yield Said(offer.price.text)


def _stopped(
    context: ViewContext, entries: list[SwapEntry], offers: dict[str, OfferView]
) -> Iterator[NewsLine]:
    """What ended or paused, or is not in the records any more; a flyer that is over is no news."""
    for entry in entries:
        if not entry.record.startswith(_OFFER):
            continue
        offer = offers.get(entry.record)
        if offer is None:
            yield NewsLine(Said(entry.name), "", ())
        elif offer.status in (Status.ENDED, Status.PAUSED):
            said = (Said(offer.status_text), *((offer.instead,) if offer.instead else ()))
            yield NewsLine(offer.name, offer.href, said)
