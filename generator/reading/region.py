"""region.yaml -> the region, or every mistake in it."""

from collections.abc import Mapping
from typing import Protocol

from generator.model.region import Region
from generator.problems import Problem, Severity
from generator.reading.files import read_tree
from generator.reading.including import FETCH, Unusable, included_file
from generator.reading.sources import REGION_FILE
from generator.reading.traps import Gettext
from generator.reading.validating import check_record


class Fetched(Protocol):
    """A guide that is there."""

    @property
    def source(self) -> str: ...


def read_region(
    raw: bytes, kept: Mapping[str, Fetched | Unusable] | None, _: Gettext
) -> tuple[Region | None, tuple[Problem, ...]]:
    """`kept` are the guides that were fetched; None while these still have to be fetched."""
    tree, findings = read_tree(raw, REGION_FILE, _)
    region = None
    if not findings.problems:
        region = check_record(Region, tree.data, (), tree, findings, {}, _)
    seen: set[str] = set()
    for number, member in enumerate(region.neighbourhoods if region else ()):
        path = ("neighbourhoods", number)
        if member.id in seen:
            findings.error(
                *tree.value((*path, "id")),
                _("The id {id} is there twice.").format(id=member.id),
                _("Give this record an id of its own."),
            )
        seen.add(member.id)
        if kept is None:
            continue
        guide, file = kept.get(member.id), included_file(member.id)
        if guide is None:
            message = _("This guide was not fetched yet: there is no {file}.").format(file=file)
        elif isinstance(guide, Unusable) and guide.why == "changed":
            message = _("{file} was changed by hand: it is no longer what was fetched.").format(file=file)
        elif isinstance(guide, Unusable):
            message = _("{file} is damaged: it is no published guide.").format(file=file)
        elif guide.source != member.source:
            message = _("{file} comes from another address: {address}").format(
                file=file, address=guide.source
            )
        else:
            continue
        remedy = _("Fetch it again with: {command}").format(command=FETCH)
        findings.error(*tree.value((*path, "from")), message, remedy)
    mistakes = tuple(problem for problem in findings.problems if problem.severity is Severity.ERROR)
    return (None if mistakes else region), mistakes
