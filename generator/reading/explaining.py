"""What a mistake in a field is called, and what to write instead."""

import re
from collections.abc import Callable, Collection

from generator.model.uitdatabank import EventType, PlaceType
from generator.model.vocabulary import (
    Access,
    Audience,
    BrochureOrder,
    Closure,
    DayPart,
    Document,
    Function,
    GitHost,
    OfferKind,
    OrganisationKind,
    SignupNeed,
    Status,
    Tariff,
    Vocabulary,
    Weekday,
)
from generator.reading import explaining_contact, likely
from generator.reading.examples import example
from generator.reading.meanings import items_for, keys_for
from generator.reading.mistakes import Answer, Mistake, for_example
from generator.reading.near_words import meant_word
from generator.reading.quoting import quoted
from generator.reading.traps import Gettext

_VOCABULARIES: tuple[type[Vocabulary], ...] = (
    Access, Audience, BrochureOrder, Closure, DayPart, Document, EventType, Function, GitHost, OfferKind,
    OrganisationKind, PlaceType, SignupNeed, Status, Tariff, Weekday,
)  # fmt: skip


def explain(mistake: Mistake, _: Gettext) -> Answer:
    """Message and remedy for a mistake of a field, in the user's language."""
    if mistake.is_list and mistake.typed and "," in mistake.typed and mistake.type in _NO_COMMAS:
        return (
            _("Several values stand here as one text: {typed}.").format(typed=mistake.typed),
            _("Put them between square brackets: {key}: [{typed}]").format(
                key=mistake.key, typed=", ".join(_items(mistake))
            ),
        )
    if mistake.context.get("whole") and (whole := _whole(mistake)):
        return (
            _("These do not belong here: {values}.").format(values=", ".join(mistake.context["wrong"])),
            _("Write: {line}").format(line=f"{mistake.key}: [{', '.join(whole)}]"),
        )
    if mistake.typed is None and mistake.type in _ONE_VALUE:
        return _one_value(mistake, _)
    return _EXPLAINED.get(mistake.type, _other)(mistake, _)


def _items(mistake: Mistake) -> list[str]:
    """The values that stand as one text, each as near to what may stand there as can be told."""
    parts = [part.strip(" ()[]") for part in str(mistake.typed).split(",")]
    if mistake.type == "slug":
        return [
            an_id
            for part in parts
            for an_id in likely.ids_in(likely.slugified(part), mistake.ids, mistake.called)
            or (likely.near_id(likely.slugified(part), mistake.ids) or likely.slugified(part),)
        ]
    return parts


def _whole(mistake: Mistake) -> list[str] | None:
    """The whole list with the right values, if each of them is known."""
    found: list[str] = []
    for typed in mistake.context["whole"]:
        plain = typed.strip(" “”„'\"‘’")
        if mistake.type == "slug" and mistake.ids:
            slug = likely.slugified(plain)
            named = likely.ids_in(slug, mistake.ids, mistake.called)
            found += named or filter(None, (likely.near_id(slug, mistake.ids),))
        elif mistake.type == "language":
            code = explaining_contact.language_of(plain)
            found += (code,) if code else ()
    return found if len(found) >= len(mistake.context["whole"]) else None


_NO_COMMAS = ("slug", "word", "day_rule", "language", "calendar_date", "phone")
_POINTS = ("coordinates", "south_west", "north_east")
_ONE_VALUE = ("one_value", "string_type", "dutch_level", "day_rule")


def _plain(message: str, fallback: str) -> Callable[[Mistake, Gettext], Answer]:
    """An answer that only needs the typed value and an example; `message` is a msgid."""

    def answer(mistake: Mistake, _: Gettext) -> Answer:
        return _(message).format(typed=mistake.typed), for_example(f"{mistake.key}: {fallback}", _)

    return answer


def _one_value(mistake: Mistake, _: Gettext) -> Answer:
    if isinstance(mistake.value, list):
        if mistake.is_list:
            message = _("A list stands within the list of {key}.").format(key=mistake.key)
            return message, for_example(mistake.example(_), _)
        first = next((part for part in mistake.value if isinstance(part, str)), None)
        return (
            _("A list stands at {key}, where one value belongs.").format(key=mistake.key),
            _("Write: {line}").format(line=f"{mistake.key}: {first}")
            if first
            else for_example(mistake.example(_), _),
        )
    if mistake.key in _POINTS and isinstance(mistake.value, dict):
        point = likely.coordinates(", ".join(str(part) for part in mistake.value.values()))
        if point:
            return _("Keys stand under {key}, where one value belongs.").format(key=mistake.key), _(
                "Write: {line}"
            ).format(line=mistake.line(point))
    remedy = for_example(mistake.example(_), _)
    if mistake.type == "string_type":
        remedy = _("A text with a colon goes between double quotes.") + " " + remedy
    if mistake.is_list:
        return _("Plain values belong at {key}, without keys of their own.").format(key=mistake.key), remedy
    return _("Keys stand under {key}, where one value belongs.").format(key=mistake.key), remedy


