"""Shapes as the fields of Decap CMS: which widget each has, in Dutch, with an example."""

from collections.abc import Mapping
from typing import Any

from generator.editor.shapes import Shape
from generator.wording.words import Words

Field = dict[str, Any]
_HIDDEN = ("id", "previous_ids")
"""What nobody changes by hand: it is in codes on paper."""
_SUMMARIES = ("text", "question", "title", "number", "label", "on", "every", "opens", "from")
"""Keys by which one knows an item of a list while it is closed, the best first."""


def fields_of(shape: Shape, words: Words, nested: bool = False) -> list[Field]:
    """The fields of a record. Those of a record within another are checked when somebody saves."""
    return [
        _hidden(key) if key in _HIDDEN and not nested else field_of(key, inner, words, nested)
        for key, inner in shape.fields.items()
        if key != "previous_ids" or not nested
    ]


def field_of(name: str, shape: Shape, words: Words, nested: bool = False) -> Field:
    made: Field = {"name": name, "label": shape.label, "required": shape.required and not nested}
    hint = _hint(name, shape, words)
    made |= {"hint": hint} if hint else {}
    return made | _widget(name, shape, words)


def _hidden(name: str) -> Field:
    return {"name": name, "widget": "hidden", "required": False}


def _widget(name: str, shape: Shape, words: Words) -> Field:
    if shape.kind == "list":
        return _list(name, shape, words)
    if shape.kind == "record":
        return {"widget": "object", "collapsed": True, "fields": fields_of(shape, words, nested=True)}
    if shape.kind == "yes":
        return {"widget": "boolean"}
    if shape.kind == "date":
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": True, "time_format": False}
    if shape.kind == "word":
        return _select(shape, multiple=False)
    if shape.of:
        return _relation(shape.of, multiple=False)
    made: Field = {"widget": "text" if shape.long else "string"}
    if shape.pattern:
        # An empty field is no mistake: that it must be filled in is told elsewhere.
        made["pattern"] = [f"^$|{shape.pattern}", _wrong(shape, words)]
    return made


def _list(name: str, shape: Shape, words: Words) -> Field:
    item = shape.item
    assert item
    if item.kind == "word":
        return _select(item, multiple=True, none=words.gettext("none needed") if shape.none else None)
    if item.of:
        return _relation(item.of, multiple=True)
    more = {
        "widget": "list",
        "collapsed": True,
        "label_singular": _singular(name, words) or shape.label.lower(),
    }
    if item.kind == "record":
        plain = (key for key in _SUMMARIES if key in item.fields and item.fields[key].kind != "list")
        known = list(plain)[:3]
        summary = {"summary": " ".join(f"{{{{fields.{key}}}}}" for key in known)} if known else {}
        return {**more, **summary, "fields": fields_of(item, words, nested=True)}
    return {**more, "collapsed": False, "field": field_of("item", _plain_item(shape), words, nested=True)}


def _singular(name: str, words: Words) -> str:
    """What one adds to a list, where its own label does not say so: "Voeg ... toe"."""
    _ = words.gettext
    return {
        "when": _("a time"),
        "dates": _("a date"),
        "cancelled": _("a date"),
        "phones": _("a number"),
        "choices": _("a choice"),
        "synonyms": _("a word"),
        "bring": _("something"),
        "source": _("a source"),
        "opening_hours": _("hours"),
        "special_hours": _("a day"),
        "closed": _("a period"),
    }.get(name, "")


def _plain_item(shape: Shape) -> Shape:
    assert shape.item
    return Shape(shape.item.kind, label=shape.label, pattern=shape.item.pattern, example=shape.example)


def _select(shape: Shape, multiple: bool, none: str | None = None) -> Field:
    options = [{"label": choice.label, "value": choice.value} for choice in shape.choices]
    if none:
        options.insert(0, {"label": none, "value": "none"})
    return {"widget": "select", "options": options, **({"multiple": True} if multiple else {})}


def _relation(shelf: str, multiple: bool) -> Field:
    name = "question" if shelf == "questions" else "name"
    return {
        "widget": "relation",
        "collection": shelf,
        "value_field": "id",
        "search_fields": [name, "id"],
        "display_fields": [name],
        "options_length": 500,
        **({"multiple": True} if multiple else {}),
    }


def _hint(name: str, shape: Shape, words: Words) -> str:
    """What it means; for what has a look of its own, how it is typed.

    Where one chooses, the words for who types in the file would only lead astray.
    """
    inner = shape.item or shape
    told = _hints(words).get(name)
    if told is None:
        told = "" if inner.kind in ("word", "yes") or inner.of else shape.hint
    typed = inner.pattern and not inner.of and name not in _HIDDEN and shape.example
    example = words.gettext("For example: {example}").format(example=shape.example) if typed else ""
    return " ".join(part for part in (told, example) if part)


def _hints(words: Words) -> Mapping[str, str]:
    """What is to be said in the form, and not in the file."""
    _ = words.gettext
    return {
        "themes": _("The first decides where the flyer is in the binder."),
        "functions": _("What it is for. The first gives the colour."),
        "status": _("Leave what has stopped where it is: its page says so."),
        "price": _("Fill in nothing if you do not know it."),
        "signup": "",
        "appointment": "",
        "dutch_needed": _("How much Dutch one needs."),
        "by_appointment": _("If people make an appointment themselves."),
        "confidential": _("Hides the address everywhere."),
        "emergency": _("For numbers that one calls when in danger."),
        "free": "",
        "loop": _("If the walk ends where it began."),
        "publish": _("Only if this person wants to be in the guide."),
        "whatsapp": _("If this number answers on WhatsApp."),
        "except": _("The holidays in which it does not take place."),
        "every": _("How often it takes place."),
        "review_every": _("How long a check holds."),
        "name": "",
        "question": _("As a person would say it."),
    }


def _wrong(shape: Shape, words: Words) -> str:
    return words.gettext("Write for example: {example}").format(example=shape.example)
