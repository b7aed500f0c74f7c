"""The file in which staff review what came in. No build reads it: nothing in it is in the guide.

It has the records as they would stand in offers.yaml and socialmap.yaml, each with one key more: `take`.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from generator.incoming.likeness import Beside, Compared
from generator.incoming.shapes import MODELS, Incoming
from generator.model.vocabulary import Function
from generator.reading.keys import keys_in_order
from generator.reading.traps import Gettext
from generator.reading.writing import Style, record_item

TAKE = "take"
YES, NO, ALONG = "ja", "nee", "mee"
"""What stands behind `take`; or the id of our own record that it is."""
_WIDTH = 96
_LATER = ("opening_hours", "special_hours", "closed", "source", "checked")


def write_review(beside: Beside, title: str, name: str, themes: Sequence[str], _: Gettext) -> str:
    """The text of the file; `name` is how it is called, `themes` are the ids to choose from."""
    lines = [f"# {line}".rstrip() for line in _explained(title, name, _)]
    for shelf in MODELS:
        found = [one for one in beside.new if one.incoming.shelf == shelf]
        if found:
            lines += ["", f"{shelf}:"]
        for number, one in enumerate(found):
            lines += [*([""] if number else []), *_record(one, themes, _)]
    return "\n".join(lines) + "\n"


def proposed(one: Compared) -> str:
    """What `take` says at first. Nothing that people read on its own comes along unasked."""
    shelf = one.incoming.shelf
    if shelf == "offers":
        return NO
    if one.like:
        return str(one.like[0].record.id) if one.like[0].sure else NO
    return NO if shelf == "organisations" else ALONG


def _explained(title: str, name: str, _: Gettext) -> Iterator[str]:
    yield _("To review: {title}. Nothing in this file is in the guide yet.").format(title=title)
    yield ""
    yield _("Behind take you choose for each record:")
    for word, said in (
        (YES, _("take it over as a new record")),
        (NO, _("leave it")),
        (ALONG, _("it comes along if a record that you take over needs it")),
        (_("an id"), _("it is the same as our record with that id: ours stays as it is")),
    ):
        yield f"  {TAKE}: {word:<7} {said}"
    yield ""
    yield from wrap(_("Change what you like, and fill in what is empty. Then type:"), _WIDTH)
    yield f"  .venv/bin/python -m generator import review {name}"


def _record(one: Compared, themes: Sequence[str], _: Gettext) -> Iterator[str]:
    for remark in _remarks(one, themes, _):
        yield from wrap(remark, _WIDTH, initial_indent="  # ", subsequent_indent="  #   ")
    yield from _item(one.incoming, proposed(one))


def _remarks(one: Compared, themes: Sequence[str], _: Gettext) -> Iterator[str]:
    for like in one.like:
        said = _("Looks like {id} ({name}): {reasons}.")
        name = like.record.name if isinstance(like.record.name, str) else like.record.name.first
        yield said.format(id=like.record.id, name=" ".join(name.split()), reasons=", ".join(like.reasons))
    for left in one.incoming.left_out:
        yield _("Not taken over: {what}").format(what=" ".join(left.split()))
    for key in one.incoming.missing:
        choices = {"functions": [word.value for word in Function], "themes": themes}.get(key)
        if choices:
            yield _("Fill in {key}: {choices}.").format(key=key, choices=", ".join(choices))
        else:
            yield _("Fill in {key}.").format(key=key)


def _item(incoming: Incoming, take: str) -> list[str]:
    """The record in the order of our files, with an empty key where something is to be filled in."""
    keys = keys_in_order(MODELS[incoming.shelf])
    # The hours of an organisation come from the base of its model; people look for its name first.
    order = (*(key for key in keys if key not in _LATER), *(key for key in keys if key in _LATER))
    known = {**dict.fromkeys(incoming.missing), **incoming.data}
    data = {TAKE: take} | {key: known[key] for key in order if key in known}
    lines = record_item({key: value for key, value in data.items() if value is not None}, 2, 2, Style())
    missing = set(incoming.missing)
    if not missing:
        return lines
    made: list[str] = []
    heads = {f"    {key}:" for key in data}
    written = iter(_blocks(lines, heads))
    for key in data:
        made += [f"    {key}:"] if key in missing else next(written)
    return made


def _blocks(lines: Sequence[str], heads: set[str]) -> Iterator[list[str]]:
    """The lines of each key of a record."""
    block: list[str] = []
    for line in lines:
        if block and any(line.startswith(head) for head in heads):
            yield block
            block = []
        block.append(line)
    yield block