def _slug(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not an id: only small letters, digits and hyphens.").format(typed=mistake.typed)
    suggestion = likely.slugified(mistake.typed or "")
    if mistake.ids:
        named = likely.ids_in(suggestion, mistake.ids, mistake.called)
        if len(named) > 1 and mistake.is_list:
            return (
                _("Several values stand here as one text: {typed}.").format(typed=mistake.typed),
                _("Put them between square brackets: {key}: [{typed}]").format(
                    key=mistake.key, typed=", ".join(named)
                ),
            )
        suggestion = next(iter(named), None) or likely.near_id(suggestion, mistake.ids) or ""
        if not suggestion:
            return message, _(
                "Write the id of a record that exists, such as {ids}. Or add the record first."
            ).format(ids=", ".join(sorted(mistake.ids)[:3]))
    if not suggestion:
        return message, for_example(mistake.example(_), _)
    return message, _("Write: {line}").format(line=mistake.line(suggestion))


def _impossible(mistake: Mistake, _: Gettext) -> Answer:
    message = _("The day {typed} does not exist.").format(typed=mistake.typed)
    if meant := likely.possible_day(mistake.typed or ""):
        return message, _("Look at the day and the month. Was it this one? Write: {line}").format(
            line=mistake.line(meant)
        )
    return message, _("Look at the day and the month. Write for example: {example}").format(
        example=mistake.line("2026-12-24")
    )


def _clock(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not a time of day.").format(typed=mistake.typed)
    if hours := likely.clock_range(mistake.typed or ""):
        begin, end = ("from", "until") if mistake.key in ("from", "until") else ("opens", "closes")
        return message, _("Write begin and end on a line of their own: {begin} and {end}").format(
            begin=f"{begin}: {hours[0]}", end=f"{end}: {hours[1]}"
        )
    if len(spans := likely.clock_spans(mistake.typed or "")) > 1 and mistake.key == "opens":
        items = ", ".join(f"{{on: ..., opens: {begin}, closes: {end}}}" for begin, end in spans)
        return message, _("Write an item for each part of the day: {items}").format(items=items)
    if meant := likely.clock(mistake.typed or ""):
        return message, _("Write: {line}").format(line=f"{mistake.key}: {meant}")
    return message, for_example(f"{mistake.key}: 9:30", _)


def _date(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not a date.").format(typed=mistake.typed)
    found = likely.day_of_year(mistake.typed or "")
    if found is None:
        return message, for_example(mistake.line("2026-12-24"), _)
    day, has_year = found
    line = mistake.line(day)
    if has_year:
        return message, _("Write: {line}").format(line=line)
    return message, _("Write the year too, for example: {example}").format(example=line)


def _money(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not an amount in euros.").format(typed=mistake.typed)
    if not mistake.typed:
        return message, for_example(f"{mistake.key}: 2,50", _)
    if mistake.key != "price":
        if likely.price(mistake.typed) == "free" and mistake.key == "amount":
            return message, _("Write: {line}").format(line="free: yes")
        if amount := likely.amount(mistake.typed):
            return message, _("Write: {line}").format(line=f"{mistake.key}: {amount}") + " " + _(
                "Other words about the price belong at note."
            )
        return message, for_example(f"{mistake.key}: 2,50", _)
    meant = likely.price(mistake.typed)
    write = _("Write: {line}").format(line=f"price: {meant}")
    return message, write if meant == "free" else write + " " + _("Only an amount goes too: price: 2,50")


def _period(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{typed} is not a length of time.").format(typed=mistake.typed)
    if keys := likely.rhythm(mistake.typed or "") if mistake.key == "every" else None:
        first, second = keys.split(", ", 1)
        return message, _("Write it on two lines: {first} and {second}").format(first=first, second=second)
    if meant := likely.period(mistake.typed or ""):
        return message, _("Write: {line}").format(line=f"{mistake.key}: {meant}")
    return message, for_example("every: week" if mistake.key == "every" else f"{mistake.key}: 6 months", _)


def _text(mistake: Mistake, _: Gettext) -> Answer:
    if isinstance(mistake.value, list):
        message = _("A list stands at {key}, where one text belongs.").format(key=mistake.key)
    else:
        message = _("{key} needs a text.").format(key=mistake.context.get("key") or mistake.key)
    return message, for_example(mistake.example(_), _)


def _vocabulary_of(choices: Collection[str]) -> type[Vocabulary] | None:
    return next((v for v in _VOCABULARIES if [m.value for m in v] == list(choices)), None)


def _word(mistake: Mistake, _: Gettext) -> Answer:
    choices = list(mistake.context.get("choices", ()))
    typed = str(mistake.context.get("typed", mistake.typed))
    vocabulary = _vocabulary_of(choices)
    meant = meant_word(vocabulary, typed, tuple(choices))
    if vocabulary is Weekday:
        meant = likely.weekdays(typed)
    message = _("{typed} is not one of the words that {key} knows.").format(typed=typed, key=mistake.key)
    listed = ", ".join(choices)
    if vocabulary is SignupNeed and mistake.key in ("signup", "appointment") and " " in typed:
        return message, _("Write: {line}").format(
            line=f"{mistake.key}: {{needed: required, how: {quoted(typed)}}}"
        )
    if meant:
        return message, _("Did you mean {meant}? Possible are: {choices}.").format(
            meant=meant, choices=listed
        )
    if vocabulary is Status and likely.is_full(typed):
        return message, _("Write it as a message, and leave status out: {line}").format(
            line=f"notice: {{text: {quoted(typed.capitalize())}}}"
        )
    if vocabulary is Status and likely.is_cancelled(typed):
        return message, _("Is one day cancelled? Write it under when: {line}").format(
            line="cancelled: [2026-12-24]"
        ) + " " + _("Has it stopped for good? Write: {line}").format(line="status: ended")
    if vocabulary is Audience:
        return message, _("Choose from: {choices}.").format(choices=listed) + " " + _(
            "Is it none of these? Say it in the summary."
        )
    return message, _("Choose from: {choices}.").format(choices=listed)


def _day_rule(mistake: Mistake, _: Gettext) -> Answer:
    typed = str(mistake.typed or "")
    message = _("{typed} is not a day of the week.").format(typed=typed)
    keys = likely.rhythm(typed) or ""
    if keys.partition(",")[0].endswith("weeks"):
        first, second = keys.split(", ", 1)
        return message, _("Write it on two lines: {first} and {second}").format(first=first, second=second)
    if meant := likely.weekdays(typed):
        return message, _("Did you mean {meant}? Possible are: {choices}.").format(
            meant=meant, choices="monday, tuesday, ..., first thursday, last friday"
        )
    return message, _("Write for example: on: friday, or on: first thursday. A date belongs under dates.")


def _end_before_start(mistake: Mistake, _: Gettext) -> Answer:
    clock = re.fullmatch(r"(\d{1,2})(\D\d{2})?\D*", str(mistake.value or ""))
    remedy = _("Write an end that comes after the start.")
    if clock and int(clock[1]) < 12:
        later = f"{int(clock[1]) + 12}:{(clock[2] or ':00')[1:]}"
        remedy += " " + _("For the afternoon, count on: {later}").format(later=f"{mistake.key}: {later}")
    return _("This ends before it starts."), remedy


def _nested(mistake: Mistake, _: Gettext) -> Answer:
    message = _("{key} needs keys of its own, not just this value.").format(key=mistake.key)
    if isinstance(mistake.value, list):
        message = _("A list stands at {key}, where keys belong.").format(key=mistake.key)
    items = list(mistake.context.get("items", ()))
    typed = mistake.value.strip() if isinstance(mistake.value, str) else ""
    if mistake.key == "when" and typed:
        return message, _("Write for example: {example} - or with a day and an hour: {other}").format(
            example=mistake.line(f"{{text: {quoted(typed)}}}"),
            other=mistake.line(meant) if (meant := keys_for("when", typed)) else mistake.example(_),
        )
    meant = items_for(mistake.key, items) if items else typed and keys_for(mistake.key, typed, mistake.today)
    if meant:
        is_many = len(items) > 1 or "}, {" in meant or mistake.key == "choices"
        line = f"{mistake.key}: [{meant}]" if is_many else mistake.line(meant)
        return message, _("Write: {line}").format(line=line)
    return message, for_example(mistake.example(_), _)


def _day_as_key(mistake: Mistake, _: Gettext) -> Answer:
    """`maandag: 9:00-12:00` under opening_hours."""
    name = mistake.context["list"]
    items = list(mistake.context["items"])
    message = _("A day is no key here: it stands behind on, with opens and closes.")
    if not items:
        return message, for_example(example(name, "Organisation", _), _)
    return message, _("Write: {line}").format(
        line=f"{name}: {items[0]}" if len(items) == 1 else f"{name}: [{', '.join(items)}]"
    )


def _hours_as_key(mistake: Mistake, _: Gettext) -> Answer:
    (begin, end), hours = mistake.context["keys"], mistake.context["hours"]
    return (
        _("{key} is not a key that we know here.").format(key=mistake.key),
        _("Write begin and end on a line of their own: {begin} and {end}").format(
            begin=f"{begin}: {hours[0]}", end=f"{end}: {hours[1]}"
        ),
    )


def _other(mistake: Mistake, _: Gettext) -> Answer:
    return _("The value of {key} does not fit.").format(key=mistake.key), for_example(mistake.example(_), _)


def N_(message: str) -> str:  # noqa: N802, gettext's own name for it
    """Marks a message for the catalogues; it is translated where it is used."""
    return message


_EXPLAINED: dict[str, Callable[[Mistake, Gettext], Answer]] = {
    "clock_time": _clock,
    "calendar_date": _date,
    "impossible_date": _impossible,
    "unlikely_year": _plain(N_("The year of {typed} cannot be right."), "2026-12-24"),
    "yes_no": _plain(N_("{typed} is neither yes nor no."), "yes"),
    "slug": _slug,
    "phone": explaining_contact.phone,
    "phone_length": explaining_contact.phone_length,
    "day_as_key": _day_as_key,
    "hours_as_key": _hours_as_key,
    "file_name": _plain(N_("{typed} is not the name of a PDF, PNG or JPEG in print/flyers/."), "folder.pdf"),
    "email": explaining_contact.email,
    "web_address": explaining_contact.web_address,
    "guide_source": _plain(
        N_("{typed} is not the address of a guide, nor the name of a JSON file."),
        "https://regio.voorbeeld.be/data/guide.json",
    ),
    "takes_nothing": lambda mistake, _: (
        _("This does not say what to take over from the guide."),
        for_example("organisations: all", _),
    ),
    "repository": explaining_contact.repository,
    "money": _money,
    "small_length": _plain(N_("{typed} is not a number of millimetres from 0 to 1."), "0.1"),
    "count": _plain(N_("{typed} is not a whole number from 1."), "7"),
    "language": explaining_contact.language,
    "period": _period,
    "coordinates": explaining_contact.coordinates,
    "dutch_level": _plain(N_("{typed} is not a level of Dutch: 1 (hardly any) to 4 (much)."), "2"),
    "text": _text,
    "empty_text": _text,
    "word": _word,
    "day_rule": _day_rule,
    "end_before_start": _end_before_start,
    "empty_schedule": lambda mistake, _: (
        _("This does not say when it takes place."),
        for_example(example("when", "Offer", _), _),
    ),
    "nth_needs_month": lambda mistake, _: (
        _("A first or last day of the month does not go with these weeks or days."),
        _("Write: {line}").format(line="every: month"),
    ),
    "month_needs_nth": lambda mistake, _: (
        _("This does not say which week of the month."),
        for_example("on: first thursday", _),
    ),
    "closed_and_open": lambda mistake, _: (
        _("It is closed on this day, and yet there are hours."),
        _("Keep one of the two: closed: yes, or opens and closes."),
    ),
    "no_special_hours": lambda mistake, _: (
        _("This does not say whether it is open on this day."),
        _("Write the hours: opens: 9:00, closes: 12:00. Or write: closed: yes"),
    ),
    "whatsapp_number": lambda mistake, _: (
        _("WhatsApp needs a phone number that can be called from everywhere."),
        for_example(f"{mistake.context['key']}: 0470 00 00 00", _),
    ),
    "editor_lacks": lambda mistake, _: (
        _("For {backend} the form also needs {key}.").format(
            backend=mistake.context["backend"], key=mistake.context["key"]
        ),
        for_example(example(mistake.context["key"], "Editor", _), _) + " " + _("See docs/beheer.md."),
    ),
    "free_and_amount": lambda mistake, _: (
        _("This is free, and yet it has an amount."),
        _("Keep one of the two: free: yes, or the amount."),
    ),
    "reduced_is_more": lambda mistake, _: (
        _("The reduced tariff is more than the ordinary price."),
        _("Look at both amounts: the reduced one is the lower."),
    ),
    "fourth_step": lambda mistake, _: (
        _("This would be a fourth step. The finder has three at most."),
        _("Put these choices one step higher, or let the choice above them lead to people."),
    ),
    "too_few_stops": lambda mistake, _: (
        _("A walk needs at least two different stops."),
        for_example(example("stops", "Route", _), _),
    ),
    "exchanged": explaining_contact.exchanged,
    "map_corners": lambda mistake, _: (
        _("The north-east corner of the map lies south or west of the other one."),
        _("Exchange south_west and north_east. Latitude comes first: 50.87, 3.33"),
    ),
    "model_type": _nested,
    "model_attributes_type": _nested,
    "dict_type": _nested,
}
