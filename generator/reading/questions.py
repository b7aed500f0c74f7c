"""Mistakes in the paths of the finder: what leads nowhere, or twice."""

from collections.abc import Iterable

from generator.model.questions import MOST_STEPS
from generator.reading.shelves import Raw
from generator.reading.traps import Gettext

PAGES = ("afdrukken",)
"""What stands beside the questions in the folder of the finder: no question can have that id."""
_LEADS = ("themes", "offers", "organisations", "helplines", "answer", "go_to")
_LAST = ("offers", "organisations")


def check_questions(steps: Iterable[Raw], _: Gettext) -> None:
    """Adds what is wrong with each question and each choice to the findings."""
    for raw in steps:
        if raw.id in PAGES:
            raw.findings.error(
                *raw.tree.value((*raw.path, "id")),
                _("The id {id} is taken: it is the address of another page.").format(id=raw.id),
                _("Give this record an id of its own."),
            )
        if raw.path[:2] not in raw.tree.damaged:
            _check_way_on(raw, _)


def _check_way_on(raw: Raw, _: Gettext) -> None:
    if not raw.data.get("choices") or raw.path.count("choices") >= MOST_STEPS - 1:
        if not any(raw.data.get(key) for key in _LEADS):
            raw.findings.error(
                *raw.tree.key(raw.path),
                _("This question leads nowhere."),
                _("Add themes, offers or organisations that help, or an answer."),
            )
        if raw.data.get("ask"):
            raw.findings.error(
                *raw.tree.key((*raw.path, "ask")),
                _("Something is asked here, but there are no choices."),
                _("Add for example: {example}").format(example=_("choices, with at least two of them")),
            )
        return
    for key in _LAST:
        if raw.data.get(key):
            raw.findings.error(
                *raw.tree.key((*raw.path, key)),
                _("This question has choices, so {key} would be shown nowhere.").format(key=key),
                _("Put this line with the choices that it belongs to."),
            )
    if len(list(raw.under("choices"))) == 1:
        raw.findings.warning(
            *raw.tree.key((*raw.path, "choices")),
            _("With one choice there is nothing to choose."),
            _("Add a second choice, or put what the choice says with the question itself."),
            kind="one-choice",
        )
