"""Where the offer has holes: by theme and day with the price, and by audience and function."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from babel.dates import get_day_names

from generator.model.records import Offer
from generator.model.vocabulary import Audience, Function, Weekday
from generator.views.context import ViewContext
from generator.views.facets import address_word
from generator.views.offer_facets import moments
from generator.views.parts import price
from generator.views.records import function_view
from generator.views.staff_shapes import CellView, MatrixView
from generator.wording.dates import weekday_name
from generator.wording.labels import enumerate_words, label

_SEVERAL_DAYS = "no day"
_PRICES = ("free", "reduced", "paid", "")


def view_matrices(context: ViewContext) -> tuple[MatrixView, ...]:
    """Both, of the current offers."""
    return _by_theme_and_day(context), _by_audience_and_function(context)


def _by_theme_and_day(context: ViewContext) -> MatrixView:
    _, locale = context.words.gettext, context.words.locale
    short = get_day_names("short", locale=locale)
    days = [
        (address_word(day), str(short[day.number]), weekday_name(context.words, day.number))
        for day in Weekday
    ]
    days.append((_SEVERAL_DAYS, _("no day"), _("no fixed day")))
    rows = [(theme.id, theme.name.first) for theme in context.guide.themes]
    on_days = {offer.id: _days(context, offer) for offer in context.guide.current_offers}
    return _matrix(
        context,
        "theme-day",
        _("Theme, day and price"),
        _("How many offers are there, and what do they cost?"),
        _("Theme"),
        rows,
        days,
        lambda offer, row, column: row in offer.themes and column in on_days[offer.id],
        prices=True,
    )


def _days(context: ViewContext, offer: Offer) -> set[str]:
    return {day for day, part in moments(context, offer) if day} or {_SEVERAL_DAYS}


def _by_audience_and_function(context: ViewContext) -> MatrixView:
    _ = context.words.gettext
    functions = [function_view(context, function) for function in Function]
    return _matrix(
        context,
        "audience-function",
        _("For whom, and what for"),
        _("What is for everyone is counted at “everyone” only."),
        _("For whom?"),
        [(audience.value, label(context.words, audience)) for audience in Audience],
        [(view.id, view.text, view.text) for view in functions],
        lambda offer, row, column: (
            row in (offer.audience or (Audience.EVERYONE,)) and column in offer.functions
        ),
    )


def _matrix(
    context: ViewContext,
    id: str,
    title: str,
    lead: str,
    corner: str,
    rows: Sequence[tuple[str, str]],
    columns: Sequence[tuple[str, str, str]],
    fits: Callable[[Offer, str, str], bool],
    *,
    prices: bool = False,
) -> MatrixView:
    offers = context.guide.current_offers
    cells = [
        [
            _cell(context, [offer for offer in offers if fits(offer, row, column)], prices)
            for column, _short, _long in columns
        ]
        for row, _name in rows
    ]
    empty_rows = [
        name for (_row, name), line in zip(rows, cells, strict=True) if not any(c.count for c in line)
    ]
    empty_columns = [
        long
        for (_column, _short, long), line in zip(columns, zip(*cells, strict=True), strict=True)
        if not any(c.count for c in line)
    ] if cells else []  # fmt: skip
    return MatrixView(
        id=id,
        title=title,
        lead=lead,
        corner=corner,
        columns=tuple((short, long) for _column, short, long in columns),
        rows=tuple((name, tuple(line)) for (_row, name), line in zip(rows, cells, strict=True)),
        holes=tuple(_nothing(context, names) for names in (empty_columns, empty_rows) if names),
    )


def _nothing(context: ViewContext, names: Iterable[str]) -> str:
    said = context.words.gettext("Nothing at all: {names}.")
    return said.format(names=enumerate_words(context.words, tuple(names)))


def _cell(context: ViewContext, offers: Sequence[Offer], prices: bool) -> CellView:
    if not prices:
        return CellView(len(offers))
    counts = Counter(price(context, offer.price).id for offer in offers)
    return CellView(
        len(offers), tuple(_price_line(context, kind, counts[kind]) for kind in _PRICES if counts[kind])
    )


def _price_line(context: ViewContext, kind: str, count: int) -> str:
    _ = context.words.gettext
    said = {
        "free": _("{count} free of charge"),
        "reduced": _("{count} with a reduction"),
        "paid": _("{count} at a price"),
        "": _("{count} without a price"),
    }[kind]
    return said.format(count=count)
