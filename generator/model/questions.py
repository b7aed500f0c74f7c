"""The finder as people write it: questions in plain words, and the choices that lead on from each.

A path has at most three steps: a question, one of its choices, one of that choice's own
choices. So there are three kinds of record, each with less below it than the one before.
All ids are in one list: a question and a choice have a page and a code of their own, which
stay as they are when somebody moves a choice to another question.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.fields import Slug, Wording
from generator.model.record import Kept, Many, Record

MOST_STEPS = 3


def _no_fourth_step(_value: Any) -> tuple[()]:
    raise PydanticCustomError("fourth_step", "a path has three steps at most")


class Step(Record):
    """What somebody can choose, in plain words, and where it leads: people before paper."""

    id: Slug
    previous_ids: Annotated[tuple[Slug, ...], Many] = ()
    question: Wording
    """As a person would say it: "Ik zoek een woning"."""
    pictogram: str
    synonyms: Annotated[tuple[Wording, ...], Many] = ()
    """Other words by which people look for it."""
    answer: Wording | None = None
    """What to do first, in one or two plain sentences."""
    go_to: Slug | None = None
    """The organisation to go to or call first, instead of the fallback.

    What stands here and at `bring` holds for the choices below too.
    """
    bring: Annotated[tuple[Wording, ...], Many] = ()
    themes: Annotated[tuple[Slug, ...], Many] = ()
    offers: Annotated[tuple[Slug, ...], Many] = ()
    """Best first, as are the organisations."""
    organisations: Annotated[tuple[Slug, ...], Many] = ()
    helplines: Annotated[tuple[Slug, ...], Many] = ()
    """Numbers to show with this question or choice."""


class LastChoice(Step):
    """A choice of the third step: it always leads to people."""

    choices: Annotated[tuple[()], BeforeValidator(_no_fourth_step)] = ()


class Choice(Step):
    """A choice of the second step."""

    ask: Wording | None = None
    """What is asked next, above the choices; "Waarover gaat het?" when nobody wrote it."""
    choices: Annotated[tuple[LastChoice, ...], Many] = ()


class Question(Kept, Step):
    """A question of the finder; its source and its check hold for all that is below it."""

    ask: Wording | None = None
    choices: Annotated[tuple[Choice, ...], Many] = ()


def steps_of(question: Question) -> Iterator[Question | Choice | LastChoice]:
    """The question and all choices below it, each before its own choices."""
    yield question
    for choice in question.choices:
        yield choice
        yield from choice.choices
