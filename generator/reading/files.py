"""One of the files: bytes -> a tree of plain values, and the shape of its top level."""

from collections.abc import Mapping
from functools import cache

from generator.model.records import Neighbourhood
from generator.reading.accents import find_spoiled
from generator.reading.composing import TooDeepError, compose
from generator.reading.decoding import MAX_BYTES, decode, told_encoding
from generator.reading.findings import Findings
from generator.reading.keys import all_keys, meant_key
from generator.reading.marks import Tree
from generator.reading.parting import read_by_parts
from generator.reading.shelves import MODELS
from generator.reading.slips import diagnose
from generator.reading.traps import Gettext, find_traps
from generator.reading.tree import grow_tree
from generator.recalling import Recall, make_anew

OFFER_KEYS = ("offers",)
SOCIALMAP_KEYS = (
    "neighbourhood", "themes", "organisations", "places", "contacts", "questions", "helplines",
)  # fmt: skip
FLYER_KEYS = ("flyers",)
_MOST_NAMED = 10
"""Of many lines with the same mistake."""


@cache
def known_keys() -> frozenset[str]:
    """Every key that may stand in one of the files."""
    keys = set(OFFER_KEYS + SOCIALMAP_KEYS + FLYER_KEYS) | all_keys(Neighbourhood)
    for model in MODELS.values():
        keys |= all_keys(model)
    return frozenset(keys)


def read_tree(raw: bytes, name: str, _: Gettext, recall: Recall = make_anew) -> tuple[Tree, Findings]:
    """What a file says, with all problems of encoding, typing and syntax."""
    if len(raw) > MAX_BYTES:
        findings = Findings(name, ())
        findings.error(
            0,
            0,
            _("This file is far too large."),
            _("Even 5,000 records are only 3 MB. Look what is in it."),
        )
        return Tree(), findings
    decoded = decode(raw)
    lines = decoded.lines
    findings = Findings(name, lines)
    if decoded.encoding != "utf-8":
        findings.error(decoded.line, decoded.column, *told_encoding(decoded, _))
    # As a whole is quicker where nothing is recalled.
    elif recall is not make_anew and (tree := read_by_parts(lines, known_keys(), _, recall)):
        return tree, findings
    scan = find_traps(lines, known_keys(), _)
    for trap in scan.traps:
        findings.error(trap.line, trap.column, trap.message, trap.remedy)
        findings.trapped.add(trap.line)
    if scan.in_conflict:
        return Tree(), findings
    try:
        composed = compose(scan.lines, lambda slip: diagnose(slip, scan.lines, known_keys(), _).line)
    except TooDeepError as deep:
        findings.error(
            deep.line, 1, _("Lists stand in lists in lists here, far too deep."),
            _("Look for brackets or dashes that do not belong here."),
        )  # fmt: skip
        return Tree(), findings
    for slip in composed.slips:
        if not any(slip.first <= number <= slip.last for number in scan.lines_with_traps):
            found = diagnose(slip, scan.lines, known_keys(), _)
            findings.error(found.line, found.column, found.message, found.remedy)
            findings.trapped.add(found.line)
    return grow_tree(composed, findings, _), findings


def tell_spoiled(findings: Findings, _: Gettext) -> None:
    """One warning for all of a file that people type: they came together."""
    spoiled = list(find_spoiled(findings.lines))
    if not spoiled:
        return
    first, *others = spoiled
    remedy = _("Write {meant}, or put back the file as it was.").format(meant=first.meant)
    if others:
        numbers = [str(other.line) for other in others[:_MOST_NAMED]] + ["..."] * (len(others) > _MOST_NAMED)
        remedy += " " + _("The same in line {lines}.").format(lines=", ".join(numbers))
    findings.warning(
        first.line,
        first.column,
        _("An accent was spoiled here: {typed} was {meant}.").format(typed=first.typed, meant=first.meant),
        remedy,
        kind="",
    )


def top_level(
    tree: Tree, findings: Findings, own: tuple[str, ...], other: Mapping[str, str], _: Gettext
) -> dict[str, str]:
    """The top-level keys of a file, each with the key as it was typed there.

    `own` are the keys that belong in it, `other` those of the other files with their names.
    What stands under a misspelt key is read all the same.
    """
    if tree.data is None or (tree.data == {} and not tree.empty(())):
        if not findings.problems:
            findings.error(
                0,
                0,
                _("This file is empty."),
                _("It begins with a line that says: {key}:").format(key=own[0]),
            )
        return {}
    if not isinstance(tree.data, dict):
        if not findings.problems:
            findings.error(
                *tree.value(()),
                _("This file does not begin with a key at the start of a line."),
                _("Put a line above it that says: {key}:").format(key=own[0]),
            )
        return {}
    if _is_other_file(tree.data, own, other):
        name = next(other[key] for key in tree.data if key in other)
        findings.error(
            *tree.key(()),
            _("This looks like the contents of {file}.").format(file=name),
            _("Were the two files swapped? Give each its own name again."),
        )
        return {}
    typed = {key: key for key in tree.data if key in own}
    for key in (*tree.data, *tree.empty(())):
        if key not in own:
            if key not in other and (meant := meant_key(key, own)):
                typed.setdefault(meant, key)
            findings.error(
                *tree.key((key,)),
                _("{key} is not a key that we know here.").format(key=key),
                _top_remedy(key, own, other, _),
            )
    for key in tree.empty(()):
        if key in own:
            findings.error(*tree.key((key,)), *_nothing_below(key, _))
    for key, as_typed in typed.items():
        if key in MODELS and as_typed in tree.data and not isinstance(tree.data[as_typed], list):
            findings.error(
                *tree.value((as_typed,)),
                _("A list belongs under {key}: each record starts with a dash.").format(key=key),
                _("Write for example: {example}").format(example="- id: soep-in-de-wijk"),
            )
    return typed


def _nothing_below(key: str, _: Gettext) -> tuple[str, str]:
    """What is said of a heading with no record below it, and what to do."""
    if key not in MODELS:
        remedy = _("Keys belong under {key}, such as name and map.").format(key=key)
        remedy += " " + _("Write them without a dash, with two spaces before each.")
    else:
        remedy = _("Each record begins there with two spaces and a dash: - id: ...") + " "
        remedy += _("Is the list empty on purpose? Write: {line}").format(line=f"{key}: []")
    return _("Nothing stands under {key}.").format(key=key), remedy


def _is_other_file(data: Mapping[str, object], own: tuple[str, ...], other: Mapping[str, str]) -> bool:
    return not any(key in own for key in data) and any(key in other for key in data)


def _top_remedy(key: str, own: tuple[str, ...], other: Mapping[str, str], _: Gettext) -> str:
    if key in other:
        return _("It belongs in {file}.").format(file=other[key])
    if meant := meant_key(key, own):
        return _("Did you mean {meant}?").format(meant=meant)
    if key in known_keys():
        return _("It belongs in a record: put spaces before it.")
    return _("Possible keys are: {keys}.").format(keys=", ".join(own))
