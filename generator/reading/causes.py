"""Which of the failures of a record tell what is wrong: one mistake often makes several fields fail."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.reading import likely
from generator.reading.keys import keys_of, meant_key, model_at
from generator.reading.marks import Path

_NOT_PLAIN = re.compile(r"[,{}\[\]#\n\"']|:\s|:$")
"""What cannot stand between braces as it is."""
HOURS = (("opens", "closes"), ("from", "until"))
"""The keys of a beginning and an end, for a model that has both."""
_VALUES = ("slug", "language")
"""What is told once for a whole list of values."""
_ONCE = ("model_type", "model_attributes_type", "dict_type", "empty_schedule")
"""What is told once for a whole list."""


def causes(details: Sequence[ErrorDetails], model: type[BaseModel], data: object) -> list[ErrorDetails]:
    """The failures without those that follow from another one, in their order; what is missing comes last."""
    found = list(details)
    for rule in (_together, _days_as_keys, _plain_items, _range_of_hours, _hours_as_key):
        found = rule(found, model, data)
    return sorted(found, key=lambda detail: detail["type"] == "missing")


def begin_and_end(model: type[BaseModel]) -> tuple[str, str] | None:
    """The keys of this kind of record between which something takes place."""
    return next((pair for pair in HOURS if set(pair) <= set(keys_of(model))), None)


def _days_as_keys(details: list[ErrorDetails], model: type[BaseModel], data: object) -> list[ErrorDetails]:
    """`opening_hours: {maandag: 9-12}`: all days of it are one mistake."""
    days: dict[Path, list[ErrorDetails]] = {}
    for detail in details:
        loc = detail["loc"]
        if detail["type"] != "extra_forbidden" or not likely.weekdays(str(loc[-1])):
            continue
        if begin_and_end(model_at(model, loc[:-1])) == HOURS[0]:
            days.setdefault(_list_of(loc[:-1]), []).append(detail)
    for where, extra in days.items():
        records = {detail["loc"][:-1] for detail in extra}
        said = [item for record in sorted(records, key=str) for item in _opening(value_at(data, record))]
        first = extra[0]
        told = _detail("day_as_key", first["loc"], first["input"], {"items": said, "list": str(where[-1])})
        details = [
            detail
            for detail in details
            if not (detail["loc"][:-1] in records and detail["type"] in ("missing", "extra_forbidden"))
        ] + [told]
    return details


def _opening(record: object) -> Iterator[str]:
    """`{maandag: 9-12, dinsdag: ...}` as opening hours."""
    for key, value in record.items() if isinstance(record, dict) else ():
        if isinstance(value, dict):
            value = f"{value.get('opens', '')} - {value.get('closes', '')}"
        for text in value if isinstance(value, list) else (value,):
            yield from likely.opening_hours(f"{key} {text}")


def _plain_items(details: list[ErrorDetails], _model: type[BaseModel], data: object) -> list[ErrorDetails]:
    """`choices: [Ja, Nee]`, where each item needs keys of its own: that is told of the first."""
    kept: list[ErrorDetails] = []
    told: set[tuple[str, Path]] = set()
    for detail in details:
        loc = detail["loc"]
        if detail["type"] in _ONCE and loc and isinstance(loc[-1], int):
            if (detail["type"], loc[:-1]) in told:
                continue
            told.add((detail["type"], loc[:-1]))
            value = value_at(data, loc[:-1])
            items = value if isinstance(value, list) else [value]
            plain = [item for item in items if isinstance(item, str)]
            detail = _detail(detail["type"], loc, detail["input"], {"items": plain})
        kept.append(detail)
    return kept


def _together(details: list[ErrorDetails], _model: type[BaseModel], data: object) -> list[ErrorDetails]:
    """Several wrong values in one list between brackets, such as names instead of ids."""
    lists: dict[tuple[str, Path], list[ErrorDetails]] = {}
    for detail in details:
        loc = detail["loc"]
        if (
            detail["type"] in _VALUES
            and loc
            and isinstance(loc[-1], int)
            and isinstance(detail["input"], str)
        ):
            lists.setdefault((detail["type"], loc[:-1]), []).append(detail)
    for (kind, loc), same in lists.items():
        whole = value_at(data, loc)
        if len(same) < 2 or not isinstance(whole, list) or not all(isinstance(item, str) for item in whole):
            continue
        wrong = [str(detail["input"]) for detail in same]
        if any("," in typed for typed in wrong):
            continue
        context = {"whole": whole, "wrong": wrong}
        first = _detail(kind, same[0]["loc"], same[0]["input"], context)
        places = {detail["loc"] for detail in same}
        details = [first, *(d for d in details if not (d["type"] == kind and d["loc"] in places))]
    return details


def _range_of_hours(details: list[ErrorDetails], model: type[BaseModel], _data: object) -> list[ErrorDetails]:
    """`opens: 9:00-12:00` says when it closes too."""
    full = set()
    for detail in details:
        pair = begin_and_end(model_at(model, detail["loc"][:-1])) if detail["loc"] else None
        if pair and detail["type"] == "clock_time" and likely.clock_spans(str(detail["input"])):
            full |= {(*detail["loc"][:-1], key) for key in pair}
    return [d for d in details if not (d["type"] == "missing" and d["loc"] in full)]


def _hours_as_key(details: list[ErrorDetails], model: type[BaseModel], _data: object) -> list[ErrorDetails]:
    """`hours: 9-12` or `uur: 9-12`."""
    for number, detail in enumerate(details):
        loc = detail["loc"]
        if detail["type"] != "extra_forbidden":
            continue
        pair = begin_and_end(model_at(model, loc[:-1]))
        hours = likely.clock_range(str(detail["input"])) if isinstance(detail["input"], str) else None
        if pair and hours:
            told = _detail("hours_as_key", loc, detail["input"], {"hours": hours, "keys": pair})
            rest = [
                d
                for d in details[number + 1 :] + details[:number]
                if not (d["type"] == "missing" and d["loc"][:-1] == loc[:-1] and d["loc"][-1] in pair)
            ]
            return [told, *_hours_as_key(rest, model, _data)]
    return details


def corrected(record: Mapping[str, object], model: type[BaseModel]) -> str | None:
    """`{op: 2026-12-24, door: An}` -> `{on: 2026-12-24, by: An}`, if each key has a meaning and is plain."""
    parts = []
    for key, value in record.items():
        meant = meant_key(key, keys_of(model))
        if meant is None or not isinstance(value, str) or _NOT_PLAIN.search(value):
            return None
        parts.append(f"{meant}: {value}")
    return f"{{{', '.join(parts)}}}"


def _list_of(loc: Path) -> Path:
    return loc[:-1] if loc and isinstance(loc[-1], int) else loc


def value_at(data: object, loc: Path) -> object:
    """What stands at a path of failures; where one value stands instead of a list, that is its first."""
    for part in loc:
        if isinstance(data, dict):
            data = data.get(part) if isinstance(part, str) else data
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else None
    return data


def _detail(kind: str, loc: Path, value: object, context: Mapping[str, Any]) -> ErrorDetails:
    return ErrorDetails(type=kind, loc=loc, msg="", input=value, ctx=dict(context))
